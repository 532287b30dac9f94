namespace MyNumber.Jpki.Certificates;

/// <summary>The part of a certificate at which reading stopped. It names a place, never a value.</summary>
public enum CertificatePart
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>Longer than <see cref="JpkiCertificate.MaximumLength"/>.</summary>
    Size,

    /// <summary>The outer SEQUENCE, the signature, or bytes after the end.</summary>
    Envelope,

    /// <summary>Version, serial number or the inner signature algorithm.</summary>
    Header,

    /// <summary>Issuer or subject name.</summary>
    Names,

    /// <summary>Validity.</summary>
    Validity,

    /// <summary>Subject public key.</summary>
    PublicKey,

    /// <summary>The list of extensions, or an extension that stands twice.</summary>
    Extensions,

    /// <summary>keyUsage, extKeyUsage or basicConstraints.</summary>
    Usage,

    /// <summary>certificatePolicies.</summary>
    Policies,

    /// <summary>subjectAltName with the four attributes.</summary>
    HolderAttributes,

    /// <summary>cRLDistributionPoints or authorityInfoAccess.</summary>
    StatusAddresses,

    /// <summary>authorityKeyIdentifier or subjectKeyIdentifier.</summary>
    KeyIdentifiers,
}
