using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.Jpki.Xml;
using MyNumber.Jpki.Xml.Signing;
using MyNumber.Jpki.Xml.Verification;
using MyNumber.Testing;
using MyNumber.Testing.Keys;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class XmlSnippets
{
    [Fact]
    public async Task Application_is_signed_and_verified()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        CertificateValidator signatureCertificates = world.CreateValidator(CertificatePurpose.Signature);
        (SignerCredential signer, RSA key) = Signer(world);
        using RSA mine = key;
        byte[] application = Encoding.UTF8.GetBytes("<申込 xmlns=\"urn:example:form\"><氏名>見本　花子</氏名></申込>");
        #region xml-sign
        byte[] signed = XmlDocumentSigner.SignEnveloped(signer, application);          // any RSA or ECDsa, a card's too; the key is asked once
        #endregion
        #region xml-verify
        XmlDocumentVerifier verifier = new(signatureCertificates);                     // thread safe; make one and keep it
        XmlVerificationResult result = await verifier.VerifyAsync(signed, XmlExpectation.Enveloped("{urn:example:form}申込"));
        if (result.Outcome == VerificationOutcome.Valid)
        {
            using System.Xml.XmlReader content = result.SignedParts[0].CreateReader(); // what was signed, and nothing else of the document
            content.ReadToFollowing("氏名", "urn:example:form");
            Note(content.ReadElementContentAsString(), result.Holder!.Attributes.Name);
        }
        #endregion
        result.Reason.ShouldBe(VerificationReason.None);
    }

    [Fact]
    public async Task Package_is_signed_and_verified()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        XmlDocumentVerifier verifier = new(world.CreateValidator(CertificatePurpose.Signature));
        (SignerCredential signer, RSA key) = Signer(world);
        using RSA mine = key;
        byte[] composition = Encoding.UTF8.GetBytes("<DataRoot><構成情報 ID=\"構成情報\"><申請書>form.xml</申請書></構成情報><署名情報/></DataRoot>");
        byte[] form = "<form/>"u8.ToArray();
        #region xml-package
        Dictionary<string, ReadOnlyMemory<byte>> files = new() { ["form.xml"] = form };
        byte[] signed = XmlDocumentSigner.SignDetached(signer, composition, XmlElementPath.Of("DataRoot", "署名情報"), ["構成情報"], new XmlSigningOptions { Prefix = string.Empty }, files);
        XmlExpectation expected = XmlExpectation
            .Detached(XmlElementPath.Of("DataRoot", "署名情報"), XmlElementPath.Of("DataRoot", "構成情報"))
            .WithFiles(files);                                                         // the bytes that you received; nothing is fetched
        XmlVerificationResult result = await verifier.VerifyAsync(signed, expected);
        #endregion
        result.Reason.ShouldBe(VerificationReason.None);
    }

    private static void Note(string written, string certified) => written.ShouldNotBeEmpty(certified);

    private static (SignerCredential Signer, RSA Key) Signer(LabWorld world)
    {
        byte[] certificate = world.Holder.Certificates.Signature!.Encoded.ToArray();
        JpkiCertificate.TryParse(certificate, out JpkiCertificate? read, out _).ShouldBeTrue();
        RSA key = Enumerable.Range(0, LabKeyPool.Count)
            .Select(LabKeyPool.Load)
            .First(candidate => candidate.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(read!.SubjectPublicKeyInfo.Span));
        return (SignerCredential.Create(certificate, key), key);
    }
}
