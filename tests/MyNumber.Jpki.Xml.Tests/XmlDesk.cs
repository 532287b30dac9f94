using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Tests.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.Jpki.Xml.Canonical;
using MyNumber.Jpki.Xml.Signing;
using MyNumber.Jpki.Xml.Tree;
using MyNumber.Jpki.Xml.Verification;
using MyNumber.Testing;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Xml.Tests;

/// <summary>One customer, one bank, one clock, and an application in the four parts that public offices ask for.</summary>
internal sealed class XmlDesk : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);

    /// <summary>White space, default and prefixed namespaces, an inherited xml:lang, references, CDATA, a comment and an instruction.</summary>
    public const string Application = """
        <?xml version="1.0" encoding="UTF-8"?>
        <?office desk?>
        <!-- before -->
        <DataRoot xmlns="urn:example:application" xmlns:p="urn:example:person" xml:lang="ja">
          <構成情報 ID="構成情報" note="a&#9;b&#10;c&#13;&lt;&quot;'>" p:z="1" p:a="2">
            <p:氏名>見本　花子</p:氏名>
            <p:住所><![CDATA[東京都千代田区霞が関<２－１－２>&]]></p:住所>
            <plain xmlns="">x&#13;y &gt; z</plain><!-- inside --><empty/>
          </構成情報>
          <署名情報></署名情報>
          <その他 Id="other"><?desk  two ?>𠮷</その他>
        </DataRoot>
        <!-- after -->
        """;

    public const string Space = "{urn:example:application}";

    public XmlDesk()
    {
        Authority = new ShapedAuthority(1);
        Key = LabKeyPool.Load(ShapedLeaf.Signature.Key);
        Certificate = ShapedLeaf.Signature.IssueBy(Authority);
        Signer = SignerCredential.Create(Certificate, Key);
        Validator = new CertificateValidator(ShapedAuthority.SignatureAnchors(Authority), Status, Clock);
        Verifier = new XmlDocumentVerifier(Validator);
    }

    public static XmlElementPath SignaturePlace { get; } = XmlElementPath.Of(Space + "DataRoot", Space + "署名情報");

    public static XmlElementPath Composition { get; } = XmlElementPath.Of(Space + "DataRoot", Space + "構成情報");

    public static XmlExpectation WholeDocument { get; } = XmlExpectation.Enveloped(Space + "DataRoot");

    public static XmlExpectation CompositionOnly { get; } = XmlExpectation.Detached(SignaturePlace, Composition);

    public static XmlSigningOptions Exclusive { get; } = new() { ReferenceCanonicalization = XmlCanonicalization.Exclusive, Canonicalization = XmlCanonicalization.Exclusive };

    public static byte[] ApplicationBytes => Encoding.UTF8.GetBytes(Application);

    public ShapedAuthority Authority { get; }

    public RSA Key { get; }

    public byte[] Certificate { get; }

    public SignerCredential Signer { get; }

    public FixedStatus Status { get; } = new();

    public ManualTimeProvider Clock { get; } = new(Now);

    public CertificateValidator Validator { get; }

    public XmlDocumentVerifier Verifier { get; }

    public byte[] SignEnveloped(XmlSigningOptions? options = null) => XmlDocumentSigner.SignEnveloped(Signer, ApplicationBytes, options);

    public byte[] SignDetached(XmlSigningOptions? options = null) => XmlDocumentSigner.SignDetached(Signer, ApplicationBytes, SignaturePlace, ["構成情報"], options);

    public async Task<XmlVerificationResult> VerifyAsync(string xml, XmlExpectation expected) => await Verifier.VerifyAsync(Encoding.UTF8.GetBytes(xml), expected);

    public async Task<XmlVerificationResult> VerifyAsync(byte[] xml, XmlExpectation expected) => await Verifier.VerifyAsync(xml, expected);

    /// <summary>Signs a changed SignedInfo with the customer's own key, as a malicious signer could.</summary>
    public string SignAgain(string xml)
    {
        TreeDocument document = TreeReader.Read(Encoding.UTF8.GetBytes(xml), out _).ShouldNotBeNull();
        TreeElement info = document.Root.SelfAndDescendants().Single(element => element.LocalName == "SignedInfo");
        byte[] octets = Canonicalizer.Write(info, CanonicalForm.Default).ShouldNotBeNull();
        DocumentEditor edit = new(Encoding.UTF8.GetBytes(xml));
        edit.Of("SignatureValue").InnerText = Convert.ToBase64String(Key.SignData(octets, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        return Encoding.UTF8.GetString(edit.Save());
    }

    public void Dispose()
    {
        Authority.Dispose();
        Key.Dispose();
    }
}
