using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Authority.Asn1;

namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>Everything that a certificate says, before it is signed. A test may change it to make a certificate that is wrong on purpose.</summary>
/// <remarks><see cref="ToString"/> is masked.</remarks>
public sealed record CertificateContents
{
    /// <summary>Serial number.</summary>
    public required uint SerialNumber { get; init; }

    /// <summary>The contents of the serial's INTEGER, big-endian two's complement, when they are to differ from <see cref="SerialNumber"/>; empty otherwise. Nothing is checked.</summary>
    public ReadOnlyMemory<byte> SerialContents { get; init; }

    /// <summary>Version as people count it; 3 unless wrong on purpose. 1 is written by leaving the field out, and then no extension is written either.</summary>
    public int Version { get; init; } = 3;

    /// <summary>Signature algorithm, dotted: sha256WithRSAEncryption, or sha1WithRSAEncryption to be wrong on purpose.</summary>
    public string SignatureAlgorithm { get; init; } = Oids.Sha256WithRsa;

    /// <summary>The generation that signs in place of the one that issues; <see langword="null"/> for the right one.</summary>
    public AuthorityGeneration? SignedBy { get; init; }

    /// <summary>Issuer's Name, DER.</summary>
    public required ReadOnlyMemory<byte> Issuer { get; init; }

    /// <summary>First instant of validity, whole seconds.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>Last instant of validity, inclusive (RFC 5280 §4.1.2.5), whole seconds.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>Writes both times as GeneralizedTime, which RFC 5280 §4.1.2.5 forbids before 2050.</summary>
    public bool UsesGeneralizedTime { get; init; }

    /// <summary>Subject's Name, DER.</summary>
    public required ReadOnlyMemory<byte> Subject { get; init; }

    /// <summary>SubjectPublicKeyInfo, DER.</summary>
    public required ReadOnlyMemory<byte> PublicKey { get; init; }

    /// <summary>The extensions in the order in which they are written.</summary>
    public required IReadOnlyList<EncodedExtension> Extensions { get; init; }

    /// <summary>Changes the TBSCertificate just before it is signed; <see langword="null"/> changes nothing.</summary>
    public Func<byte[], byte[]>? Rewrite { get; init; }

    /// <summary>Changes the whole certificate after it was signed; <see langword="null"/> changes nothing.</summary>
    public Func<byte[], byte[]>? Spoil { get; init; }

    /// <summary>The same contents with another validity.</summary>
    /// <param name="notBefore">First instant.</param>
    /// <param name="notAfter">Last instant.</param>
    /// <returns>A copy.</returns>
    public CertificateContents WithValidity(DateTimeOffset notBefore, DateTimeOffset notAfter) => this with { NotBefore = notBefore, NotAfter = notAfter };

    /// <summary>The same contents with other extensions.</summary>
    /// <param name="extensions">The extensions in order.</param>
    /// <returns>A copy.</returns>
    public CertificateContents WithExtensions(IReadOnlyList<EncodedExtension> extensions) => this with { Extensions = extensions };

    /// <summary>A mask; nothing of serial and holder is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "CertificateContents(***)";
}
