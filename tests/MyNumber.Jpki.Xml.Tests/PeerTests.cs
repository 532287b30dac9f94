using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Validation;
using MyNumber.Jpki.Xml.Signing;
using MyNumber.Jpki.Xml.Verification;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Xml.Tests;

/// <summary>Other people's programs judge what is signed here, and sign what is judged here.</summary>
public sealed class PeerTests : IDisposable
{
    private const string Inclusive = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    private const string Exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private const string More = "http://www.w3.org/2001/04/xmldsig-more#";
    private const string Sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    private const string Sha384 = More + "sha384";
    private const string Sha512 = "http://www.w3.org/2001/04/xmlenc#sha512";
    private const string Enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

    private readonly XmlDesk _desk = new();
    private readonly TemporaryFolder _folder = new();
    private readonly ECDsa _authorityKey = ShapedEcdsa.Key(384);

    /// <summary>Without what the platform gets wrong: it loses tabs in attributes and carriage returns, and copies xml:lang into exclusive forms.</summary>
    private static byte[] ForPlatform => Encoding.UTF8.GetBytes(XmlDesk.Application.Replace("&#9;", string.Empty, StringComparison.Ordinal).Replace("&#10;", string.Empty, StringComparison.Ordinal).Replace("&#13;", string.Empty, StringComparison.Ordinal).Replace(" xml:lang=\"ja\"", string.Empty, StringComparison.Ordinal));

    public static TheoryData<string, string, XmlCanonicalization> Forms => EachFormOf("RSA", "P-256", "P-384");

    public static TheoryData<string, string, XmlCanonicalization> RsaForms => EachFormOf("SHA256", "SHA384", "SHA512");

    public void Dispose()
    {
        _desk.Dispose();
        _folder.Dispose();
        _authorityKey.Dispose();
    }

    [SkippableTheory]
    [MemberData(nameof(Forms))]
    public void Xmlsec_accepts_what_is_signed_here_and_refuses_it_tampered(string kind, string form, XmlCanonicalization method)
    {
        using Person person = Of(kind);
        byte[] signed = Sign(person, form, new XmlSigningOptions { Canonicalization = method, ReferenceCanonicalization = method, Hash = kind == "P-384" ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA256 });
        ProgramOutcome right = VerifyByXmlsec(person, signed);
        right.ExitCode.ShouldBe(0, right.All);
        VerifyByXmlsec(person, Tamper(signed)).ExitCode.ShouldNotBe(0);
    }

    /// <summary>RSA only: the platform has no ECDSA here.</summary>
    [Theory]
    [MemberData(nameof(RsaForms))]
    public void Platform_accepts_what_is_signed_here_and_refuses_it_tampered(string hash, string form, XmlCanonicalization method)
    {
        using Person person = Of("RSA");
        XmlSigningOptions options = new() { Canonicalization = method, ReferenceCanonicalization = method, Hash = new HashAlgorithmName(hash) };
        byte[] signed = Sign(person, form, options, ForPlatform);
        VerifyByPlatform(person, signed).ShouldBeTrue();
        VerifyByPlatform(person, Tamper(signed)).ShouldBeFalse();
    }

    [SkippableTheory]
    [InlineData("RSA", "rsa-sha256", Sha256, "enveloped", Inclusive, "")]
    [InlineData("RSA", "rsa-sha384", Sha384, "enveloped", Exclusive, "")]
    [InlineData("RSA", "rsa-sha512", Sha512, "detached", Inclusive, "")]
    [InlineData("RSA", "rsa-sha256", Sha256, "detached", Exclusive, "p xml #default")]
    [InlineData("RSA", "rsa-sha256", Sha256, "detached", Inclusive + "#WithComments", "")]
    [InlineData("RSA", "rsa-sha256", Sha256, "detached", Exclusive + "WithComments", "unheard p")]
    [InlineData("RSA", "rsa-sha256", Sha256, "enveloping", Exclusive, "")]
    [InlineData("RSA", "rsa-sha256", Sha256, "enveloped", Inclusive + "#WithComments", "")]
    [InlineData("P-384", "ecdsa-sha384", Sha384, "enveloped", Exclusive + "WithComments", "")]
    [InlineData("P-256", "ecdsa-sha256", Sha256, "enveloping", Inclusive + "#WithComments", "")]
    [InlineData("RSA", "rsa-sha512", Sha512, "enveloping", Exclusive + "WithComments", "")]
    [InlineData("P-256", "ecdsa-sha256", Sha256, "enveloped", Inclusive, "")]
    [InlineData("P-256", "ecdsa-sha512", Sha512, "enveloping", Inclusive, "")]
    [InlineData("P-384", "ecdsa-sha384", Sha384, "detached", Exclusive, "")]
    public async Task What_xmlsec_signs_is_valid_and_refused_tampered(string kind, string algorithm, string digest, string form, string canonical, string prefixes)
    {
        using Person person = Of(kind);
        byte[] signed = SignByXmlsec(person, Template(algorithm, digest, form, canonical, prefixes));
        XmlDocumentVerifier verifier = new(person.Validator);
        (await verifier.VerifyAsync(signed, Expected(form))).Reason.ShouldBe(VerificationReason.None);
        (await verifier.VerifyAsync(Tamper(signed), Expected(form))).Reason.ShouldBe(VerificationReason.ContentDigestMismatch);
    }

