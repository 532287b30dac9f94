using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Tests.Signatures;

public sealed class SignatureVerifierTests : IDisposable
{
    private static readonly byte[] Message = Encoding.ASCII.GetBytes("what the card signs");

    private readonly SigningDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Bare_signature_holds_over_its_data_only()
    {
        ValidatedCertificate signer = await _desk.ValidateSignerAsync();
        byte[] signature = _desk.SignatureKey.SignData(Message, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        SignatureVerifier.VerifyPkcs1(signer, Message, signature).ShouldBe(VerificationReason.None);
        SignatureVerifier.VerifyPkcs1(signer, [.. Message, 0], signature).ShouldBe(VerificationReason.SignatureInvalid);
        SignatureVerifier.VerifyPkcs1(signer, Message, signature.AsSpan(1)).ShouldBe(VerificationReason.SignatureInvalid);
        SignatureVerifier.VerifyPkcs1(signer, Message, [0, .. signature]).ShouldBe(VerificationReason.SignatureInvalid);
        SignatureVerifier.VerifyPkcs1(signer, Message, []).ShouldBe(VerificationReason.SignatureInvalid);
    }

    [Theory]
    [InlineData("PSS", 0)]
    [InlineData("another key", 1)]
    [InlineData("SHA-512", 2)]
    public async Task Bare_signature_of_another_kind_is_invalid(string description, int kind)
    {
        ValidatedCertificate signer = await _desk.ValidateSignerAsync();
        byte[] signature = kind switch
        {
            0 => _desk.SignatureKey.SignData(Message, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            1 => _desk.UserAuthenticationKey.SignData(Message, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            _ => _desk.SignatureKey.SignData(Message, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        };
        SignatureVerifier.VerifyPkcs1(signer, Message, signature).ShouldBe(VerificationReason.SignatureInvalid, description);
    }

    [Fact]
    public async Task Document_of_another_signer_is_not_this_ones()
    {
        ValidatedCertificate signer = await _desk.ValidateSignerAsync();
        byte[] other = (ShapedLeaf.Signature with { Serial = [0x02, 1, 1, 1] }).IssueBy(_desk.SignatureAuthority);
        CmsSignedDocument.TryParse((_desk.Cms with { Certificates = [other] }).Encode(), out CmsSignedDocument? foreign, out _).ShouldBeTrue();
        CmsSignedDocument.TryParse(_desk.Cms.Encode(), out CmsSignedDocument? own, out _).ShouldBeTrue();

        SignatureVerifier.Verify(signer, foreign!).ShouldBe(VerificationReason.SignerNotFound);
        SignatureVerifier.Verify(signer, own!).ShouldBe(VerificationReason.None);
    }
}
