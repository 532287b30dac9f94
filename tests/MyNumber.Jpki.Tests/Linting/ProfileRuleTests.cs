using System.Text;
using System.Text.Json;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Linting;
using MyNumber.Jpki.Tests.Shaped;

namespace MyNumber.Jpki.Tests.Linting;

public sealed class ProfileRuleTests
{
    public static TheoryData<string> Sets => ["sign", "auth", "phone", "next card", "authority", "list", "answer"];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Clauses_are_distinct_and_every_row_says_what_and_who(string name)
    {
        ProfileRuleSet rules = Set(name);
        rules.Rules.Select(rule => rule.Clause).ShouldBeUnique();
        rules.Rules.ShouldAllBe(rule => rule.Clause.StartsWith(rules.Name + "-", StringComparison.Ordinal));
        rules.Rules.ShouldAllBe(rule => rule.Expected.Length != 0 && rule.ExpectedJapanese.Length != 0 && rule.Source.Length != 0 && rule.Path.Length != 0);
    }

    [Fact]
    public void Values_that_the_verifier_enforces_are_its_profiles()
    {
        ProfileRuleSet sign = Set("sign");
        sign.Profile.ShouldBe(CertificateProfiles.CardSignature);
        sign.Find("JPKI-SIGN-KU")!.Value.ShouldBe("030206C0");
        sign.Find("JPKI-SIGN-CP-OID")!.Value.ShouldBe("1.2.392.200149.8.5.1.1.20");
        sign.Find("JPKI-SIGN-KEY")!.Value.ShouldBe("1.2.840.113549.1.1.1 2048");
        Set("auth").Find("JPKI-AUTH-KU")!.Value.ShouldBe("03020780");
        Set("auth").Find("JPKI-AUTH-EKU")!.Value.ShouldBe("1.3.6.1.5.5.7.3.2");
        Set("next card").Find("JPKI-SIGN-KEY")!.Value.ShouldBe("1.2.840.10045.2.1 384");
        Set("next card").Find("JPKI-SIGN-SIGALG")!.Value.ShouldBe("1.2.840.10045.4.3.3");
    }

    [Theory]
    [InlineData("confirmed", RuleConfidence.Confirmed, FindingRank.Error, false, FindingRank.Error)]
    [InlineData("one source", RuleConfidence.SingleSource, FindingRank.Error, false, FindingRank.Warning)]
    [InlineData("one source, notice", RuleConfidence.SingleSource, FindingRank.Notice, false, FindingRank.Notice)]
    [InlineData("inferred", RuleConfidence.Inferred, FindingRank.Error, false, FindingRank.Warning)]
    [InlineData("unknown", RuleConfidence.Unknown, FindingRank.Error, false, FindingRank.NotKnown)]
    [InlineData("unknown, notice", RuleConfidence.Unknown, FindingRank.Notice, false, FindingRank.Notice)]
    [InlineData("unknown and refused by the verifier", RuleConfidence.Unknown, FindingRank.Warning, true, FindingRank.Error)]
    public void Breach_weighs_no_more_than_the_row_is_sure(string description, RuleConfidence confidence, FindingRank rank, bool refused, FindingRank expected)
    {
        ProfileRule rule = Set("sign").Rules[0] with { Confidence = confidence, Rank = rank, RefusedWith = refused ? [VerificationReason.ProfileMismatch] : [] };
        rule.EffectiveRank.ShouldBe(expected, description);
    }

    [Fact]
    public void Row_can_be_changed_and_not_renamed_or_invented()
    {
        Should.Throw<ArgumentException>(() => Set("sign").With("JPKI-SIGN-NOTHING", rule => rule));
        Should.Throw<ArgumentException>(() => Set("sign").With("JPKI-SIGN-KU", rule => rule with { Clause = "JPKI-SIGN-KU2" }));
        Set("sign").With("JPKI-SIGN-NOT-AFTER", rule => rule with { Value = null }).Find("JPKI-SIGN-NOT-AFTER")!.Value.ShouldBeNull();
    }

    [Fact]
    public void Json_has_a_stable_shape()
    {
        RawCertificate leaf = RawShapes.Signature().Plus(Oids.AuthorityInfoAccess, false, RawParts.Access("http://127.0.0.1:1"));
        LintReport report = new CertificateLinter(Set("sign")).Lint(leaf.SignWith(0));
        using JsonDocument json = JsonDocument.Parse(LintJson.Serialize(report));
        string.Join(' ', json.RootElement.EnumerateObject().Select(property => property.Name))
            .ShouldBe("format profile ruleCount errors warnings notices notKnown findings");
        JsonElement finding = json.RootElement.GetProperty("findings")[0];
        string.Join(' ', finding.EnumerateObject().Select(property => property.Name)).ShouldBe("clause rank kind confidence path offset source english japanese");
        finding.GetProperty("clause").GetString().ShouldBe("JPKI-SIGN-AIA");
        finding.GetProperty("rank").GetString().ShouldBe("Notice");
        finding.GetProperty("japanese").GetString().ShouldBe("あってはならないものがあります。期待: ないこと (唯一の実例)");
        finding.GetProperty("english").GetString().ShouldBe("present, and expected is: absent, as in the only specimen");
        Encoding.UTF8.GetString(LintJson.Serialize(report)).ShouldStartWith("{\"format\":1,\"profile\":\"JPKI-SIGN\",\"ruleCount\":46,\"errors\":0,\"warnings\":0,\"notices\":1,\"notKnown\":0,");
    }

    internal static ProfileRuleSet Set(string name) => name switch
    {
        "sign" => ProfileRules.ForCertificate(CertificateProfiles.CardSignature, JpkiEnvironment.Lab),
        "auth" => ProfileRules.ForCertificate(CertificateProfiles.CardUserAuthentication, JpkiEnvironment.Lab),
        "phone" => ProfileRules.ForCertificate(CertificateProfiles.CardSignature with { Medium = CertificateMedium.Phone }, JpkiEnvironment.Lab),
        "next card" => ProfileRules.ForCertificate(CertificateProfiles.ExpectedNextCardSignature("1.2.3.4"), JpkiEnvironment.Lab),
        "authority" => ProfileRules.ForAuthority(CertificatePurpose.Signature, JpkiEnvironment.Lab),
        "list" => ProfileRules.ForCrl(),
        _ => ProfileRules.ForOcspResponse(),
    };
}
