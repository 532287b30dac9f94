using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Testing;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class CardKeySnippets
{
    [Fact]
    public async Task Cms_is_signed_in_the_card()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        using CardSession session = CardSession.Open(world.Holder.Reader.Connect());
        JpkiApplication jpki = await OpenAsync(session, world.Holder);
        byte[] document = "口座開設申込書"u8.ToArray();
        #region card-key-cms
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(await jpki.ReadCertificateAsync(JpkiKey.Signature));
        using CardBackedRsa key = jpki.CreateRsa(JpkiKey.Signature, certificate.RawData);
        CmsSigner signer = new(SubjectIdentifierType.IssuerAndSerialNumber, certificate, key)      // the key beside the certificate
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),                                   // SHA-256
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        SignedCms cms = new(new ContentInfo(document));
        cms.ComputeSignature(signer);
        byte[] signed = cms.Encode();
        #endregion
        SignedCms read = new();
        read.Decode(signed);
        Should.NotThrow(() => read.CheckSignature(verifySignatureOnly: true));
    }

    [Fact]
    public async Task Request_is_signed_in_the_card()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        using CardSession session = CardSession.Open(world.Holder.Reader.Connect());
        JpkiApplication jpki = await OpenAsync(session, world.Holder);
        using CardBackedRsa key = jpki.CreateRsa(JpkiKey.Signature, await jpki.ReadCertificateAsync(JpkiKey.Signature));
        #region card-key-request
        CertificateRequest request = new("CN=kiosk 7", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        string pem = request.CreateSigningRequestPem();
        #endregion
        CertificateRequest.LoadSigningRequestPem(pem, HashAlgorithmName.SHA256).SubjectName.Name.ShouldBe("CN=kiosk 7");
    }

    private static async Task<JpkiApplication> OpenAsync(CardSession session, LabHolder holder)
    {
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        using CardPin pin = holder.TypePin(CardPinKind.Signature);
        (await jpki.VerifyPinAsync(JpkiKey.Signature, pin)).IsVerified.ShouldBeTrue();
        return jpki;
    }
}
