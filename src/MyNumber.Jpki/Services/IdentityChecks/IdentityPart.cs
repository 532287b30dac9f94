namespace MyNumber.Jpki.Services.IdentityChecks;

/// <summary>The two halves of the check (本人確認), both of which are needed.</summary>
public enum IdentityPart
{
    /// <summary>That the number is right (番号確認).</summary>
    Number = 0,

    /// <summary>That the person is who it says it is (身元(実存)確認).</summary>
    Person = 1,
}