    [SkippableTheory]
    [InlineData("SHA-1", "rsa-sha1", VerificationReason.AlgorithmNotAccepted)]
    [InlineData("HMAC", "hmac-sha256", VerificationReason.AlgorithmNotAccepted)]
    public async Task What_xmlsec_would_sign_weakly_is_refused(string description, string algorithm, VerificationReason reason)
    {
        string space = algorithm == "rsa-sha1" ? "http://www.w3.org/2000/09/xmldsig#" : More;
        string xml = Template(algorithm, Sha256, "enveloped", Inclusive, string.Empty).Replace(More + algorithm, space + algorithm, StringComparison.Ordinal);
        using Person person = Of("RSA");
        byte[] signed = algorithm == "rsa-sha1" ? SignByXmlsec(person, xml) : Encoding.UTF8.GetBytes(xml.Replace("<SignatureValue/>", "<SignatureValue>AAAA</SignatureValue>", StringComparison.Ordinal).Replace("<DigestValue/>", "<DigestValue>AAAA</DigestValue>", StringComparison.Ordinal).Replace("<X509Certificate/>", $"<X509Certificate>{Convert.ToBase64String(person.Certificate)}</X509Certificate>", StringComparison.Ordinal));
        (await _desk.Verifier.VerifyAsync(signed, XmlDesk.WholeDocument)).Reason.ShouldBe(reason, description);
        if (algorithm == "rsa-sha1")
        {
            XmlDocumentVerifier old = new(_desk.Validator, new XmlVerificationOptions { AcceptForgeableSha1SignaturesOfOldDocuments = true });
            (await old.VerifyAsync(signed, XmlDesk.WholeDocument)).Reason.ShouldBe(VerificationReason.None);
            (await old.VerifyAsync(Tamper(signed), XmlDesk.WholeDocument)).Reason.ShouldBe(VerificationReason.ContentDigestMismatch);
        }
    }

    [SkippableTheory]
    [InlineData("RSA", "enveloped", XmlCanonicalization.Inclusive)]
    [InlineData("RSA", "detached", XmlCanonicalization.Exclusive)]
    [InlineData("RSA", "enveloping", XmlCanonicalization.InclusiveWithComments)]
    [InlineData("P-256", "enveloped", XmlCanonicalization.ExclusiveWithComments)]
    [InlineData("P-384", "detached", XmlCanonicalization.Inclusive)]
    public void Jdk_accepts_what_is_signed_here_and_refuses_it_tampered(string kind, string form, XmlCanonicalization method)
    {
        using Person person = Of(kind);
        byte[] signed = Sign(person, form, new XmlSigningOptions { Canonicalization = method, ReferenceCanonicalization = method });
        ProgramOutcome outcome = RunJdk("verify", _folder.Write("signer.der", person.Certificate), _folder.Write("signed.xml", signed), _folder.Write("tampered.xml", Tamper(signed)));
        outcome.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ShouldBe(["VALID", "INVALID"], outcome.All);
    }

    [SkippableTheory]
    [InlineData("RSA", "rsa-sha256", Inclusive)]
    [InlineData("P-384", "ecdsa-sha384", Exclusive)]
    public async Task What_the_jdk_signs_is_valid_and_refused_tampered(string kind, string algorithm, string canonical)
    {
        using Person person = Of(kind);
        string key = _folder.Write("lab-key.der", PemEncodedKey(person)), output = Path.Combine(_folder.Path, "jdk.xml");
        ProgramOutcome outcome = RunJdk("sign", _folder.Write("signer.der", person.Certificate), key, More + algorithm, canonical, _folder.Write("application.xml", XmlDesk.ApplicationBytes), output);
        outcome.ExitCode.ShouldBe(0, outcome.All);
        XmlDocumentVerifier verifier = new(person.Validator);
        byte[] signed = File.ReadAllBytes(output);
        (await verifier.VerifyAsync(signed, XmlDesk.WholeDocument)).Reason.ShouldBe(VerificationReason.None);
        (await verifier.VerifyAsync(Tamper(signed), XmlDesk.WholeDocument)).Reason.ShouldBe(VerificationReason.ContentDigestMismatch);
    }

