using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Authority.Asn1;
using MyNumber.Jpki.Authority.Issuing;

namespace MyNumber.Jpki.Authority.Timestamps;

/// <summary>The anchor of a timestamp authority, the one certificate below it, and the anchor's list. JPKI's authorities issue no timestamp certificates, so the anchor is of its own.</summary>
internal sealed class TimestampCertificates
{
    private const int Years = 10;
    private static readonly TimeSpan ListLife = TimeSpan.FromDays(7);

    private readonly LabName _anchorName;
    private readonly SigningKey _anchorKey;

    internal TimestampCertificates(SigningKey anchorKey, SigningKey key, string organization, DateTimeOffset now)
    {
        _anchorKey = anchorKey;
        _anchorName = NameOf(organization, "Lab Time Anchor");
        Name = NameOf(organization, "Lab Time Stamping Authority");
        if (ReservedNames.AreIn(Name))
        {
            throw new ArgumentException("A lab authority does not bear the name of the real service.", nameof(organization));
        }

        NotBefore = ValidityRule.WholeSecond(now);
        NotAfter = NotBefore.AddYears(Years).AddSeconds(-1);
        Anchor = Issue(1, _anchorName, anchorKey,
        [
            ExtensionEncoder.KeyUsage(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign),
            ExtensionEncoder.BasicConstraintsOfAuthority(),
            ExtensionEncoder.SubjectKeyIdentifier(anchorKey.KeyIdentifier),
        ]);
        Certificate = Issue(2, Name, key,
        [
            ExtensionEncoder.KeyUsage(X509KeyUsageFlags.DigitalSignature),
            ExtensionEncoder.ExtendedKeyUsage([Oids.TimeStamping]) with { Critical = true }, // RFC 3161 §2.3
            ExtensionEncoder.AuthorityKeyIdentifier(anchorKey.KeyIdentifier),
            ExtensionEncoder.SubjectKeyIdentifier(key.KeyIdentifier),
        ]);
    }

    internal LabName Name { get; }

    internal DateTimeOffset NotBefore { get; }

    internal DateTimeOffset NotAfter { get; }

    internal byte[] Anchor { get; }

    internal byte[] Certificate { get; }

    /// <summary>Nothing is ever on it.</summary>
    internal byte[] List(DateTimeOffset now)
    {
        DateTimeOffset second = ValidityRule.WholeSecond(now);
        return ListEncoder.Encode(_anchorName.Encoded, _anchorKey, (second, second + ListLife), [],
        [
            ExtensionEncoder.AuthorityKeyIdentifier(_anchorKey.KeyIdentifier),
            ExtensionEncoder.Make(Oids.CrlNumber, false, writer => writer.WriteInteger(second.ToUnixTimeSeconds())),
        ]);
    }

    private static LabName NameOf(string organization, string commonName) =>
        new(NameAttribute.Country("JP"), NameAttribute.Organization(organization), NameAttribute.CommonName(commonName));

    private byte[] Issue(uint serial, LabName subject, SigningKey key, IReadOnlyList<EncodedExtension> extensions)
    {
        CertificateContents contents = new()
        {
            SerialNumber = serial,
            Issuer = _anchorName.Encoded,
            NotBefore = NotBefore,
            NotAfter = NotAfter,
            Subject = subject.Encoded,
            PublicKey = key.PublicKey,
            Extensions = extensions,
        };
        return CertificateEncoder.Encode(contents, _anchorKey);
    }
}
