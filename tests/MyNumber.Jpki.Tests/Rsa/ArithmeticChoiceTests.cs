using System.Security.Cryptography;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Rsa;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Rsa;

/// <summary>The arithmetic chosen at the anchor, over certificates, lists, answers of the responder and documents: the answers are the same.</summary>
public sealed class ArithmeticChoiceTests
{
    [Fact]
    public async Task Anchor_computes_by_itself_unless_told_otherwise()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        TrustAnchor anchor = world.Anchors(CertificatePurpose.Signature).Anchors[0];
        anchor.Arithmetic.ShouldBe(RsaArithmetic.Managed);
        TrustAnchor other = anchor.WithArithmetic(RsaArithmetic.Platform);
        other.Arithmetic.ShouldBe(RsaArithmetic.Platform);
        anchor.Arithmetic.ShouldBe(RsaArithmetic.Managed);
        other.KeyIdentifier.Span.SequenceEqual(anchor.KeyIdentifier.Span).ShouldBeTrue();
        Should.Throw<ArgumentOutOfRangeException>(() => anchor.WithArithmetic((RsaArithmetic)2));
        Should.Throw<ArgumentOutOfRangeException>(() => anchor.WithArithmetic((RsaArithmetic)(-1)));
    }

    [Theory]
    [InlineData(RsaArithmetic.Platform)]
    [InlineData(RsaArithmetic.Managed)]
    public async Task Certificate_status_and_signature_have_the_same_answers(RsaArithmetic arithmetic)
    {
        await using LabWorld world = await LabWorld.StartAsync();
        CertificatePurpose purpose = CertificatePurpose.UserAuthentication;
        TrustAnchorSet given = world.Anchors(purpose);
        TrustAnchorSet anchors = new(purpose, given.Environment, given.Anchors.Select(anchor => anchor.WithArithmetic(arithmetic)), given.Profiles);
        byte[] der = world.Holder.Certificates.UserAuthentication.Encoded.ToArray();

        ValidationResult online = await new CertificateValidator(anchors, world.Ocsp, world.Clock).ValidateAsync(der);
        online.Outcome.ShouldBe(VerificationOutcome.Valid, online.Reason.ToString());
        online.Validated!.Path.Issuer.Arithmetic.ShouldBe(arithmetic);
        CrlStore lists = new(world.Clock);
        lists.TryAdd(world.Authority.Crls.Publish(world.Authority.Of(purpose).Current), anchors, out VerificationReason reason).ShouldBeTrue(reason.ToString());
        ValidationResult offline = await new CertificateValidator(anchors, lists, world.Clock).ValidateAsync(der);
        offline.Outcome.ShouldBe(VerificationOutcome.Valid, offline.Reason.ToString());

        der[^1] ^= 1;
        (await new CertificateValidator(anchors, lists, world.Clock).ValidateAsync(der)).Reason.ShouldBe(VerificationReason.IssuerSignatureInvalid);
        SignatureVerifier.VerifyPkcs1(offline.Validated!, "form"u8, new byte[256]).ShouldBe(VerificationReason.SignatureInvalid);
    }

    [Fact]
    public async Task Key_of_a_certificate_verifies_by_itself()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        JpkiCertificate anchor = world.Anchors(CertificatePurpose.Signature).Anchors[0].Certificate;
        RsaVerificationKey key = anchor.RsaKey.ShouldNotBeNull();
        key.KeySize.ShouldBe(anchor.KeySize);
        byte[] digest = SHA256.HashData(anchor.Fields.ToBeSigned.Span), signature = anchor.Fields.Signature.ToArray();
        key.VerifyPkcs1(digest, HashAlgorithmName.SHA256, signature).ShouldBeTrue();
        signature[9] ^= 4;
        key.VerifyPkcs1(digest, HashAlgorithmName.SHA256, signature).ShouldBeFalse();
        anchor.RsaKey.ShouldBeSameAs(key);
    }
}
