using System.Security.Cryptography;
using MyNumber.Jpki.Asn1;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Tests.Shaped;

/// <summary>The profiles of the research notes written out by hand: both certificates of a card, and the authority's own. Independent of the lab authority and of the rules.</summary>
internal static class RawShapes
{
    public const string Cps = "http://lab.example/cps.html";

    private const byte Printable = 0x13, Utf8 = 0x0C;

    /// <summary>Order on the wire as seen on cards: name, birth date, sex, address, flags of name, flags of address.</summary>
    public static readonly (string Oid, string Value)[] Hanako =
    [
        (Oids.PersonName, "見本　花子"),
        (Oids.PersonBirthDate, "419900401"),
        (Oids.PersonSex, "2"),
        (Oids.PersonAddress, "東京都千代田区霞が関２－１－２"),
        (Oids.PersonNameSubstitutes, "00000"),
        (Oids.PersonAddressSubstitutes, "000000000000000"),
    ];

    public static readonly byte[] SignatureAuthority = AuthorityName("SHAPED for digital signature");
    public static readonly byte[] LoginAuthority = AuthorityName("SHAPED for user authentication");
    public static readonly byte[] JapaneseName = RawParts.Name((6, Printable, "JP"), (10, Utf8, "形の試験"), (11, Utf8, "形の試験署名用"), (11, Utf8, "形の試験室"));
    public static readonly byte[] Partition = RawParts.Name(
        (6, Printable, "JP"), (10, Utf8, "SHAPED TEST"), (11, Utf8, "SHAPED for digital signature"), (11, Utf8, "CRL Distribution Points"), (11, Utf8, "Tokyo-to"), (3, Utf8, "Chiyoda-ku CRLDP"));

    public static readonly byte[] AuthoritySerial = [0x06, 0x7C, 0x10, 0x01];

    public static byte[] AuthorityName(string unit, string organisation = "SHAPED TEST") =>
        RawParts.Name((6, Printable, "JP"), (10, Utf8, organisation), (11, Utf8, unit), (11, Utf8, "Shaped Test Laboratory"));

    public static byte[] KeyOf(int number)
    {
        using RSA key = LabKeyPool.Load(number);
        return key.ExportSubjectPublicKeyInfo();
    }

    /// <summary>SHA-1 of the key's bits.</summary>
    public static byte[] IdentifierOf(int number)
    {
        using RSA key = LabKeyPool.Load(number);
        return SHA1.HashData(key.ExportRSAPublicKey());
    }

    public static byte[] Holder(params (string Oid, string Value)[] attributes) =>
        RawParts.Wrap(0x30, [.. (attributes.Length == 0 ? Hanako : attributes).SelectMany(one => RawParts.OtherName(one.Oid, Utf8, one.Value))]);

    public static byte[] KeyIdentifiers(int authority, byte[] issuer) => RawParts.Wrap(
        0x30, [.. RawParts.Wrap(0x80, IdentifierOf(authority)), .. RawParts.Wrap(0xA1, RawParts.Wrap(0xA4, issuer)), .. RawParts.Wrap(0x82, AuthoritySerial)]);

    /// <summary>Signature certificate: KU, SAN, CP, IAN, CRLDP, AKI, SKI.</summary>
    public static RawCertificate Signature(int authority = 0, int key = 20) => new()
    {
        Issuer = SignatureAuthority,
        Subject = RawParts.Name((6, Printable, "JP"), (7, Utf8, "Tokyo-to"), (7, Utf8, "Chiyoda-ku"), (3, Utf8, "2025040212040500000000000001")),
        PublicKey = KeyOf(key),
        Extensions =
        [
            new(Oids.KeyUsage, true, [0x03, 0x02, 0x06, 0xC0]),
            new(Oids.SubjectAltName, false, Holder()),
            new(Oids.CertificatePolicies, true, RawParts.Policies(Oids.PolicySignatureCard, Cps)),
            new(Oids.IssuerAltName, false, RawParts.Directory(JapaneseName)),
            new(Oids.CrlDistributionPoints, false, RawParts.Point(Partition)),
            new(Oids.AuthorityKeyIdentifier, false, KeyIdentifiers(authority, SignatureAuthority)),
            new(Oids.SubjectKeyIdentifier, false, RawParts.Wrap(0x04, IdentifierOf(key))),
        ],
    };

    /// <summary>User-authentication certificate: KU, EKU, CP, IAN, CRLDP, AIA, AKI, SKI.</summary>
    public static RawCertificate Login(int authority = 2, int key = 21) => new()
    {
        Issuer = LoginAuthority,
        Subject = RawParts.Name((6, Printable, "JP"), (3, Utf8, "0123456789ABCD13101001A")),
        PublicKey = KeyOf(key),
        Extensions =
        [
            new(Oids.KeyUsage, true, [0x03, 0x02, 0x07, 0x80]),
            new(Oids.ExtendedKeyUsage, false, RawParts.Wrap(0x30, RawParts.Oid(Oids.ClientAuth))),
            new(Oids.CertificatePolicies, true, RawParts.Policies(Oids.PolicyUserAuthenticationCard, Cps)),
            new(Oids.IssuerAltName, false, RawParts.Directory(JapaneseName)),
            new(Oids.CrlDistributionPoints, false, RawParts.Point(Partition)),
            new(Oids.AuthorityInfoAccess, false, RawParts.Access("http://127.0.0.1:1")),
            new(Oids.AuthorityKeyIdentifier, false, KeyIdentifiers(authority, LoginAuthority)),
            new(Oids.SubjectKeyIdentifier, false, RawParts.Wrap(0x04, IdentifierOf(key))),
        ],
    };

    /// <summary>An authority that signs itself: KU, SAN, BC, CRLDP, SKI.</summary>
    public static RawCertificate Authority(int key, byte[]? name = null)
    {
        name ??= SignatureAuthority;
        return new()
        {
            Serial = AuthoritySerial,
            Issuer = name,
            Subject = name,
            NotBefore = RawParts.Time(0x17, "230716000000Z"),
            NotAfter = RawParts.Time(0x17, "330715145959Z"),
            PublicKey = KeyOf(key),
            Extensions =
            [
                new(Oids.KeyUsage, true, [0x03, 0x02, 0x01, 0x06]),
                new(Oids.SubjectAltName, false, RawParts.Directory(JapaneseName)),
                new(Oids.BasicConstraints, true, [0x30, 0x03, 0x01, 0x01, 0xFF]),
                new(Oids.CrlDistributionPoints, false, RawParts.Point(name)),
                new(Oids.SubjectKeyIdentifier, false, RawParts.Wrap(0x04, IdentifierOf(key))),
            ],
        };
    }

    public static byte[] SignWith(this RawCertificate certificate, int authority)
    {
        using RSA key = LabKeyPool.Load(authority);
        return certificate.SignBy(key);
    }
}