    [Theory]
    [InlineData("inclusive", Inclusive, "")]
    [InlineData("inclusive with comments", Inclusive + "#WithComments", "")]
    [InlineData("exclusive", Exclusive, "")]
    [InlineData("exclusive with a list", Exclusive, "p")]
    public async Task What_the_platform_signs_is_valid(string description, string canonical, string prefixes)
    {
        XmlDocument document = Load(ForPlatform);
        SignedXml signing = new(document) { SigningKey = _desk.Key };
        signing.SignedInfo!.CanonicalizationMethod = canonical;
        signing.SignedInfo.SignatureMethod = SignedXml.XmlDsigRSASHA256Url;
        Reference reference = new(string.Empty) { DigestMethod = SignedXml.XmlDsigSHA256Url };
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(canonical == Exclusive ? new XmlDsigExcC14NTransform(prefixes) : new XmlDsigC14NTransform());
        signing.AddReference(reference);
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(_desk.Certificate);
        KeyInfoX509Data data = new(certificate);
        data.AddIssuerSerial(certificate.Issuer, certificate.SerialNumber);
        signing.KeyInfo.AddClause(data);
        signing.ComputeSignature();
        document.DocumentElement!.AppendChild(signing.GetXml());
        (await _desk.VerifyAsync(document.OuterXml, XmlDesk.WholeDocument)).Reason.ShouldBe(VerificationReason.None, description);
    }

    private static TheoryData<string, string, XmlCanonicalization> EachFormOf(params string[] kinds)
    {
        TheoryData<string, string, XmlCanonicalization> rows = [];
        foreach (string kind in kinds)
        {
            foreach (string form in (string[])["enveloped", "detached", "enveloping"])
            {
                Enum.GetValues<XmlCanonicalization>().ToList().ForEach(method => rows.Add(kind, form, method));
            }
        }

        return rows;
    }

    private static ProgramOutcome RunJdk(params string[] arguments) =>
        OutsideProgram.Require("java", "openjdk-17-jdk-headless").Run([Path.Combine(AppContext.BaseDirectory, "XmlPeer.java"), .. arguments]);

    private static byte[] PemEncodedKey(Person person) => Convert.FromBase64String(person.PrivateKeyPem[PemEncoding.Find(person.PrivateKeyPem).Base64Data]);

    private static XmlExpectation Expected(string form) => form switch
    {
        "enveloped" => XmlDesk.WholeDocument,
        "detached" => XmlDesk.CompositionOnly,
        _ => XmlExpectation.Enveloping(),
    };

    private static byte[] Sign(Person person, string form, XmlSigningOptions options, byte[]? application = null) => form switch
    {
        "enveloped" => XmlDocumentSigner.SignEnveloped(person.Signer, application ?? XmlDesk.ApplicationBytes, options),
        "detached" => XmlDocumentSigner.SignDetached(person.Signer, application ?? XmlDesk.ApplicationBytes, XmlDesk.SignaturePlace, ["構成情報"], options),
        _ => XmlDocumentSigner.SignEnveloping(person.Signer, application ?? XmlDesk.ApplicationBytes, options: options),
    };

