using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Card.Apdu;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tests.Doubles;
using MyNumber.TestKit;

namespace MyNumber.Card.Tests.Applications.Jpki;

public sealed class CardBackedRsaTests : IDisposable
{
    private static readonly RSA Real = RSA.Create(2048);
    private static readonly RSA Other = RSA.Create(2048);
    private readonly RuleChannel _channel = new SigningCard(Real).Channel;
    private readonly CardBackedRsa _rsa;

    public CardBackedRsaTests() => _rsa = Connect(_channel).CreateRsa(JpkiKey.Signature, Real.ExportParameters(false));

    [Theory]
    [InlineData("SHA-256", "SHA256")]
    [InlineData("SHA-384", "SHA384")]
    [InlineData("SHA-512", "SHA512")]
    public void Signature_verifies_under_the_real_key(string description, string algorithm)
    {
        HashAlgorithmName name = new(algorithm);
        byte[] signature = _rsa.SignData("document"u8.ToArray(), name, RSASignaturePadding.Pkcs1);
        Real.VerifyData("document"u8, signature, name, RSASignaturePadding.Pkcs1).ShouldBeTrue(description);
        _rsa.VerifyData("document"u8, signature, name, RSASignaturePadding.Pkcs1).ShouldBeTrue(description);
        _rsa.VerifyData("another"u8, signature, name, RSASignaturePadding.Pkcs1).ShouldBeFalse(description);
    }

