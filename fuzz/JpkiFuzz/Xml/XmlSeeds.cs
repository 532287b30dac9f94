using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Xml;
using MyNumber.Jpki.Xml.Signing;
using MyNumber.Jpki.Xml.Verification;

namespace MyNumber.JpkiFuzz.Xml;

/// <summary>What is damaged: the same application signed in each form, all right and all under one lab certificate.</summary>
internal sealed class XmlSeeds : IDisposable
{
    private const string Application = """
        <d:form xmlns:d="urn:example:form" xmlns="urn:example:plain" xml:lang="ja" d:kind="new" at="2026"><part Id="part" d:b="2" a="1">見本　花子<!-- c --><x xmlns="">y&#13;&amp;</x></part><place></place><other Id="other">z</other></d:form>
        """;

    private static readonly XmlElementPath Place = XmlElementPath.Of("{urn:example:form}form", "{urn:example:plain}place");
    private static readonly XmlExpectation Part = XmlExpectation.Detached(Place, XmlElementPath.Of("{urn:example:form}form", "{urn:example:plain}part"));

    private readonly LabSigner _signer = new();

    public XmlSeeds()
    {
        Strict = new XmlDocumentVerifier(_signer.Validator);
        Open = new XmlDocumentVerifier(_signer.Validator, new XmlVerificationOptions { TreatSignaturesElsewhereAsContent = true });
        SignerCredential signer = _signer.Credential;
        byte[] xml = Encoding.UTF8.GetBytes(Application);
        XmlSigningOptions exclusive = new() { Canonicalization = XmlCanonicalization.ExclusiveWithComments, ReferenceCanonicalization = XmlCanonicalization.Exclusive, Prefix = string.Empty };
        Documents =
        [
            (XmlDocumentSigner.SignEnveloped(signer, xml), XmlExpectation.Enveloped("{urn:example:form}form")),
            (XmlDocumentSigner.SignEnveloped(signer, xml, exclusive), XmlExpectation.Enveloped("{urn:example:form}form")),
            (XmlDocumentSigner.SignDetached(signer, xml, Place, ["part"]), Part),
            (XmlDocumentSigner.SignDetached(signer, xml, Place, ["other", "part"], exclusive), Part),
            (XmlDocumentSigner.SignEnveloping(signer, xml), XmlExpectation.Enveloping()),
            (XmlDocumentSigner.SignEnveloping(signer, xml, options: exclusive), XmlExpectation.Enveloping()),
        ];
    }

    /// <summary>One signature and no other.</summary>
    public XmlDocumentVerifier Strict { get; }

    /// <summary>Signatures elsewhere are content.</summary>
    public XmlDocumentVerifier Open { get; }

    public (byte[] Xml, XmlExpectation Expected)[] Documents { get; }

    public RSA Key => _signer.Key;

    public void Dispose() => _signer.Dispose();
}
