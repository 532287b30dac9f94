using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Tests.Shaped;

namespace MyNumber.Jpki.Tests.Certificates;

public sealed class TrustAnchorTests
{
    [Fact]
    public void A_self_signed_authority_is_an_anchor()
    {
        using ShapedAuthority authority = new(0);
        TrustAnchor.TryParse(authority.Der, out TrustAnchor? anchor).ShouldBeTrue();
        anchor!.KeyIdentifier.ToArray().ShouldBe(authority.KeyIdentifier);
        anchor.Name.ToArray().ShouldBe(authority.Name.RawData);
    }

    [Fact]
    public void A_certificate_that_is_no_authority_is_no_anchor()
    {
        using ShapedAuthority notMarked = new(0, isAuthority: false);
        using ShapedAuthority withoutUsage = new(0, usage: X509KeyUsageFlags.DigitalSignature);
        using ShapedAuthority withoutCrlSign = new(0, usage: X509KeyUsageFlags.KeyCertSign);
        using ShapedAuthority authority = new(0);
        TrustAnchor.TryParse(notMarked.Der, out _).ShouldBeFalse();
        TrustAnchor.TryParse(withoutUsage.Der, out _).ShouldBeFalse();
        TrustAnchor.TryParse(withoutCrlSign.Der, out _).ShouldBeFalse();
        TrustAnchor.TryParse(ShapedLeaf.Signature.IssueBy(authority), out _).ShouldBeFalse();
        TrustAnchor.TryParse([], out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("512 bits", 512)]
    [InlineData("1024 bits", 1024)]
    [InlineData("2040 bits", 2040)]
    public void A_key_under_2048_bits_is_no_anchor(string description, int bits)
    {
        using RSA key = RSA.Create(bits);
        using ShapedAuthority authority = new(0, otherKey: key);
        TrustAnchor.TryParse(authority.Der, out _).ShouldBeFalse(description);
    }

    [Fact]
    public void An_authority_whose_marks_are_not_critical_is_no_anchor()
    {
        using ShapedAuthority usage = new(0, usageCritical: false);
        using ShapedAuthority constraints = new(0, constraintsCritical: false);
        TrustAnchor.TryParse(usage.Der, out _).ShouldBeFalse();
        TrustAnchor.TryParse(constraints.Der, out _).ShouldBeFalse();
    }

    [Fact]
    public void An_authority_whose_own_signature_is_broken_is_no_anchor()
    {
        using ShapedAuthority authority = new(0);
        byte[] der = [.. authority.Der];
        der[^1] ^= 1;
        TrustAnchor.TryParse(der, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_set_refuses_no_anchor_twins_and_profiles_of_another_purpose()
    {
        using ShapedAuthority authority = new(0);
        TrustAnchor anchor = authority.Anchor;
        Should.Throw<ArgumentException>(() => Set([], CertificateProfiles.CardSignature));
        Should.Throw<ArgumentException>(() => Set([anchor, anchor], CertificateProfiles.CardSignature));
        Should.Throw<ArgumentException>(() => Set([anchor], CertificateProfiles.CardUserAuthentication));
        Should.Throw<ArgumentException>(() => Set([anchor]));
        Should.Throw<ArgumentException>(() => Set([anchor, null!], CertificateProfiles.CardSignature)).ParamName.ShouldBe("anchors");
        Should.Throw<ArgumentException>(() => Set([null!], CertificateProfiles.CardSignature)).ParamName.ShouldBe("anchors");
        Should.Throw<ArgumentException>(() => Set([anchor], CertificateProfiles.CardSignature, null!)).ParamName.ShouldBe("profiles");
        Should.Throw<ArgumentException>(() => Set([anchor], CertificateProfiles.CardSignature, CertificateProfiles.CardSignature with { Medium = CertificateMedium.Phone }));
    }

    private static TrustAnchorSet Set(TrustAnchor[] anchors, params CertificateProfile[] profiles) =>
        new(CertificatePurpose.Signature, JpkiEnvironment.Lab, anchors, profiles);
}
