using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Tests.Shaped;

/// <summary>A leaf in JPKI's shape of which one thing at a time can be made wrong.</summary>
internal sealed record ShapedLeaf
{
    public static readonly DateTimeOffset LastSecond = new(2030, 4, 1, 14, 59, 59, TimeSpan.Zero);

    /// <summary>Order on the wire as seen on cards: name, birth date, sex, address, flags of name, flags of address.</summary>
    public static readonly (string Oid, string Value)[] Hanako = RawShapes.Hanako;

    public int Key { get; init; } = 20;

    public byte[] Serial { get; init; } = [0x01, 0x22, 0x33, 0x44];

    public DateTimeOffset NotBefore { get; init; } = new(2025, 4, 2, 3, 4, 5, TimeSpan.Zero);

    public DateTimeOffset NotAfter { get; init; } = LastSecond;

    public string Policy { get; init; } = Oids.PolicySignatureCard;

    public bool PolicyCritical { get; init; } = true;

    public X509KeyUsageFlags KeyUsage { get; init; } = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation;

    public bool UsageCritical { get; init; } = true;

    /// <summary>What stands in the distribution point behind its name, encoded.</summary>
    public byte[] AfterPointName { get; init; } = [];

    public (string Oid, string Value)[]? Holder { get; init; } = Hanako;

    public string? OcspAddress { get; init; }

    public byte[]? AuthorityKeyIdentifier { get; init; }

    public byte[]? AuthoritySerial { get; init; }

    public IReadOnlyList<X509Extension> Extra { get; init; } = [];

    public RSA? OtherKey { get; init; }

    public HashAlgorithmName Hash { get; init; } = HashAlgorithmName.SHA256;

    public static ShapedLeaf Signature { get; } = new();

    public static ShapedLeaf UserAuthentication { get; } = new()
    {
        Key = 21,
        Policy = Oids.PolicyUserAuthenticationCard,
        KeyUsage = X509KeyUsageFlags.DigitalSignature,
        Holder = null,
    };

    public byte[] IssueBy(ShapedAuthority authority, RSA? signingKey = null)
    {
        using RSA pooled = LabKeyPool.Load(Key);
        X500DistinguishedName subject = new("C=JP, CN=SHAPED0001", X500DistinguishedNameFlags.ForceUTF8Encoding);
        CertificateRequest request = new(subject, OtherKey ?? pooled, Hash, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(KeyUsage, UsageCritical));
        if (Holder is not null)
        {
            request.CertificateExtensions.Add(new X509Extension(Oids.SubjectAltName, EncodeHolder(Holder), false));
        }

        request.CertificateExtensions.Add(new X509Extension(Oids.CertificatePolicies, EncodePolicy(Policy), PolicyCritical));
        request.CertificateExtensions.Add(new X509Extension(Oids.CrlDistributionPoints, EncodeDistributionPoint(Partition, AfterPointName), false));
        if (OcspAddress is not null)
        {
            request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension([OcspAddress], [], false));
        }

        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.Create(
            AuthorityKeyIdentifier ?? authority.KeyIdentifier, authority.Name, AuthoritySerial ?? authority.SerialNumber));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        foreach (X509Extension extension in Extra)
        {
            request.CertificateExtensions.Add(extension);
        }

        X509SignatureGenerator generator = X509SignatureGenerator.CreateForRSA(signingKey ?? authority.Key, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.Create(authority.Name, generator, NotBefore, NotAfter, Serial);
        return certificate.RawData;
    }

    public JpkiCertificate ParseFrom(ShapedAuthority authority) =>
        JpkiCertificate.TryParse(IssueBy(authority), out JpkiCertificate? certificate, out CertificatePart flaw)
            ? certificate
            : throw new InvalidOperationException($"The shaped leaf cannot be read: {flaw}.");

    public static X500DistinguishedName Partition { get; } =
        new("C=JP, O=SHAPED TEST, OU=CRL Distribution Points, OU=Tokyo-to, CN=Chiyoda-ku CRLDP", X500DistinguishedNameFlags.ForceUTF8Encoding);

    public static byte[] EncodeHolder(IEnumerable<(string Oid, string Value)> attributes)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach ((string oid, string value) in attributes)
            {
                using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
                {
                    writer.WriteObjectIdentifier(oid);
                    using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
                    {
                        writer.WriteCharacterString(UniversalTagNumber.UTF8String, value);
                    }
                }
            }
        }

        return writer.Encode();
    }

    private static byte[] EncodePolicy(string policy)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(policy);
        }

        return writer.Encode();
    }

    private static byte[] EncodeDistributionPoint(X500DistinguishedName name, byte[] afterName)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4)))
            {
                writer.WriteEncodedValue(name.RawData);
            }

            if (afterName.Length != 0)
            {
                writer.WriteEncodedValue(afterName);
            }
        }

        return writer.Encode();
    }
}
