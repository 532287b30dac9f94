namespace MyNumber.Card.Applications.InputSupport;

/// <summary>How the check of the input-support files against their issuer's signature ended.</summary>
public enum InputSupportIntegrity
{
    /// <summary>No check; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>The issuer signed exactly these files.</summary>
    Verified = 1,

    /// <summary>The CV certificate on the card is not vouched for by the caller's anchors.</summary>
    IssuerNotVerified = 2,

    /// <summary>The issuer did not sign the digests in file 0003.</summary>
    BadSignature = 3,

    /// <summary>File 0001 is not the one whose digest is signed.</summary>
    NumberChanged = 4,

    /// <summary>File 0002 is not the one whose digest is signed.</summary>
    AttributesChanged = 5,
}
