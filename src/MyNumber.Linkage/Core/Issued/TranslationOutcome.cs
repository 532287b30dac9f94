namespace MyNumber.Linkage.Core.Issued;

/// <summary>What became of turning one holder's code of a person into another's.</summary>
public enum TranslationOutcome
{
    /// <summary>Nothing was done; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>The other holder's code is there.</summary>
    Found = 1,

    /// <summary>The other holder has no code of this person (施行令 26条2項): a normal state. The inquirer may ask that one is obtained.</summary>
    HolderHasNoCode = 2,

    /// <summary>The presented code is not one that can be used; its standing says why.</summary>
    CodeRefused = 3,
}
