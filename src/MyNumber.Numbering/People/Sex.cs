namespace MyNumber.Numbering.People;

/// <summary>Sex (性別) with the codes of JIS X 0303, as the card and the certificate record it.</summary>
/// <remarks>Source: research notes on the card's EF 0002 (DF25) and the certificate's otherName 1.2.392.200149.8.5.5.3. Codes 1 and 2 are
/// confirmed; sources differ on 3 and 9 for other values, so every other digit is read as <see cref="Unknown"/> or <see cref="NotApplicable"/>.</remarks>
public enum Sex
{
    /// <summary>Not known (不明), code 0; the value of <see langword="default"/>.</summary>
    Unknown = 0,

    /// <summary>Male (男), code 1.</summary>
    Male = 1,

    /// <summary>Female (女), code 2.</summary>
    Female = 2,

    /// <summary>Not applicable (適用不能), code 9.</summary>
    NotApplicable = 9,
}
