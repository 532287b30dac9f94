namespace MyNumber.Linkage.Core.Acquisitions;

/// <summary>How an agency made sure whose number it holds. Below <see cref="FourAttributes"/> no code is obtained.</summary>
public enum VerificationLevel
{
    /// <summary>Not at all; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>The number alone, which the law does not take for identification (番号法 16条).</summary>
    NumberOnly = 1,

    /// <summary>Number and all four attributes, from documents.</summary>
    FourAttributes = 2,

    /// <summary>From the person's card.</summary>
    Card = 3,
}
