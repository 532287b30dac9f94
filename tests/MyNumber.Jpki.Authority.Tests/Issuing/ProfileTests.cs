using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Certificates;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Authority.Tests.Issuing;

/// <summary>openssl is the judge of the profiles: what it prints of each certificate, in order.</summary>
public sealed class ProfileTests
{
    [SkippableFact]
    public void Signature_certificate_has_the_profile()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        ProgramOutcome parsed = Asn1Parse(TestLab.Issue(lab).Signature!.Encoded);
        string[] lines = Lines(parsed);
        Objects(lines).ShouldBe(
        [
            "sha256WithRSAEncryption",
            "countryName", "organizationName", "organizationalUnitName", "organizationalUnitName",
            "countryName", "localityName", "localityName", "commonName",
            "rsaEncryption",
            "X509v3 Key Usage", "X509v3 Subject Alternative Name", "X509v3 Certificate Policies", "X509v3 Issuer Alternative Name",
            "X509v3 CRL Distribution Points", "X509v3 Authority Key Identifier", "X509v3 Subject Key Identifier",
            "sha256WithRSAEncryption",
        ]);
        CriticalExtensions(lines).ShouldBe(["X509v3 Key Usage", "X509v3 Certificate Policies"]);
        Values(lines, "UTCTIME").ShouldBe(["260401030005Z", "310217145959Z"]);
        Values(lines, "INTEGER")[1].ShouldBe("04000001");
        Values(lines, "PRINTABLESTRING").ShouldBe(["JP", "JP"]);
        string[] texts = Values(lines, "UTF8STRING");
        texts[..5].ShouldBe(["MyNumber SDK Lab", "MyNumber SDK Lab for digital signature", "MyNumber SDK Lab Operations", "Tokyo-to", "Kiyose-shi"]);
        texts[5].ShouldMatch("^20260401120005[0-9]{14}$");
        Values(lines, "OCTET STRING")[0].ShouldBe("[HEX DUMP]:030206C0");
    }

    [SkippableFact]
    public void User_authentication_certificate_has_the_profile()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        string[] lines = Lines(Asn1Parse(TestLab.Issue(lab).UserAuthentication.Encoded));
        Objects(lines).ShouldBe(
        [
            "sha256WithRSAEncryption",
            "countryName", "organizationName", "organizationalUnitName", "organizationalUnitName",
            "countryName", "commonName",
            "rsaEncryption",
            "X509v3 Key Usage", "X509v3 Extended Key Usage", "X509v3 Certificate Policies", "X509v3 Issuer Alternative Name",
            "X509v3 CRL Distribution Points", "Authority Information Access", "X509v3 Authority Key Identifier", "X509v3 Subject Key Identifier",
            "sha256WithRSAEncryption",
        ]);
        CriticalExtensions(lines).ShouldBe(["X509v3 Key Usage", "X509v3 Certificate Policies"]);
        string[] texts = Values(lines, "UTF8STRING");
        texts[1].ShouldBe("MyNumber SDK Lab for user authentication");
        texts[3].ShouldMatch("^[0-9A-F]{9}[A-Z]{5}13221[0-9]{3}A$");
        string[] extensions = Values(lines, "OCTET STRING");
        extensions[0].ShouldBe("[HEX DUMP]:03020780");
        extensions[1].ShouldBe("[HEX DUMP]:300A06082B06010505070302");
    }

    [SkippableFact]
    public void Self_signed_certificate_has_the_profile()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        string[] lines = Lines(Asn1Parse(TestLab.Anchor(lab, CertificatePurpose.Signature)));
        Objects(lines)[^6..].ShouldBe(
        [
            "X509v3 Key Usage", "X509v3 Subject Alternative Name", "X509v3 Basic Constraints", "X509v3 CRL Distribution Points",
            "X509v3 Subject Key Identifier", "sha256WithRSAEncryption",
        ]);
        CriticalExtensions(lines).ShouldBe(["X509v3 Key Usage", "X509v3 Basic Constraints"]);
        string[] extensions = Values(lines, "OCTET STRING");
        extensions[0].ShouldBe("[HEX DUMP]:03020106");
        extensions[2].ShouldBe("[HEX DUMP]:30030101FF");
        Values(lines, "UTCTIME").ShouldBe(["250913030005Z", "350912145959Z"]);
    }

    [SkippableFact]
    public void Extension_texts_are_read_as_meant()
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        lab.OcspAddress = new Uri("http://127.0.0.1:1/ocsp");
        CardCertificates card = TestLab.Issue(lab);
        using TemporaryFolder folder = new();
        string auth = openssl.Run("x509", "-inform", "DER", "-in", folder.Write("a.der", card.UserAuthentication.Encoded.Span), "-noout", "-text").Output;
        auth.ShouldContain("Policy: 1.2.392.200149.8.5.1.3.30");
        auth.ShouldContain("CPS: http://cps.mynumber-lab.invalid/cps.html");
        auth.ShouldContain("OCSP - URI:http://127.0.0.1:1/ocsp");
        auth.ShouldContain("TLS Web Client Authentication");
        auth.ShouldContain("OU = CRL Distribution Points, OU = Tokyo-to, CN = Kiyose-shi CRLDP");
        auth.ShouldNotContain("Basic Constraints");
        string sign = openssl.Run("x509", "-inform", "DER", "-in", folder.Write("s.der", card.Signature!.Encoded.Span), "-noout", "-text").Output;
        sign.ShouldContain("Policy: 1.2.392.200149.8.5.1.1.20");
        sign.ShouldContain("1.2.392.200149.8.5.5.4::319800217");
        sign.ShouldContain("1.2.392.200149.8.5.5.3::2");
        sign.ShouldContain("1.2.392.200149.8.5.5.2::00000");
        sign.ShouldNotContain("Authority Information Access");
    }

    [SkippableTheory]
    [InlineData("lab arcs", false, "Policy: 2.25.122616376366132785320021255224901279248.1")]
    [InlineData("test shape", true, "Policy: 1.2.392.200149.8.5.1.0.20")]
    public void Policy_comes_from_the_environment(string description, bool testShape, string expected)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        PolicyEnvironment environment = testShape ? PolicyEnvironment.TestShape with { UserAuthenticationCard = "2.25.1" } : PolicyEnvironment.Lab;
        LabAuthority lab = TestLab.At(TestLab.Fixed, new LabAuthorityOptions { Environment = environment, SignatureNamesOcspResponder = true });
        using TemporaryFolder folder = new();
        string path = folder.Write("s.der", TestLab.Issue(lab).Signature!.Encoded.Span);
        string text = openssl.Run("x509", "-inform", "DER", "-in", path, "-noout", "-text").Output;
        text.ShouldContain(expected, customMessage: description);
        text.ShouldContain("OCSP - URI:http://ocsp.mynumber-lab.invalid/ocsp");
    }

    [SkippableTheory]
    [InlineData("current", KeyGeneration.Current)]
    [InlineData("previous", KeyGeneration.Previous)]
    public void Openssl_verifies_strictly_and_only_under_the_right_authority(string description, KeyGeneration generation)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        LabAuthority lab = TestLab.Now();
        CardCertificates card = lab.Issue(TestLab.Request(lab, generation: generation));
        using TemporaryFolder folder = new();
        string anchors = folder.Write("ca.pem", string.Concat(lab.Anchors(CertificatePurpose.Signature).Select(der => TestLab.Pem("CERTIFICATE", der))));
        string others = folder.Write("other.pem", string.Concat(lab.Anchors(CertificatePurpose.UserAuthentication).Select(der => TestLab.Pem("CERTIFICATE", der))));
        string leaf = folder.Write("leaf.pem", TestLab.Pem("CERTIFICATE", card.Signature!.Encoded));
        openssl.Run("verify", "-x509_strict", "-CAfile", anchors, leaf).All.ShouldContain("leaf.pem: OK", customMessage: description);
        openssl.Run("verify", "-x509_strict", "-CAfile", others, leaf).All.ShouldContain("error 20");
    }

    private static ProgramOutcome Asn1Parse(ReadOnlyMemory<byte> der)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        using TemporaryFolder folder = new();
        return openssl.Run("asn1parse", "-inform", "DER", "-in", folder.Write("c.der", der.Span));
    }

    private static string[] Lines(ProgramOutcome outcome) => outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Object names in order; algorithm of the signature once at the start and once at the end.</summary>
    private static string[] Objects(string[] lines) => Values(lines, "OBJECT");

    private static string[] Values(string[] lines, string type) =>
        [.. lines.Where(line => line.Contains(": " + type, StringComparison.Ordinal)).Select(line => line[(line.IndexOf(": " + type, StringComparison.Ordinal) + type.Length + 2)..].Trim().TrimStart(':'))];

    private static string[] CriticalExtensions(string[] lines) =>
        [.. lines.Zip(lines.Skip(1)).Where(pair => pair.Second.Contains(": BOOLEAN", StringComparison.Ordinal)).Select(pair => Values([pair.First], "OBJECT")[0])];
}
