using System.Security.Cryptography;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Signatures.Cms;

/// <summary>What a signed document carries. The defaults make a CAdES-B signature with SHA-256 that openssl, gnutls, the JDK and this library verify.</summary>
/// <remarks>Immutable.</remarks>
public sealed record CmsSigningOptions
{
    /// <summary>The most further certificates: one place of <see cref="CmsSignedDocument.MaximumCertificates"/> is the signer's.</summary>
    public const int MostOtherCertificates = CmsSignedDocument.MaximumCertificates - 1;

    /// <summary>The defaults.</summary>
    public static CmsSigningOptions Default { get; } = new();

    /// <summary>SHA-256 (default), SHA-384 or SHA-512, for content and attributes alike.</summary>
    public HashAlgorithmName Hash { get; init; } = HashAlgorithmName.SHA256;

    /// <summary>How an RSA signature is written.</summary>
    public CmsSignatureForm Form { get; init; }

    /// <summary>Leaves the content out (detached). Does not matter when a signer is added.</summary>
    public bool Detached { get; init; }

    /// <summary>OID of the content's type; id-data for applications. Does not matter when a signer is added.</summary>
    public string ContentType { get; init; } = Oids.Data;

    /// <summary>Whether signingTime is written, by the signer's clock in whole seconds (RFC 5652 §11.3). It is a claim and proves nothing.</summary>
    public bool IncludesSigningTime { get; init; } = true;

    /// <summary>Whether signing-certificate-v2 is written (RFC 5035; CAdES-B), with SHA-256, which DER leaves unsaid, and with issuer and serial.</summary>
    public bool IncludesSigningCertificate { get; init; } = true;

    /// <summary>Whether the signer's certificate is put in. Without it a verifier must have it already.</summary>
    public bool IncludesCertificate { get; init; } = true;

    /// <summary>Names the signer by subjectKeyIdentifier in place of issuer and serial.</summary>
    public bool NamesSignerByKeyIdentifier { get; init; }

    /// <summary>Further certificates to put in, DER.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> OtherCertificates { get; init; } = [];
}
