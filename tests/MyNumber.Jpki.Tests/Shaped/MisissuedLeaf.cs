using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Tests.Shaped;

/// <summary>Every way to issue a wrong holder's certificate, with the reason that the verifier must give and the clause that the lint must name as an error.</summary>
internal sealed record MisissuedLeaf(string Description, RawCertificate Leaf, VerificationReason Reason, string? Topic, bool IsLogin = false)
{
    private static readonly RawCertificate Good = RawShapes.Signature(), Login = RawShapes.Login();
    private static readonly byte[] Sha512WithRsa = Convert.FromHexString("300D06092A864886F70D01010D0500");
    private static readonly byte[] Sha1WithRsa = Convert.FromHexString("300D06092A864886F70D0101050500");

    public static IReadOnlyList<MisissuedLeaf> All { get; } = [.. Header(), .. Usage(), .. Policies(), .. Attributes(), .. Issuers()];

    private static IEnumerable<MisissuedLeaf> Header() =>
    [
        new("expired", Good with { NotAfter = Utc("260401145959Z") }, VerificationReason.Expired, null),
        new("not yet valid", Good with { NotBefore = Utc("270402030405Z") }, VerificationReason.NotYetValid, null),
        new("version 1", Good with { Version = null }, VerificationReason.ProfileMismatch, "VERSION"),
        new("version 2", Good with { Version = 1 }, VerificationReason.ProfileMismatch, "VERSION"),
        new("version 4", Good with { Version = 3 }, VerificationReason.CertificateMalformed, "VERSION"),
        new("serial zero", Good with { Serial = [0] }, VerificationReason.SerialNumberNotPositive, "SERIAL"),
        new("serial negative", Good with { Serial = [0xFF, 0x22] }, VerificationReason.CertificateMalformed, "SERIAL"),
        new("serial of 21 octets", Good with { Serial = [1, .. new byte[20]] }, VerificationReason.CertificateMalformed, "SERIAL"),
        new("serial with a needless zero", Good with { Serial = [0, 1] }, VerificationReason.CertificateMalformed, "SERIAL"),
        new("signed over SHA-512 by name", Good with { InnerAlgorithm = Sha512WithRsa, OuterAlgorithm = Sha512WithRsa }, VerificationReason.CertificateAlgorithmNotAccepted, "SIGALG"),
        new("signed over SHA-1 by name", Good with { InnerAlgorithm = Sha1WithRsa, OuterAlgorithm = Sha1WithRsa }, VerificationReason.CertificateAlgorithmNotAccepted, "SIGALG"),
        new("algorithms inside and outside differ", Good with { InnerAlgorithm = Sha512WithRsa }, VerificationReason.CertificateMalformed, "SIGALG"),
        new("key of 1024 bits", Good with { PublicKey = Weak(1024, 65537) }, VerificationReason.KeyNotAccepted, "KEY"),
        new("key of 3072 bits", Good with { PublicKey = Weak(3072, 65537) }, VerificationReason.KeyNotAccepted, "KEY"),
        new("exponent 3", Good with { PublicKey = Weak(2048, 3) }, VerificationReason.KeyNotAccepted, "KEY"),
        new("time without seconds", Good with { NotAfter = Utc("3004011459Z") }, VerificationReason.CertificateMalformed, "TIME-TYPE"),
    ];