    [Fact]
    public void Signing_is_synchronous_to_the_channel()
    {
        _rsa.SignData("document"u8.ToArray(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        _channel.SynchronousCalls.ShouldBe(2);
        _channel.Commands[^2].ShouldBe(ScriptedChannel.Hex("00A4020C02001A"));
    }

    [Fact]
    public void Span_form_signs_too()
    {
        byte[] signature = new byte[256];
        _rsa.TrySignHash(SHA256.HashData("document"u8), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, out int written).ShouldBeTrue();
        Real.VerifyData("document"u8, signature.AsSpan(0, written), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
    }

    [Fact]
    public void Certificate_request_signs_with_one_card_call()
    {
        using CertificateRequestResult request = CertificateRequestResult.Load(
            new CertificateRequest("CN=lab", _rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSigningRequest());
        request.PublicKey.ExportParameters(false).Modulus.ShouldBe(Real.ExportParameters(false).Modulus);
        _channel.Commands.Count(command => command[1] == 0x2A).ShouldBe(1);
    }

    [Fact]
    public void Cms_signature_by_the_card_checks()
    {
        SignedCms cms = Sign(out _);
        SignedCms read = new(new ContentInfo("document"u8.ToArray()), detached: true);
        read.Decode(cms.Encode());
        read.CheckSignature(verifySignatureOnly: true);
        _channel.Commands.Count(command => command[1] == 0x2A).ShouldBe(1);
    }

    [SkippableFact]
    public void Cms_signature_by_the_card_verifies_with_openssl()
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        using TemporaryFolder folder = new();
        SignedCms cms = Sign(out X509Certificate2 certificate);
        string signature = folder.Write("signature.der", cms.Encode()), document = folder.Write("document", "document"u8);
        string changed = folder.Write("changed", "dokument"u8), signer = folder.Write("signer.pem", certificate.ExportCertificatePem());
        string[] arguments = ["cms", "-verify", "-binary", "-inform", "DER", "-in", signature, "-CAfile", signer, "-purpose", "any", "-content"];
        openssl.Run([.. arguments, document]).ExitCode.ShouldBe(0);
        openssl.Run([.. arguments, changed]).ExitCode.ShouldNotBe(0);
    }

    [Fact]
    public void Public_half_comes_out_of_the_certificate()
    {
        using X509Certificate2 certificate = SelfSigned(Real);
        using CardBackedRsa rsa = Connect(_channel).CreateRsa(JpkiKey.Signature, certificate.RawData);
        rsa.KeySize.ShouldBe(2048);
        rsa.ExportParameters(false).Modulus.ShouldBe(Real.ExportParameters(false).Modulus);
        rsa.ExportSubjectPublicKeyInfo().ShouldBe(Real.ExportSubjectPublicKeyInfo());
    }

    [Theory]
    [InlineData("nothing", 0)]
    [InlineData("truncated", 100)]
    public void Bytes_that_are_no_certificate_are_bad_data(string description, int length)
    {
        using X509Certificate2 certificate = SelfSigned(Real);
        byte[] bytes = certificate.RawData[..length];
        Should.Throw<CardDataException>(() => Connect(_channel).CreateRsa(JpkiKey.Signature, bytes), description);
    }

    [Fact]
    public void Elliptic_certificate_is_bad_data()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 certificate = new CertificateRequest("CN=lab", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        Should.Throw<CardDataException>(() => Connect(_channel).CreateRsa(JpkiKey.Signature, certificate.RawData));
    }

    [Fact]
    public void Signature_by_another_key_is_not_given_out()
    {
        using CardBackedRsa mismatched = Connect(new SigningCard(Other).Channel).CreateRsa(JpkiKey.Signature, Real.ExportParameters(false));
        Should.Throw<CardDataException>(() => mismatched.SignData("document"u8.ToArray(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Fact]
    public void Closed_key_keeps_its_status_word()
    {
        RuleChannel card = new(command => command[1] == 0x2A ? [0x69, 0x82] : [0x90, 0x00]);
        using CardBackedRsa rsa = Connect(card).CreateRsa(JpkiKey.Signature, Real.ExportParameters(false));
        CardStatusException thrown = Should.Throw<CardStatusException>(() => rsa.SignData("document"u8.ToArray(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        thrown.Status.Value.ShouldBe((ushort)0x6982);
        thrown.Operation.ShouldBe("COMPUTE DIGITAL SIGNATURE 001A");
    }

    [Fact]
    public void Removed_card_is_told_as_that()
    {
        RuleChannel card = new(command => command[1] == 0x2A ? throw new CardRemovedException() : [0x90, 0x00]);
        using CardBackedRsa rsa = Connect(card).CreateRsa(JpkiKey.Signature, Real.ExportParameters(false));
        Should.Throw<CardRemovedException>(() => rsa.SignData("document"u8.ToArray(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Fact]
    public void Private_half_does_not_come_out()
    {
        Should.Throw<CryptographicException>(() => _rsa.ExportParameters(true));
        Should.Throw<CryptographicException>(() => _rsa.ExportPkcs8PrivateKey());
        Should.Throw<CryptographicException>(() => _rsa.ExportRSAPrivateKey());
        Should.Throw<CryptographicException>(() => _rsa.Decrypt(new byte[256], RSAEncryptionPadding.Pkcs1));
        Should.Throw<NotSupportedException>(() => _rsa.ImportParameters(Real.ExportParameters(true)));
    }

    [SkippableFact]
    public void Certificate_with_private_key_cannot_be_made_on_Linux()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "the limitation is Linux's");
        using X509Certificate2 withKey = SelfSigned(Real);
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(withKey.RawData);
        Should.Throw<CryptographicException>(() => certificate.CopyWithPrivateKey(_rsa));
    }

    [Fact]
    public void Other_paddings_and_hashes_send_nothing()
    {
        int before = _channel.Commands.Count;
        Should.Throw<CryptographicException>(() => _rsa.SignData(new byte[1], HashAlgorithmName.SHA256, RSASignaturePadding.Pss));
        Should.Throw<CryptographicException>(() => _rsa.SignData(new byte[1], HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1));
        Should.Throw<CryptographicException>(() => _rsa.SignHash(new byte[31], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        _channel.Commands.Count.ShouldBe(before);
    }

    [Fact]
    public void Disposed_key_sends_nothing()
    {
        int before = _channel.Commands.Count;
        _rsa.Dispose();
        Should.Throw<ObjectDisposedException>(() => _rsa.SignHash(new byte[32], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        Should.Throw<ObjectDisposedException>(() => _rsa.SignData(new byte[1], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        Should.Throw<ObjectDisposedException>(() => _rsa.TrySignHash(new byte[32], new byte[256], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, out _));
        _channel.Commands.Count.ShouldBe(before);
    }

    public void Dispose() => _rsa.Dispose();

    private static JpkiApplication Connect(RuleChannel channel) =>
        JpkiApplication.SelectAsync(CardSession.Over(channel)).AsTask().GetAwaiter().GetResult();

    private static X509Certificate2 SelfSigned(RSA key)
    {
        CertificateRequest request = new("CN=lab signer", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    private SignedCms Sign(out X509Certificate2 certificate)
    {
        using X509Certificate2 withKey = SelfSigned(Real);
        certificate = X509CertificateLoader.LoadCertificate(withKey.RawData);
        SignedCms cms = new(new ContentInfo("document"u8.ToArray()), detached: true);
        cms.ComputeSignature(new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate, _rsa), silent: true);
        return cms;
    }
}
