using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Linting;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Tests.Shaped;

namespace MyNumber.Jpki.Tests.Paths;

/// <summary>Every kind of misissued certificate has its own reason, and the lint names the clause as an error.</summary>
public sealed class MisissuedLeafTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);
    private static readonly TrustAnchorSet SignatureAnchors = Anchors(0, CertificatePurpose.Signature, RawShapes.SignatureAuthority, CertificateProfiles.CardSignature);
    private static readonly TrustAnchorSet LoginAnchors = Anchors(2, CertificatePurpose.UserAuthentication, RawShapes.LoginAuthority, CertificateProfiles.CardUserAuthentication);

    public static TheoryData<string> Kinds => [.. MisissuedLeaf.All.Select(kind => kind.Description)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Verifier_refuses_with_the_kinds_own_reason(string description)
    {
        MisissuedLeaf kind = MisissuedLeaf.All.Single(one => one.Description == description);
        Judge(kind.Leaf.SignWith(kind.IsLogin ? 2 : 0), kind.IsLogin).ShouldBe(kind.Reason, description);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Lint_names_the_clause_as_an_error_that_the_verifier_refuses(string description)
    {
        MisissuedLeaf kind = MisissuedLeaf.All.Single(one => one.Description == description);
        ProfileRuleSet rules = ProfileRules.ForCertificate(kind.IsLogin ? CertificateProfiles.CardUserAuthentication : CertificateProfiles.CardSignature, JpkiEnvironment.Lab);
        LintReport report = new CertificateLinter(rules).Lint(kind.Leaf.SignWith(0));
        string[] errors = [.. report.Findings.Where(finding => finding.Rank == FindingRank.Error).Select(finding => finding.Clause)];
        if (kind.Topic is null)
        {
            errors.ShouldBeEmpty(); // time and generation are no matter of form
            return;
        }

        ProfileRule rule = rules.Find($"{rules.Name}-{kind.Topic}")!;
        errors.ShouldContain(rule.Clause, report.ToText());
        bool malformed = kind.Reason == VerificationReason.CertificateMalformed;
        (rule.RefusedWith.Contains(kind.Reason) || malformed).ShouldBeTrue(description);
    }

    [Fact]
    public void Rightly_issued_ones_are_accepted_and_clean()
    {
        Judge(RawShapes.Signature().SignWith(0), login: false).ShouldBe(VerificationReason.None);
        Judge(RawShapes.Login().SignWith(2), login: true).ShouldBe(VerificationReason.None);
    }

    [Fact]
    public void Every_reason_that_a_row_gives_is_given_by_some_kind()
    {
        VerificationReason[] promised = [.. new[] { CertificateProfiles.CardSignature, CertificateProfiles.CardUserAuthentication }
            .SelectMany(profile => ProfileRules.ForCertificate(profile, JpkiEnvironment.Lab).Rules).SelectMany(rule => rule.RefusedWith).Distinct()];
        promised.Except(MisissuedLeaf.All.Select(kind => kind.Reason)).ShouldBeEmpty();
    }

    private static VerificationReason Judge(byte[] der, bool login) =>
        JpkiCertificate.TryParse(der, out JpkiCertificate? certificate, out CertificatePart flaw)
            ? new PathVerifier(login ? LoginAnchors : SignatureAnchors).Verify(certificate, Now, out _)
            : flaw.ToReason();

    private static TrustAnchorSet Anchors(int key, CertificatePurpose purpose, byte[] name, CertificateProfile profile)
    {
        TrustAnchor.TryParse(RawShapes.Authority(key, name).SignWith(key), out TrustAnchor? anchor).ShouldBeTrue();
        return new TrustAnchorSet(purpose, JpkiEnvironment.Lab, [anchor!], [profile]);
    }
}