    private static IEnumerable<MisissuedLeaf> Usage() =>
    [
        new("no key usage", Good.Without(Oids.KeyUsage), VerificationReason.KeyUsageNotAccepted, "KU"),
        new("usage bits of the login certificate", Good.WithValue(Oids.KeyUsage, [0x03, 0x02, 0x07, 0x80]), VerificationReason.KeyUsageNotAccepted, "KU"),
        new("usage bits with one more", Good.WithValue(Oids.KeyUsage, [0x03, 0x02, 0x05, 0xE0]), VerificationReason.KeyUsageNotAccepted, "KU"),
        new("key usage not critical", Good.Change(Oids.KeyUsage, usage => usage with { Critical = false }), VerificationReason.KeyUsageNotAccepted, "KU"),
        new("usage bits of the signature certificate", Login.WithValue(Oids.KeyUsage, [0x03, 0x02, 0x06, 0xC0]), VerificationReason.KeyUsageNotAccepted, "KU", true),
        new("another purpose", Login.WithValue(Oids.ExtendedKeyUsage, Purposes("1.3.6.1.5.5.7.3.4")), VerificationReason.ExtendedKeyUsageNotAccepted, "EKU-PURPOSE", true),
        new("purpose of a responder", Good.Plus(Oids.ExtendedKeyUsage, false, Purposes(Oids.OcspSigning)), VerificationReason.ExtendedKeyUsageNotAccepted, "EKU-PURPOSE"),
        new("any purpose", Login.WithValue(Oids.ExtendedKeyUsage, Purposes(Oids.ClientAuth, Oids.AnyExtendedKeyUsage)), VerificationReason.ExtendedKeyUsageNotAccepted, "EKU-PURPOSE", true),
        new("CA:TRUE", Good.Plus(Oids.BasicConstraints, true, [0x30, 0x03, 0x01, 0x01, 0xFF]), VerificationReason.AuthorityAsEndEntity, "BC"),
        new("CA:FALSE", Good.Plus(Oids.BasicConstraints, true, [0x30, 0x00]), VerificationReason.BasicConstraintsUnexpected, "BC"),
        new("unknown critical extension", Good.Plus("1.2.3.4", true, [0x05, 0x00]), VerificationReason.UnrecognisedCriticalExtension, "EXT-CRITICAL"),
        new("extension twice", Good.Plus(Oids.SubjectKeyIdentifier, false, [0x04, 0x01, 0x01]), VerificationReason.CertificateMalformed, "EXT-REPEATED"),
        new("two values in an extension", Good.WithValue(Oids.IssuerAltName, [0x05, 0x00, 0x05, 0x00]), VerificationReason.CertificateMalformed, "EXT-FORM"),
    ];

    private static IEnumerable<MisissuedLeaf> Policies() =>
    [
        new("no policy", Good.Without(Oids.CertificatePolicies), VerificationReason.PolicyNotSingle, "CP"),
        new("two policies", Good.WithValue(Oids.CertificatePolicies, TwoPolicies()), VerificationReason.PolicyNotSingle, "CP"),
        new("policy not critical", Good.Change(Oids.CertificatePolicies, policy => policy with { Critical = false }), VerificationReason.PolicyNotCritical, "CP"),
        new("policy of the test environment", Good.WithValue(Oids.CertificatePolicies, RawParts.Policies(Oids.PolicySignatureCardTest, RawShapes.Cps)), VerificationReason.PolicyNotAccepted, "CP-OID"),
        new("policy of nobody", Good.WithValue(Oids.CertificatePolicies, RawParts.Policies("1.2.3.4.5", RawShapes.Cps)), VerificationReason.PolicyNotAccepted, "CP-OID"),
        new("policy of the login certificate", Good.WithValue(Oids.CertificatePolicies, RawParts.Policies(Oids.PolicyUserAuthenticationCard, RawShapes.Cps)), VerificationReason.WrongPurpose, "CP-OID"),
    ];

