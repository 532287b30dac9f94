namespace MyNumber.Card.Applications.Jpki;

/// <summary>Which certificates the card says that it holds (EF 0008).</summary>
/// <remarks>Immutable. <see langword="default"/> is none. A card of a child under 15 normally has no signature certificate. Source: project research notes, two sources.</remarks>
public readonly struct CertificatePresence
{
    internal CertificatePresence(bool hasSignature, bool hasUserAuthentication)
    {
        HasSignature = hasSignature;
        HasUserAuthentication = hasUserAuthentication;
    }

    /// <summary>署名用電子証明書.</summary>
    public bool HasSignature { get; }

    /// <summary>利用者証明用電子証明書.</summary>
    public bool HasUserAuthentication { get; }

    /// <summary>What is there.</summary>
    /// <returns><c>none</c>, <c>signature</c>, <c>user authentication</c>, or both with a comma.</returns>
    public override string ToString() => (HasSignature, HasUserAuthentication) switch
    {
        (true, true) => "signature, user authentication",
        (true, false) => "signature",
        (false, true) => "user authentication",
        _ => "none",
    };
}
