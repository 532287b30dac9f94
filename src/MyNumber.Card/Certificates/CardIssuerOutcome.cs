namespace MyNumber.Card.Certificates;

/// <summary>How the check of a card's CV certificates ended.</summary>
public enum CardIssuerOutcome
{
    /// <summary>No check; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>An anchor of the right purpose vouches for the key.</summary>
    Verified = 1,

    /// <summary>The caller has no anchor of that name and purpose. Nothing was checked.</summary>
    UnknownAuthority = 2,

    /// <summary>A signature does not verify.</summary>
    BadSignature = 3,

    /// <summary>A certificate does not name the one before it as its issuer.</summary>
    BrokenChain = 4,
}
