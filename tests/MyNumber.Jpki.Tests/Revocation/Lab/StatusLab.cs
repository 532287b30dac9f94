using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Tests.Revocation.Lab;

/// <summary>A lab authority in two generations of one name, its leaves and its delegated responders.</summary>
internal static class StatusLab
{
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 3, 20, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Until = new(2049, 12, 31, 14, 59, 59, TimeSpan.Zero);
    public static readonly byte[] Serial = [0x0A, 0x1B, 0x2C, 0x3D];

    private static readonly RSA[] Keys = [.. Enumerable.Range(0, 6).Select(LabKeyPool.Load)];

    public static X500DistinguishedName AuthorityName { get; } = Name("C=JP, O=Status Lab, OU=Lab for digital signature");

    /// <summary>Generation 1 has key 0.</summary>
    public static TrustAnchor Anchor { get; } = MakeAnchor(0, AuthorityName);

    /// <summary>Generation 2 has key 1 and the same name.</summary>
    public static TrustAnchor SecondAnchor { get; } = MakeAnchor(1, AuthorityName);

    public static TrustAnchor StrangeAnchor { get; } = MakeAnchor(2, Name("C=JP, O=Another Lab"));

    public static TrustAnchorSet Anchors { get; } = SetOf(Anchor, SecondAnchor);

    public static ReadOnlyMemory<byte> Partition { get; } = Name("C=JP, O=Status Lab, OU=CRL Distribution Points, CN=Kiyose-shi CRLDP").RawData;

    public static RSA Key(int index) => Keys[index];

    public static X500DistinguishedName Name(string text) => new(text, X500DistinguishedNameFlags.ForceUTF8Encoding);

    public static TrustAnchorSet SetOf(params TrustAnchor[] anchors) =>
        new(CertificatePurpose.Signature, JpkiEnvironment.Lab, anchors, [CertificateProfiles.CardSignature]);

    public static TrustAnchor MakeAnchor(int key, X500DistinguishedName name, byte[]? keyIdentifier = null)
    {
        CertificateRequest request = Request(name, key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(keyIdentifier is null
            ? new X509SubjectKeyIdentifierExtension(request.PublicKey, false)
            : new X509SubjectKeyIdentifierExtension(keyIdentifier, false));
        byte[] der = request.Create(name, Generator(key), From, Until, [0x01]).RawData;
        return TrustAnchor.TryParse(der, out TrustAnchor? anchor) ? anchor : throw new InvalidOperationException();
    }

    public static VerifiedPath Path(byte[]? serial = null, bool withPartition = true, string? ocspAddress = null, TrustAnchor? issuer = null)
    {
        CertificateRequest request = Request(Name("C=JP, CN=leaf"), 3);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        if (withPartition)
        {
            request.CertificateExtensions.Add(new X509Extension("2.5.29.31", DistributionPoint(Partition.Span), false));
        }

        if (ocspAddress is not null)
        {
            request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension([ocspAddress], null));
        }

        issuer ??= Anchor;
        JpkiCertificate leaf = Parse(Issue(request, issuer, serial ?? Serial, From, Until));
        return new VerifiedPath(leaf, issuer, CertificateProfiles.CardSignature, JpkiEnvironment.Lab, Now);
    }

    /// <summary>A responder certificate that is right in all; each argument can make it wrong.</summary>
    public static byte[] Responder(
        TrustAnchor? issuer = null,
        bool mayStatus = true,
        bool noCheck = true,
        X509KeyUsageFlags? usage = X509KeyUsageFlags.DigitalSignature,
        DateTimeOffset? from = null,
        DateTimeOffset? until = null,
        bool unknownCritical = false,
        X500DistinguishedName? name = null)
    {
        CertificateRequest request = Request(name ?? Name("C=JP, O=Status Lab, CN=responder"), 4);
        if (usage is not null)
        {
            request.CertificateExtensions.Add(new X509KeyUsageExtension(usage.Value, true));
        }

        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(mayStatus ? "1.3.6.1.5.5.7.3.9" : "1.3.6.1.5.5.7.3.2")], false));
        if (noCheck)
        {
            request.CertificateExtensions.Add(new X509Extension("1.3.6.1.5.5.7.48.1.5", [0x05, 0x00], false));
        }

        if (unknownCritical)
        {
            request.CertificateExtensions.Add(new X509Extension("2.25.1", [0x05, 0x00], true));
        }

        return Issue(request, issuer ?? Anchor, [0x02], from ?? Now.AddDays(-1), until ?? Now.AddDays(400));
    }

    public static JpkiCertificate Parse(byte[] der) =>
        JpkiCertificate.TryParse(der, out JpkiCertificate? certificate, out _) ? certificate : throw new InvalidOperationException();

    public static X509SignatureGenerator Generator(int key) => X509SignatureGenerator.CreateForRSA(Keys[key], RSASignaturePadding.Pkcs1);

    /// <summary>The pool key of an anchor made here.</summary>
    public static int KeyOf(TrustAnchor anchor) => anchor == Anchor ? 0 : anchor == SecondAnchor ? 1 : 2;

    private static CertificateRequest Request(X500DistinguishedName name, int key) =>
        new(name, Keys[key], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static byte[] Issue(CertificateRequest request, TrustAnchor issuer, byte[] serial, DateTimeOffset from, DateTimeOffset until)
    {
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(issuer.KeyIdentifier.Span));
        return request.Create(new X500DistinguishedName(issuer.Name.Span), Generator(KeyOf(issuer)), from, until, serial).RawData;
    }

    private static byte[] DistributionPoint(ReadOnlySpan<byte> name)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            WriteDistributionPointName(writer, name);
        }

        return writer.Encode();
    }

    /// <summary>[0] { [0] { [4] { Name } } }.</summary>
    public static void WriteDistributionPointName(AsnWriter writer, ReadOnlySpan<byte> name)
    {
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0, true)))
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0, true)))
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4, true)))
        {
            writer.WriteEncodedValue(name);
        }
    }
}
