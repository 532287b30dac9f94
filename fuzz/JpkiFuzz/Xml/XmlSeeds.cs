using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.Jpki.Xml;
using MyNumber.Jpki.Xml.Signing;
using MyNumber.Jpki.Xml.Verification;
using MyNumber.Testing;
using MyNumber.Testing.Keys;

namespace MyNumber.JpkiFuzz.Xml;

/// <summary>What is damaged: the same application signed in each form, all right and all under one lab certificate.</summary>
internal sealed class XmlSeeds : IDisposable
{
    private const string Application = """
        <d:form xmlns:d="urn:example:form" xmlns="urn:example:plain" xml:lang="ja"><part Id="part" d:b="2" a="1">見本　花子<!-- c --><x xmlns="">y&#13;&amp;</x></part><place></place><other Id="other">z</other></d:form>
        """;

    private static readonly XmlElementPath Place = XmlElementPath.Of("{urn:example:form}form", "{urn:example:plain}place");
    private static readonly XmlExpectation Part = XmlExpectation.Detached(Place, XmlElementPath.Of("{urn:example:form}form", "{urn:example:plain}part"));

    private readonly LabWorld _world;
    private readonly RSA _key;

    public XmlSeeds()
    {
        _world = LabWorld.StartAsync().GetAwaiter().GetResult();
        byte[] certificate = _world.Holder.Certificates.Signature!.Encoded.ToArray();
        JpkiCertificate read = JpkiCertificate.TryParse(certificate, out JpkiCertificate? parsed, out _) ? parsed : throw new InvalidOperationException("The seed's certificate cannot be read.");
        _key = Enumerable.Range(0, LabKeyPool.Count).Select(LabKeyPool.Load).First(key => key.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(read.SubjectPublicKeyInfo.Span));
        TrustAnchorSet anchors = _world.CreateValidator(CertificatePurpose.Signature).Anchors;
        Verifier = new XmlDocumentVerifier(new CertificateValidator(anchors, new NoStatus(), _world.Clock), new XmlVerificationOptions { TreatSignaturesElsewhereAsContent = true });
        SignerCredential signer = SignerCredential.Create(certificate, _key);
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

    public XmlDocumentVerifier Verifier { get; }

    public (byte[] Xml, XmlExpectation Expected)[] Documents { get; }

    public void Dispose()
    {
        _key.Dispose();
        _world.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    /// <summary>Never asked: only what is local is judged.</summary>
    private sealed class NoStatus : IRevocationSource
    {
        public ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default) => throw new InvalidOperationException();
    }
}
