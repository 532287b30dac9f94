namespace MyNumber.Card.Applications;

/// <summary>How a genuine-card check (真正性の確認) ended.</summary>
public enum GenuineCardOutcome
{
    /// <summary>No check; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>The card holds the private key that its issuer certified.</summary>
    Genuine = 1,

    /// <summary>The certificate on the card is not vouched for by the caller's anchors.</summary>
    IssuerNotVerified = 2,

    /// <summary>The issuer did not sign the card's key.</summary>
    KeyNotSigned = 3,

    /// <summary>The card does not have the private half of the certified key: its files are a copy.</summary>
    Copy = 4,
}
