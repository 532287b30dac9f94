using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Signatures;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Tests.Signatures;

public sealed class PeerTests : IDisposable
{
    private readonly SigningDesk _desk = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _desk.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("attached", false, SubjectIdentifierType.IssuerAndSerialNumber, true)]
    [InlineData("detached", true, SubjectIdentifierType.IssuerAndSerialNumber, true)]
    [InlineData("by key identifier", false, SubjectIdentifierType.SubjectKeyIdentifier, true)]
    [InlineData("signing time left out", false, SubjectIdentifierType.IssuerAndSerialNumber, false)]
    public async Task What_the_platform_signs_is_valid(string description, bool detached, SubjectIdentifierType identifier, bool signingTime)
    {
        byte[] cms = SignByPlatform(detached, identifier, signingTime);
        DocumentVerificationResult result = await _desk.VerifyAsync(cms, detached ? SigningDesk.Application : null);
        result.Reason.ShouldBe(VerificationReason.None, description);
        result.SignerInfo!.SignatureAlgorithm.ShouldBe("1.2.840.113549.1.1.1");
    }

    [Fact]
    public async Task Two_signers_by_the_platform_are_refused()
    {
        SignedCms cms = new(new ContentInfo(SigningDesk.Application));
        using X509Certificate2 certificate = _desk.LoadWithKey();
        cms.ComputeSignature(new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate));
        cms.ComputeSignature(new CmsSigner(SubjectIdentifierType.SubjectKeyIdentifier, certificate));
        (await _desk.VerifyAsync(cms.Encode())).Reason.ShouldBe(VerificationReason.SeveralSigners);
    }

    [Fact]
    public void Platform_agrees_on_what_the_tests_sign_by_hand()
    {
        SignedCms cms = new();
        cms.Decode(_desk.Cms.Encode());
        cms.CheckSignature(verifySignatureOnly: true);
        cms.SignerInfos.Count.ShouldBe(1);
    }

    [SkippableTheory]
    [InlineData("attached", "-nodetach")]
    [InlineData("attached, by key identifier", "-nodetach", "-keyid")]
    [InlineData("attached, without attributes", "-nodetach", "-noattr")]
    [InlineData("attached, SHA-384", "-nodetach", "-md", "sha384")]
    [InlineData("attached, SHA-512", "-nodetach", "-md", "sha512")]
    [InlineData("attached, with signing-certificate-v2", "-nodetach", "-cades")]
    [InlineData("detached")]
    public async Task What_openssl_signs_is_valid(string description, params string[] options)
    {
        byte[] cms = SignByOpenSsl(options);
        byte[]? detached = options.Contains("-nodetach") ? null : SigningDesk.Application;
        (await _desk.VerifyAsync(cms, detached)).Reason.ShouldBe(VerificationReason.None, description);

        cms[^1] ^= 1;
        (await _desk.VerifyAsync(cms, detached)).Reason.ShouldBe(VerificationReason.SignatureInvalid, description);
    }

    [SkippableTheory]
    [InlineData("SHA-1", VerificationReason.AlgorithmNotAccepted, "-nodetach", "-md", "sha1")]
    [InlineData("RSASSA-PSS", VerificationReason.AlgorithmNotAccepted, "-nodetach", "-keyopt", "rsa_padding_mode:pss")]
    [InlineData("no certificate", VerificationReason.SignerNotFound, "-nodetach", "-nocerts")]
    public async Task What_openssl_signs_otherwise_is_refused(string description, VerificationReason reason, params string[] options) =>
        (await _desk.VerifyAsync(SignByOpenSsl(options))).Reason.ShouldBe(reason, description);

    [SkippableFact]
    public void Openssl_verifies_what_the_tests_sign_by_hand()
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        string cms = _folder.Write("application.p7", _desk.Cms.Encode());
        string anchor = _folder.Write("anchor.pem", PemEncoding.WriteString("CERTIFICATE", _desk.SignatureAuthority.Der));
        ProgramOutcome outcome = openssl.Run(
            "cms", "-verify", "-inform", "DER", "-in", cms, "-CAfile", anchor, "-purpose", "any", "-no_check_time", "-binary", "-out", Path.Combine(_folder.Path, "content"));
        outcome.ExitCode.ShouldBe(0, outcome.All);
        File.ReadAllBytes(Path.Combine(_folder.Path, "content")).ShouldBe(SigningDesk.Application);
    }

    private byte[] SignByPlatform(bool detached, SubjectIdentifierType identifier, bool signingTime)
    {
        SignedCms cms = new(new ContentInfo(SigningDesk.Application), detached);
        using X509Certificate2 certificate = _desk.LoadWithKey();
        CmsSigner signer = new(identifier, certificate) { DigestAlgorithm = new Oid(HandMadeCms.Sha256), IncludeOption = X509IncludeOption.EndCertOnly };
        if (signingTime)
        {
            signer.SignedAttributes.Add(new Pkcs9SigningTime(SigningDesk.Now.UtcDateTime));
        }

        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    private byte[] SignByOpenSsl(params string[] options)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        string input = _folder.Write("application.txt", SigningDesk.Application);
        string certificate = _folder.Write("signer.pem", PemEncoding.WriteString("CERTIFICATE", _desk.SignatureDer));
        string key = _folder.Write("lab-key.pem", _desk.SignatureKey.ExportPkcs8PrivateKeyPem());
        string output = Path.Combine(_folder.Path, "application.p7");
        ProgramOutcome outcome = openssl.Run(
            ["cms", "-sign", "-binary", "-outform", "DER", "-in", input, "-signer", certificate, "-inkey", key, "-out", output, .. options]);
        outcome.ExitCode.ShouldBe(0, outcome.All);
        return File.ReadAllBytes(output);
    }
}