    private static byte[] Tamper(byte[] signed) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(signed).Replace("花子", "太郎", StringComparison.Ordinal));

    private static string Template(string algorithm, string digest, string form, string canonical, string prefixes)
    {
        string list = prefixes.Length == 0 ? string.Empty : $"""<ec:InclusiveNamespaces xmlns:ec="{Exclusive}" PrefixList="{prefixes}"/>""";
        string uri = form == "enveloped" ? string.Empty : form == "detached" ? "#構成情報" : "#signed";
        string taking = form == "enveloped" ? $"""<Transform Algorithm="{Enveloped}"/>""" : string.Empty;
        string plain = XmlDesk.Application[(XmlDesk.Application.IndexOf("?>", StringComparison.Ordinal) + 2)..];
        string body = plain[plain.IndexOf("<DataRoot", StringComparison.Ordinal)..(plain.IndexOf("</DataRoot>", StringComparison.Ordinal) + 11)];
        string content = form == "enveloping" ? $"""<Object Id="signed">{body}</Object>""" : string.Empty;
        string signature = $"""
            <Signature xmlns="http://www.w3.org/2000/09/xmldsig#" Id="s"><SignedInfo>
            <CanonicalizationMethod Algorithm="{canonical}">{list}</CanonicalizationMethod><SignatureMethod Algorithm="{More}{algorithm}"/>
            <Reference URI="{uri}"><Transforms>{taking}<Transform Algorithm="{canonical}">{list}</Transform></Transforms>
            <DigestMethod Algorithm="{digest}"/><DigestValue/></Reference></SignedInfo><SignatureValue/>
            <KeyInfo><KeyName/><X509Data><X509Certificate/></X509Data></KeyInfo>{content}</Signature>
            """;
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + form switch
        {
            "enveloped" => body.Replace("</DataRoot>", signature + "\n</DataRoot>", StringComparison.Ordinal),
            "detached" => body.Replace("<署名情報></署名情報>", $"<署名情報>{signature}</署名情報>", StringComparison.Ordinal),
            _ => signature,
        };
    }

    private static XmlDocument Load(byte[] xml)
    {
        XmlDocument document = new() { PreserveWhitespace = true, XmlResolver = null };
        document.Load(new MemoryStream(xml));
        return document;
    }

    private static bool VerifyByPlatform(Person person, byte[] xml)
    {
        XmlDocument document = Load(xml);
        IdSignedXml signed = new(document);
        signed.LoadXml((XmlElement)document.GetElementsByTagName("Signature", "http://www.w3.org/2000/09/xmldsig#")[0]!);
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(person.Certificate);
        using AsymmetricAlgorithm key = (AsymmetricAlgorithm?)certificate.GetRSAPublicKey() ?? certificate.GetECDsaPublicKey()!;
        return signed.CheckSignature(key);
    }

    private ProgramOutcome VerifyByXmlsec(Person person, byte[] xml)
    {
        string anchor = _folder.Write("anchor.pem", PemEncoding.WriteString("CERTIFICATE", person.Anchor));
        return OutsideProgram.Require("xmlsec1", "xmlsec1").Run(
            "--verify", "--trusted-pem", anchor, "--verification-gmt-time", "2026-11-21 03:00:00", "--enabled-key-data", "x509", "--id-attr:ID", "urn:example:application:構成情報", "--id-attr:Id", "http://www.w3.org/2000/09/xmldsig#:Object", _folder.Write("signed.xml", xml));
    }

    private byte[] SignByXmlsec(Person person, string template)
    {
        string key = _folder.Write("lab-key.pem", person.PrivateKeyPem), certificate = _folder.Write("signer.pem", PemEncoding.WriteString("CERTIFICATE", person.Certificate));
        string output = Path.Combine(_folder.Path, "out.xml");
        ProgramOutcome outcome = OutsideProgram.Require("xmlsec1", "xmlsec1").Run(
            "--sign", "--privkey-pem", $"{key},{certificate}", "--id-attr:ID", "urn:example:application:構成情報", "--id-attr:Id", "http://www.w3.org/2000/09/xmldsig#:Object", "--output", output, _folder.Write("template.xml", template));
        outcome.ExitCode.ShouldBe(0, outcome.All);
        return File.ReadAllBytes(output);
    }

    private Person Of(string kind)
    {
        if (kind == "RSA")
        {
            return new Person(_desk.Signer, _desk.Certificate, _desk.Authority.Der, _desk.Validator, _desk.Key.ExportPkcs8PrivateKeyPem(), null);
        }

        ECDsa key = ShapedEcdsa.Key(kind == "P-256" ? 256 : 384);
        byte[] authority = ShapedEcdsa.Authority(_authorityKey);
        byte[] certificate = ShapedEcdsa.Leaf(key, _authorityKey, _authorityKey, HashAlgorithmName.SHA384, ShapedLeaf.Signature.NotBefore, ShapedLeaf.LastSecond);
        CertificateProfile profile = CertificateProfiles.CardSignature with
        {
            Policy = ShapedEcdsa.Policy,
            PublicKeyAlgorithm = "1.2.840.10045.2.1",
            KeySize = kind == "P-256" ? 256 : 384,
            SignatureAlgorithm = "1.2.840.10045.4.3.3",
        };
        TrustAnchor.TryParse(authority, out TrustAnchor? anchor).ShouldBeTrue();
        TrustAnchorSet anchors = new(CertificatePurpose.Signature, JpkiEnvironment.Lab, [anchor!], [profile]);
        return new Person(SignerCredential.Create(certificate, key), certificate, authority, new CertificateValidator(anchors, _desk.Status, _desk.Clock), key.ExportPkcs8PrivateKeyPem(), key);
    }

    private sealed record Person(SignerCredential Signer, byte[] Certificate, byte[] Anchor, CertificateValidator Validator, string PrivateKeyPem, IDisposable? Key) : IDisposable
    {
        public void Dispose() => Key?.Dispose();
    }

    /// <summary>The platform's verifier, told that ID is an identifier and that a Japanese one is a name.</summary>
    private sealed class IdSignedXml(XmlDocument document) : SignedXml(document)
    {
        public override XmlElement? GetIdElement(XmlDocument? document, string idValue) =>
            document?.SelectSingleNode($"//*[@Id='{idValue}' or @ID='{idValue}']") as XmlElement;
    }
}
