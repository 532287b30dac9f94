using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>A certificate that the lab issued, with what the issuer must remember of it.</summary>
/// <remarks>Immutable; <see cref="ToString"/> is masked.</remarks>
public sealed class IssuedCertificate
{
    internal IssuedCertificate(CertificateTemplate template, byte[] encoded, CertificateContents contents, CertificateIdentity identity, Municipality municipality)
    {
        Template = template;
        Encoded = encoded;
        NotBefore = contents.NotBefore;
        NotAfter = contents.NotAfter;
        SerialNumber = contents.SerialNumber;
        Identity = identity;
        Municipality = municipality;
    }

    /// <summary>The certificate, DER.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    /// <summary>Issuer, key generation and serial.</summary>
    public CertificateIdentity Identity { get; }

    /// <summary>The profile it was issued from.</summary>
    public CertificateTemplate Template { get; }

    /// <summary>Purpose.</summary>
    public CertificatePurpose Purpose => Template.Purpose;

    /// <summary>The municipality whose CRL partition lists it.</summary>
    public Municipality Municipality { get; }

    /// <summary>First instant of validity.</summary>
    public DateTimeOffset NotBefore { get; }

    /// <summary>Last instant of validity, inclusive.</summary>
    public DateTimeOffset NotAfter { get; }

    internal uint SerialNumber { get; }

    /// <summary>A mask; the serial is not in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "IssuedCertificate(***)";
}