    private static IEnumerable<MisissuedLeaf> Attributes() =>
    [
        new("no attributes", Good.Without(Oids.SubjectAltName), VerificationReason.HolderAttributesMissing, "SAN"),
        new("another form of name only", Good.WithValue(Oids.SubjectAltName, [0x30, 0x05, 0x82, 0x03, 0x61, 0x2E, 0x62]), VerificationReason.HolderAttributesMissing, "SAN"),
        new("attributes in the login certificate", Login.Plus(Oids.SubjectAltName, false, RawShapes.Holder()), VerificationReason.HolderAttributesUnexpected, "SAN", true),
        new("attribute twice", Holder([.. ShapedLeaf.Hanako, ShapedLeaf.Hanako[3]]), VerificationReason.HolderAttributesMalformed, "SAN-REPEATED"),
        new("no name", Holder([.. ShapedLeaf.Hanako.Skip(1)]), VerificationReason.HolderAttributesMalformed, "SAN-NAME"),
        new("no address", Holder([.. ShapedLeaf.Hanako.Where(one => one.Oid != Oids.PersonAddress)]), VerificationReason.HolderAttributesMalformed, "SAN-ADDRESS"),
        new("flags of the name one short", With(Oids.PersonNameSubstitutes, "0000"), VerificationReason.HolderAttributesMalformed, "SAN-NAME-FLAGS"),
        new("flags of the name with a 2", With(Oids.PersonNameSubstitutes, "00200"), VerificationReason.HolderAttributesMalformed, "SAN-NAME-FLAGS"),
        new("flags of the address one long", With(Oids.PersonAddressSubstitutes, "0000000000000000"), VerificationReason.HolderAttributesMalformed, "SAN-ADDRESS-FLAGS"),
        new("birth date of eight digits", With(Oids.PersonBirthDate, "19900401"), VerificationReason.HolderAttributesMalformed, "SAN-BIRTH"),
        new("year of an era", With(Oids.PersonBirthDate, "420229999"), VerificationReason.HolderAttributesMalformed, "SAN-BIRTH"),
        new("sex of two digits", With(Oids.PersonSex, "12"), VerificationReason.HolderAttributesMalformed, "SAN-SEX"),
        new("name as PrintableString", Good.WithValue(Oids.SubjectAltName, Printable()), VerificationReason.HolderAttributesMalformed, "SAN-NAME"),
    ];

    private static IEnumerable<MisissuedLeaf> Issuers() =>
    [
        new("issuer of the real service's name", Good with { Issuer = RawShapes.AuthorityName("JPKI for digital signature", "JPKI-TEST") }, VerificationReason.IssuerUnknown, "ISSUER"),
        new("key identifier of another generation", Good.WithValue(Oids.AuthorityKeyIdentifier, RawShapes.KeyIdentifiers(1, RawShapes.SignatureAuthority)), VerificationReason.IssuerGenerationUnknown, null),
        new("no key identifier of the issuer", Good.Without(Oids.AuthorityKeyIdentifier), VerificationReason.IssuerGenerationUnknown, "AKI"),
        new("key identifier without its first part", Good.WithValue(Oids.AuthorityKeyIdentifier, RawParts.Wrap(0x30, RawParts.Wrap(0x82, RawShapes.AuthoritySerial))), VerificationReason.IssuerGenerationUnknown, "AKI"),
    ];

    private static RawCertificate Holder((string Oid, string Value)[] attributes) => Good.WithValue(Oids.SubjectAltName, RawShapes.Holder(attributes));

    private static RawCertificate With(string oid, string value) => Holder([.. ShapedLeaf.Hanako.Select(one => one.Oid == oid ? (oid, value) : one)]);

    private static byte[] Printable() => RawParts.Wrap(0x30, [.. RawParts.OtherName(Oids.PersonName, 0x13, "NAMAE"), .. RawShapes.Holder([.. ShapedLeaf.Hanako.Skip(1)])[3..]]);

    private static byte[] TwoPolicies()
    {
        byte[] one = RawParts.Policies(Oids.PolicySignatureCard, RawShapes.Cps)[2..], other = RawParts.Policies("1.2.3.4.5", RawShapes.Cps)[2..];
        return RawParts.Wrap(0x30, [.. one, .. other]);
    }

    private static byte[] Purposes(params string[] oids) => RawParts.Wrap(0x30, [.. oids.SelectMany(RawParts.Oid)]);

    private static byte[] Utc(string text) => RawParts.Time(0x17, text);

    // A number of the right shape is enough: nobody needs its factors.
    private static byte[] Weak(int bits, int exponent)
    {
        byte[] modulus = [0x00, 0xC1, .. Enumerable.Repeat((byte)0x5A, (bits / 8) - 2), 0x01];
        byte[] number = exponent == 3 ? [3] : [1, 0, 1];
        byte[] key = RawParts.Wrap(0x30, [.. RawParts.Wrap(0x02, modulus), .. RawParts.Wrap(0x02, number)]);
        return RawParts.Wrap(0x30, [.. Convert.FromHexString("300D06092A864886F70D0101010500"), .. RawParts.Wrap(0x03, [0, .. key])]);
    }
}
