using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>A certificate that the lab issued, with what the issuer must remember of it.</summary>
/// <remarks>Immutable; <see cref="ToString"/> is masked.</remarks>
public sealed class IssuedCertificate
{
    /// <summary>Brings a certificate back, as a register does that keeps it elsewhere.</summary>
    /// <param name="template">The profile it was issued from.</param>
    /// <param name="encoded">The certificate, DER.</param>
    /// <param name="identity">Issuer, key generation and serial; the serial is positive and of four octets at most.</param>
    /// <param name="municipality">The municipality whose CRL partition lists it.</param>
    /// <param name="notBefore">First instant of validity.</param>
    /// <param name="notAfter">Last instant of validity, inclusive.</param>
    /// <exception cref="ArgumentException">The serial is no such number.</exception>
    public IssuedCertificate(
        CertificateTemplate template, ReadOnlyMemory<byte> encoded, CertificateIdentity identity, Municipality municipality, DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(municipality);
        Template = template;
        Encoded = encoded;
        NotBefore = notBefore;
        NotAfter = notAfter;
        SerialNumber = Number(identity.SerialNumber.Span);
        Identity = identity;
        Municipality = municipality;
        Partition = municipality;
    }

    /// <summary>The certificate, DER.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    /// <summary>Issuer, key generation and serial.</summary>
    public CertificateIdentity Identity { get; }

    /// <summary>The profile it was issued from.</summary>
    public CertificateTemplate Template { get; }

    /// <summary>Purpose.</summary>
    public CertificatePurpose Purpose => Template.Purpose;

    /// <summary>The municipality whose CRL partition lists it, with the names that it was issued under.</summary>
    public Municipality Municipality { get; }

    /// <summary>First instant of validity.</summary>
    public DateTimeOffset NotBefore { get; }

    /// <summary>Last instant of validity, inclusive.</summary>
    public DateTimeOffset NotAfter { get; }

    internal uint SerialNumber { get; }

    /// <summary>The municipality as its partition names it, which may be an earlier spelling.</summary>
    internal Municipality Partition { get; init; }

    /// <summary>A mask; the serial is not in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "IssuedCertificate(***)";

    private static uint Number(ReadOnlySpan<byte> contents)
    {
        if (contents.Length is 0 or > sizeof(uint) || contents[0] >= 0x80)
        {
            throw new ArgumentException("A serial here is positive and has four octets at most.", nameof(contents));
        }

        uint number = 0;
        foreach (byte octet in contents)
        {
            number = (number << 8) | octet;
        }

        return number;
    }
}
