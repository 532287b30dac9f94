using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Tests.Shaped;

namespace MyNumber.Jpki.Tests.Paths;

public sealed class PathVerifierTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    private readonly ShapedAuthority _older = new(0);
    private readonly ShapedAuthority _newer = new(1);
    private readonly ShapedAuthority _forLogin = new(2, ShapedAuthority.UserAuthenticationName);

    public void Dispose()
    {
        _older.Dispose();
        _newer.Dispose();
        _forLogin.Dispose();
    }

    [Fact]
    public void A_leaf_of_a_pinned_generation_is_verified()
    {
        PathVerifier verifier = new(ShapedAuthority.SignatureAnchors(_older, _newer));
        verifier.Verify(ShapedLeaf.Signature.ParseFrom(_newer), Now, out VerifiedPath? path).ShouldBe(VerificationReason.None);
        path!.Issuer.KeyIdentifier.ToArray().ShouldBe(_newer.KeyIdentifier);
        path.Profile.ShouldBe(CertificateProfiles.CardSignature);
        path.At.ShouldBe(Now);
    }

    [Theory]
    [InlineData("older first", false)]
    [InlineData("newer first", true)]
    public void Generations_of_one_name_are_told_apart_by_key_identifier(string description, bool newerFirst)
    {
        // Pitfall P8: both anchors bear one name.
        _older.Name.RawData.ShouldBe(_newer.Name.RawData);
        PathVerifier verifier = new(newerFirst ? ShapedAuthority.SignatureAnchors(_newer, _older) : ShapedAuthority.SignatureAnchors(_older, _newer));
        foreach (ShapedAuthority generation in new[] { _older, _newer })
        {
            verifier.Verify(ShapedLeaf.Signature.ParseFrom(generation), Now, out VerifiedPath? path).ShouldBe(VerificationReason.None, description);
            path!.Issuer.KeyIdentifier.ToArray().ShouldBe(generation.KeyIdentifier, description);
        }
    }

    [Fact]
    public void A_leaf_of_a_generation_that_is_not_pinned_is_refused() =>
        Reason(ShapedLeaf.Signature.ParseFrom(_older), ShapedAuthority.SignatureAnchors(_newer)).ShouldBe(VerificationReason.IssuerGenerationUnknown);

    [Fact]
    public void A_leaf_that_names_one_generation_and_was_signed_by_another_is_refused()
    {
        JpkiCertificate forged = Parse(ShapedLeaf.Signature.IssueBy(_older, signingKey: _newer.Key));
        Reason(forged, ShapedAuthority.SignatureAnchors(_older, _newer)).ShouldBe(VerificationReason.IssuerSignatureInvalid);
    }

    [Fact]
    public void An_authority_serial_that_is_not_the_anchors_is_refused() =>
        Reason(ShapedLeaf.Signature with { AuthoritySerial = [9] }).ShouldBe(VerificationReason.IssuerGenerationUnknown);

    [Fact]
    public void A_leaf_of_another_lab_is_refused()
    {
        using ShapedAuthority foreign = new(3, "C=JP, O=ANOTHER TEST, OU=ANOTHER for digital signature, OU=Another Laboratory");
        Reason(ShapedLeaf.Signature.ParseFrom(foreign), ShapedAuthority.SignatureAnchors(_newer)).ShouldBe(VerificationReason.IssuerUnknown);
    }

    [Fact]
    public void The_authoritys_own_certificate_is_no_end_entity()
    {
        // Pitfall P11.
        Reason(Parse(_newer.Der), ShapedAuthority.SignatureAnchors(_newer)).ShouldBe(VerificationReason.AuthorityAsEndEntity);
    }

    [Fact]
    public void A_login_certificate_is_refused_for_onboarding_by_purpose() =>
        Reason(ShapedLeaf.UserAuthentication.ParseFrom(_forLogin), ShapedAuthority.SignatureAnchors(_newer)).ShouldBe(VerificationReason.WrongPurpose);

    [Fact]
    public void A_signature_certificate_is_refused_for_login_by_purpose() =>
        Reason(ShapedLeaf.Signature.ParseFrom(_newer), ShapedAuthority.UserAuthenticationAnchors(_forLogin)).ShouldBe(VerificationReason.WrongPurpose);

    [Theory]
    [InlineData("last second", 0, VerificationReason.None)]
    [InlineData("one second later", 1, VerificationReason.Expired)]
    [InlineData("one second earlier", -1, VerificationReason.None)]
    public void The_last_second_is_inside_the_period(string description, int seconds, VerificationReason expected) =>
        Reason(ShapedLeaf.Signature, ShapedLeaf.LastSecond.AddSeconds(seconds)).ShouldBe(expected, description);

    [Fact]
    public void Fractions_of_the_last_second_are_inside_the_period() =>
        Reason(ShapedLeaf.Signature, ShapedLeaf.LastSecond.AddMilliseconds(999)).ShouldBe(VerificationReason.None);

    [Theory]
    [InlineData("first second", 0, VerificationReason.None)]
    [InlineData("one second earlier", -1, VerificationReason.NotYetValid)]
    public void The_first_second_is_inside_the_period(string description, int seconds, VerificationReason expected) =>
        Reason(ShapedLeaf.Signature, ShapedLeaf.Signature.NotBefore.AddSeconds(seconds)).ShouldBe(expected, description);

    [Fact]
    public void A_leaf_that_outlives_its_anchor_is_refused_after_the_anchors_end()
    {
        ShapedLeaf leaf = ShapedLeaf.Signature with { NotAfter = ShapedAuthority.End.AddYears(1) };
        Reason(leaf, ShapedAuthority.End).ShouldBe(VerificationReason.None);
        Reason(leaf, ShapedAuthority.End.AddSeconds(1)).ShouldBe(VerificationReason.AnchorOutOfPeriod);
    }

    [Fact]
    public void A_policy_outside_the_table_is_refused() =>
        Reason(ShapedLeaf.Signature with { Policy = Oids.PolicySignatureCardTest }).ShouldBe(VerificationReason.PolicyNotAccepted);

    [Fact]
    public void A_critical_extension_that_is_not_understood_is_refused() =>
        Reason(ShapedLeaf.Signature with { Extra = [new X509Extension("1.2.3.4", [5, 0], true)] }).ShouldBe(VerificationReason.UnrecognisedCriticalExtension);

    [Fact]
    public void A_leaf_that_differs_from_the_profile_is_refused()
    {
        using RSA longKey = RSA.Create(3072);
        (string Description, ShapedLeaf Leaf, VerificationReason Expected)[] rows =
        [
            ("policies not critical", ShapedLeaf.Signature with { PolicyCritical = false }, VerificationReason.PolicyNotCritical),
            ("usage bits of the login certificate", ShapedLeaf.Signature with { KeyUsage = X509KeyUsageFlags.DigitalSignature }, VerificationReason.KeyUsageNotAccepted),
            ("usage bits with one more", ShapedLeaf.Signature with { KeyUsage = ShapedLeaf.Signature.KeyUsage | X509KeyUsageFlags.KeyEncipherment }, VerificationReason.KeyUsageNotAccepted),
            ("serial zero", ShapedLeaf.Signature with { Serial = [0x00] }, VerificationReason.SerialNumberNotPositive),
            ("no four attributes", ShapedLeaf.Signature with { Holder = null }, VerificationReason.HolderAttributesMissing),
            ("basicConstraints on a leaf", ShapedLeaf.Signature with { Extra = [new X509BasicConstraintsExtension(false, false, 0, true)] }, VerificationReason.BasicConstraintsUnexpected),
            ("key of 3072 bits", ShapedLeaf.Signature with { OtherKey = longKey }, VerificationReason.KeyNotAccepted),
            ("signed over SHA-512", ShapedLeaf.Signature with { Hash = HashAlgorithmName.SHA512 }, VerificationReason.CertificateAlgorithmNotAccepted),
        ];
        foreach ((string description, ShapedLeaf leaf, VerificationReason expected) in rows)
        {
            Reason(leaf).ShouldBe(expected, description);
        }
    }

    [Fact]
    public void A_login_certificate_that_carries_attributes_is_refused() =>
        Reason((ShapedLeaf.UserAuthentication with { Holder = ShapedLeaf.Hanako }).ParseFrom(_forLogin), ShapedAuthority.UserAuthenticationAnchors(_forLogin))
            .ShouldBe(VerificationReason.HolderAttributesUnexpected);

    [Theory]
    [InlineData("other name types only", new byte[] { 0x30, 0x05, 0x82, 0x03, 0x61, 0x2E, 0x62 })]
    [InlineData("empty", new byte[] { 0x30, 0x00 })]
    public void A_login_certificate_with_any_other_subject_name_is_refused(string description, byte[] names)
    {
        ShapedLeaf leaf = ShapedLeaf.UserAuthentication with { Extra = [new X509Extension(Oids.SubjectAltName, names, false)] };
        LoginReason(leaf).ShouldBe(VerificationReason.HolderAttributesUnexpected, description);
    }

    [Fact]
    public void Usage_that_is_not_critical_is_refused()
    {
        Reason(ShapedLeaf.Signature with { UsageCritical = false }).ShouldBe(VerificationReason.KeyUsageNotAccepted);
        LoginReason(ShapedLeaf.UserAuthentication with { UsageCritical = false }).ShouldBe(VerificationReason.KeyUsageNotAccepted);
    }

    [Theory]
    [InlineData("login: absent", false, false, null, VerificationReason.None)]
    [InlineData("login: clientAuth", false, false, "1.3.6.1.5.5.7.3.2", VerificationReason.None)]
    [InlineData("login: clientAuth, critical", false, true, "1.3.6.1.5.5.7.3.2", VerificationReason.None)]
    [InlineData("login: clientAuth and another", false, false, "1.3.6.1.5.5.7.3.2 1.3.6.1.5.5.7.3.4", VerificationReason.None)]
    [InlineData("login: clientAuth and another, critical", false, true, "1.3.6.1.5.5.7.3.2 1.3.6.1.5.5.7.3.4", VerificationReason.ExtendedKeyUsageNotAccepted)]
    [InlineData("login: another only", false, false, "1.3.6.1.5.5.7.3.4", VerificationReason.ExtendedKeyUsageNotAccepted)]
    [InlineData("login: clientAuth and OCSPSigning", false, false, "1.3.6.1.5.5.7.3.2 1.3.6.1.5.5.7.3.9", VerificationReason.ExtendedKeyUsageNotAccepted)]
    [InlineData("login: clientAuth and any", false, false, "1.3.6.1.5.5.7.3.2 2.5.29.37.0", VerificationReason.ExtendedKeyUsageNotAccepted)]
    [InlineData("signature: absent", true, false, null, VerificationReason.None)]
    [InlineData("signature: another", true, false, "1.3.6.1.5.5.7.3.4", VerificationReason.None)]
    [InlineData("signature: another, critical", true, true, "1.3.6.1.5.5.7.3.4", VerificationReason.ExtendedKeyUsageNotAccepted)]
    [InlineData("signature: OCSPSigning", true, false, "1.3.6.1.5.5.7.3.9", VerificationReason.ExtendedKeyUsageNotAccepted)]
    [InlineData("signature: any", true, false, "2.5.29.37.0", VerificationReason.ExtendedKeyUsageNotAccepted)]
    public void Extended_purposes_are_held_against_the_profile(string description, bool forSignature, bool critical, string? purposes, VerificationReason expected)
    {
        ShapedLeaf leaf = forSignature ? ShapedLeaf.Signature : ShapedLeaf.UserAuthentication;
        OidCollection oids = [];
        purposes?.Split(' ').ToList().ForEach(purpose => oids.Add(new Oid(purpose)));
        leaf = leaf with { Extra = oids.Count == 0 ? [] : [new X509EnhancedKeyUsageExtension(oids, critical)] };
        (forSignature ? Reason(leaf) : LoginReason(leaf)).ShouldBe(expected, description);
    }

    [Fact]
    public void A_certificate_of_the_other_purpose_is_told_by_its_shape_under_any_policy()
    {
        const string LabPolicy = "2.25.122616376366132785320021255224901279248.9";
        Reason((ShapedLeaf.UserAuthentication with { Policy = LabPolicy }).ParseFrom(_forLogin), ShapedAuthority.SignatureAnchors(_newer)).ShouldBe(VerificationReason.WrongPurpose);
        Reason((ShapedLeaf.Signature with { Policy = LabPolicy }).ParseFrom(_newer), ShapedAuthority.UserAuthenticationAnchors(_forLogin)).ShouldBe(VerificationReason.WrongPurpose);
        Reason(ShapedLeaf.Signature with { Policy = LabPolicy }).ShouldBe(VerificationReason.PolicyNotAccepted);
        LoginReason(ShapedLeaf.UserAuthentication with { Policy = LabPolicy }).ShouldBe(VerificationReason.PolicyNotAccepted);
    }

    private VerificationReason LoginReason(ShapedLeaf leaf) => Reason(leaf.ParseFrom(_forLogin), ShapedAuthority.UserAuthenticationAnchors(_forLogin));

    private static JpkiCertificate Parse(byte[] der)
    {
        JpkiCertificate.TryParse(der, out JpkiCertificate? certificate, out _).ShouldBeTrue();
        return certificate!;
    }

    private static VerificationReason Reason(JpkiCertificate certificate, TrustAnchorSet anchors)
    {
        VerificationReason reason = new PathVerifier(anchors).Verify(certificate, Now, out VerifiedPath? path);
        (path is null).ShouldBe(reason != VerificationReason.None);
        return reason;
    }

    private VerificationReason Reason(ShapedLeaf leaf, DateTimeOffset? at = null) =>
        new PathVerifier(ShapedAuthority.SignatureAnchors(_newer)).Verify(leaf.ParseFrom(_newer), at ?? Now, out _);
}
