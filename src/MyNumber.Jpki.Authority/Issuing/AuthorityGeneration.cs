using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Authority.Asn1;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>One key generation of an authority: its key and its self-signed certificate.</summary>
/// <remarks>Thread safe: the key signs one thing at a time. Profile: project research notes on JPKI, §2 (confirmed): keyUsage, subjectAltName,
/// basicConstraints without path length, cRLDistributionPoints naming itself, subjectKeyIdentifier; no authorityKeyIdentifier, no policies.</remarks>
public sealed class AuthorityGeneration
{
    internal AuthorityGeneration(CertificatePurpose purpose, AuthorityNaming naming, int number, RSA key, uint serialNumber, DateTimeOffset notBefore)
    {
        Purpose = purpose;
        Naming = naming;
        Number = number;
        Key = new SigningKey(key);
        SerialNumber = serialNumber;
        NotBefore = ValidityRule.WholeSecond(notBefore);
        NotAfter = ValidityRule.LastSecondOf(ValidityRule.AuthorityEnd(ValidityRule.JapanDay(notBefore)));
        Certificate = CertificateEncoder.Encode(Contents(), Key);
    }

    /// <summary>What its authority certifies.</summary>
    public CertificatePurpose Purpose { get; }

    /// <summary>Number of the generation, from 1; the one that issues has the highest.</summary>
    public int Number { get; }

    /// <summary>The names that all generations share.</summary>
    public AuthorityNaming Naming { get; }

    /// <summary>The self-signed certificate, DER: a verifier's anchor.</summary>
    public ReadOnlyMemory<byte> Certificate { get; }

    /// <summary>subjectKeyIdentifier, 20 bytes.</summary>
    public ReadOnlyMemory<byte> KeyIdentifier => Key.KeyIdentifier;

    /// <summary>First instant of validity.</summary>
    public DateTimeOffset NotBefore { get; }

    /// <summary>Last instant of validity, inclusive.</summary>
    public DateTimeOffset NotAfter { get; }

    internal SigningKey Key { get; }

    internal uint SerialNumber { get; }

    /// <summary>The identity of a certificate of this generation.</summary>
    /// <param name="serialNumber">The serial's INTEGER contents, big-endian.</param>
    /// <returns>Issuer, generation and serial.</returns>
    public CertificateIdentity Identify(ReadOnlySpan<byte> serialNumber) => new(Naming.Name.Encoded.Span, KeyIdentifier.Span, serialNumber);

    internal CertificateIdentity Identify(uint serialNumber)
    {
        Span<byte> contents = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(contents, serialNumber);
        return Identify(contents);
    }

    internal EncodedExtension LeafAuthorityKeyIdentifier() =>
        ExtensionEncoder.AuthorityKeyIdentifier(KeyIdentifier, Naming.Name.Encoded, SerialNumber);

    private CertificateContents Contents() => new()
    {
        SerialNumber = SerialNumber,
        Issuer = Naming.Name.Encoded,
        NotBefore = NotBefore,
        NotAfter = NotAfter,
        Subject = Naming.Name.Encoded,
        PublicKey = Key.PublicKey,
        Extensions =
        [
            ExtensionEncoder.KeyUsage(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign),
            ExtensionEncoder.AlternativeName(Oids.SubjectAltName, Naming.AlternativeName.Encoded),
            ExtensionEncoder.BasicConstraintsOfAuthority(),
            ExtensionEncoder.DistributionPoint(Naming.Name.Encoded),
            ExtensionEncoder.SubjectKeyIdentifier(KeyIdentifier),
        ],
    };
}
