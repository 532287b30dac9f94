using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Tests.Shaped;

namespace MyNumber.Jpki.Tests.Pitfalls;

/// <summary>P8, P11 and P16: generations of one name, what may be an anchor, and old signatures under an expired one.</summary>
public sealed class AnchorGenerationTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Older = RawShapes.Authority(0).SignWith(0), Newer = RawShapes.Authority(1).SignWith(1);

    [Theory]
    [InlineData("older first", false)]
    [InlineData("newer first", true)]
    public void Both_generations_in_either_order_verify_their_own_leaf(string description, bool newerFirst)
    {
        byte[][] anchors = newerFirst ? [Newer, Older] : [Older, Newer];
        Verify(RawShapes.Signature(0).SignWith(0), Now, anchors).ShouldBe(VerificationReason.None, description);
        Verify(RawShapes.Signature(1).SignWith(1), Now, anchors).ShouldBe(VerificationReason.None, description);
    }

    [Fact]
    public void Only_the_wrong_generation_is_told_as_such() =>
        Verify(RawShapes.Signature(1).SignWith(1), Now, Older).ShouldBe(VerificationReason.IssuerGenerationUnknown);

    [Fact]
    public void Leaf_that_names_one_generation_and_bears_the_others_signature_is_refused() =>
        Verify(RawShapes.Signature(0).SignWith(1), Now, Older, Newer).ShouldBe(VerificationReason.IssuerSignatureInvalid);

    [Fact]
    public void Authority_certificate_that_comes_as_a_holders_is_refused()
    {
        // P11: what lies beside the keys on a card is no anchor and no holder's certificate.
        Verify(Older, Now, Older).ShouldBe(VerificationReason.AuthorityAsEndEntity);
        Verify(RawShapes.Authority(3).SignWith(3), Now, Older).ShouldBe(VerificationReason.AuthorityAsEndEntity);
    }

    [Fact]
    public void Expired_anchor_still_judges_the_past_and_refuses_the_present()
    {
        // P16.
        byte[] expired = (RawShapes.Authority(0) with { NotBefore = RawParts.Time(0x17, "151020024028Z"), NotAfter = RawParts.Time(0x17, "251019145959Z") }).SignWith(0);
        byte[] leaf = RawShapes.Signature(0).SignWith(0);
        Verify(leaf, new DateTimeOffset(2025, 10, 19, 14, 59, 59, TimeSpan.Zero), expired).ShouldBe(VerificationReason.None);
        Verify(leaf, new DateTimeOffset(2025, 10, 19, 15, 0, 0, TimeSpan.Zero), expired).ShouldBe(VerificationReason.AnchorOutOfPeriod);
    }

    private static VerificationReason Verify(byte[] leaf, DateTimeOffset at, params byte[][] anchors)
    {
        JpkiCertificate.TryParse(leaf, out JpkiCertificate? certificate, out _).ShouldBeTrue();
        IEnumerable<TrustAnchor> pinned = anchors.Select(der => TrustAnchor.TryParse(der, out TrustAnchor? anchor) ? anchor : throw new InvalidOperationException("No anchor."));
        TrustAnchorSet set = new(CertificatePurpose.Signature, JpkiEnvironment.Lab, pinned, [CertificateProfiles.CardSignature]);
        return new PathVerifier(set).Verify(certificate!, at, out _);
    }
}
