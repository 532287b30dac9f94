using MyNumber.Jpki.Authority.Asn1;

namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>Everything that a certificate says, before it is signed. A test may change it to make a certificate that is wrong on purpose.</summary>
public sealed class CertificateContents
{
    /// <summary>Serial number.</summary>
    public required uint SerialNumber { get; init; }

    /// <summary>Issuer's Name, DER.</summary>
    public required ReadOnlyMemory<byte> Issuer { get; init; }

    /// <summary>First instant of validity, whole seconds.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>Last instant of validity, inclusive (RFC 5280 §4.1.2.5), whole seconds.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>Subject's Name, DER.</summary>
    public required ReadOnlyMemory<byte> Subject { get; init; }

    /// <summary>SubjectPublicKeyInfo, DER.</summary>
    public required ReadOnlyMemory<byte> PublicKey { get; init; }

    /// <summary>The extensions in the order in which they are written.</summary>
    public required IReadOnlyList<EncodedExtension> Extensions { get; init; }

    /// <summary>The same contents with another validity.</summary>
    /// <param name="notBefore">First instant.</param>
    /// <param name="notAfter">Last instant.</param>
    /// <returns>A copy.</returns>
    public CertificateContents WithValidity(DateTimeOffset notBefore, DateTimeOffset notAfter) => Copy(notBefore, notAfter, Extensions);

    /// <summary>The same contents with other extensions.</summary>
    /// <param name="extensions">The extensions in order.</param>
    /// <returns>A copy.</returns>
    public CertificateContents WithExtensions(IReadOnlyList<EncodedExtension> extensions) => Copy(NotBefore, NotAfter, extensions);

    private CertificateContents Copy(DateTimeOffset notBefore, DateTimeOffset notAfter, IReadOnlyList<EncodedExtension> extensions) => new()
    {
        SerialNumber = SerialNumber,
        Issuer = Issuer,
        NotBefore = notBefore,
        NotAfter = notAfter,
        Subject = Subject,
        PublicKey = PublicKey,
        Extensions = extensions,
    };
}
