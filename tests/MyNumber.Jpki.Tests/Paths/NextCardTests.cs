using System.Security.Cryptography;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Tests.Paths;

/// <summary>The next card as it is expected: ECDSA on P-384 with SHA-384, the rest as today.</summary>
public sealed class NextCardTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("as expected", 384, 384, "SHA384", VerificationReason.None)]
    [InlineData("the leaf's key is on P-256", 384, 256, "SHA384", VerificationReason.KeyNotAccepted)]
    [InlineData("the authority signed with SHA-256", 384, 384, "SHA256", VerificationReason.CertificateAlgorithmNotAccepted)]
    public void A_leaf_under_the_expected_row_is_judged(string description, int authority, int leaf, string hash, VerificationReason expected)
    {
        using ECDsa authorityKey = ShapedEcdsa.Key(authority), leafKey = ShapedEcdsa.Key(leaf);
        TrustAnchorSet anchors = Anchors(ShapedEcdsa.Authority(authorityKey));
        JpkiCertificate certificate = Leaf(leafKey, authorityKey, authorityKey, new HashAlgorithmName(hash));
        certificate.KeySize.ShouldBe(leaf, description);
        new PathVerifier(anchors).Verify(certificate, Now, out _).ShouldBe(expected, description);
    }

    [Fact]
    public void A_bare_signature_under_the_leaf_holds_over_its_data_only()
    {
        using ECDsa authorityKey = ShapedEcdsa.Key(384), leafKey = ShapedEcdsa.Key(384);
        JpkiCertificate certificate = Leaf(leafKey, authorityKey, authorityKey, HashAlgorithmName.SHA384);
        new PathVerifier(Anchors(ShapedEcdsa.Authority(authorityKey))).Verify(certificate, Now, out VerifiedPath? path).ShouldBe(VerificationReason.None);
        ValidatedCertificate signer = new(path!, RevocationEvidence.Good(RevocationMethod.Ocsp, Now, null));
        byte[] signature = leafKey.SignData("sample"u8, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence);
        byte[] fixedForm = leafKey.SignData("sample"u8, HashAlgorithmName.SHA384, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        byte[] otherHash = leafKey.SignData("sample"u8, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        SignatureVerifier.VerifyEcdsa(signer, "sample"u8, signature).ShouldBe(VerificationReason.None);
        SignatureVerifier.VerifyEcdsa(signer, "sampled"u8, signature).ShouldBe(VerificationReason.SignatureInvalid);
        SignatureVerifier.VerifyEcdsa(signer, "sample"u8, fixedForm).ShouldBe(VerificationReason.SignatureInvalid);
        SignatureVerifier.VerifyEcdsa(signer, "sample"u8, otherHash).ShouldBe(VerificationReason.SignatureInvalid);
        SignatureVerifier.VerifyEcdsa(signer, "sample"u8, Array.Empty<byte>()).ShouldBe(VerificationReason.SignatureInvalid);
        SignatureVerifier.VerifyPkcs1(signer, "sample"u8, signature).ShouldBe(VerificationReason.SignatureInvalid);
    }

    [Fact]
    public void A_leaf_signed_by_another_key_is_refused()
    {
        using ECDsa authorityKey = ShapedEcdsa.Key(384), leafKey = ShapedEcdsa.Key(384);
        JpkiCertificate certificate = Leaf(leafKey, leafKey, authorityKey, HashAlgorithmName.SHA384);
        new PathVerifier(Anchors(ShapedEcdsa.Authority(authorityKey))).Verify(certificate, Now, out _).ShouldBe(VerificationReason.IssuerSignatureInvalid);
    }

    [Fact]
    public void An_rsa_leaf_does_not_fit_the_expected_row()
    {
        using ShapedAuthority authority = new(0);
        TrustAnchorSet anchors = Anchors(authority.Der);
        new PathVerifier(anchors).Verify((ShapedLeaf.Signature with { Policy = ShapedEcdsa.Policy }).ParseFrom(authority), Now, out _).ShouldBe(VerificationReason.CertificateAlgorithmNotAccepted);
    }

    [Fact]
    public void An_authority_on_another_curve_is_no_anchor()
    {
        using ECDsa key = ShapedEcdsa.Key(256);
        TrustAnchor.TryParse(ShapedEcdsa.Authority(key), out _).ShouldBeFalse();
    }

    [Fact]
    public void The_row_needs_a_policy() => Should.Throw<ArgumentException>(() => CertificateProfiles.ExpectedNextCardUserAuthentication(string.Empty));

    private static TrustAnchorSet Anchors(byte[] authority)
    {
        TrustAnchor.TryParse(authority, out TrustAnchor? anchor).ShouldBeTrue();
        return new TrustAnchorSet(CertificatePurpose.Signature, JpkiEnvironment.Lab, [anchor!], [CertificateProfiles.ExpectedNextCardSignature(ShapedEcdsa.Policy)]);
    }

    private static JpkiCertificate Leaf(ECDsa key, ECDsa signer, ECDsa named, HashAlgorithmName hash)
    {
        byte[] leaf = ShapedEcdsa.Leaf(key, signer, named, hash, Now.AddDays(-1), Now.AddDays(1));
        JpkiCertificate.TryParse(leaf, out JpkiCertificate? parsed, out CertificatePart flaw).ShouldBeTrue(flaw.ToString());
        return parsed!;
    }
}
