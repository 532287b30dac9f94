using System.Globalization;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Linting;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Tests.Linting;

/// <summary>The page's tables of rows are the rows. With MYNUMBER_APPROVE_PROFILE=1 the tables are written anew.</summary>
public sealed class ProfilePageTests
{
    private static readonly string Page = Path.Combine(SourceTree.Root, "docs", "jpki", "profile.md");

    [Theory]
    [InlineData("JPKI-SIGN")]
    [InlineData("JPKI-AUTH")]
    [InlineData("JPKI-CA")]
    [InlineData("JPKI-CRL")]
    [InlineData("JPKI-OCSP")]
    public void Table_of_the_page_is_the_rules(string name)
    {
        string text = File.ReadAllText(Page).Replace("\r\n", "\n", StringComparison.Ordinal), marker = $"<!-- rules: {name} -->\n\n";
        int start = text.IndexOf(marker, StringComparison.Ordinal) + marker.Length, end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
        start.ShouldBeGreaterThan(marker.Length);
        string expected = Table(Set(name));
        if (Environment.GetEnvironmentVariable("MYNUMBER_APPROVE_PROFILE") == "1")
        {
            File.WriteAllText(Page, text[..start] + expected + text[end..]);
            return;
        }

        text[start..end].ShouldBe(expected);
    }

    private static ProfileRuleSet Set(string name) => name switch
    {
        "JPKI-SIGN" => ProfileRules.ForCertificate(CertificateProfiles.CardSignature, JpkiEnvironment.Production),
        "JPKI-AUTH" => ProfileRules.ForCertificate(CertificateProfiles.CardUserAuthentication, JpkiEnvironment.Production),
        "JPKI-CA" => ProfileRules.ForAuthority(CertificatePurpose.Signature, JpkiEnvironment.Production),
        "JPKI-CRL" => ProfileRules.ForCrl(),
        _ => ProfileRules.ForOcspResponse(),
    };

    private static string Table(ProfileRuleSet rules) =>
        "| clause | presence | critical | order | expected | 期待 | confidence | breach | refused with |\n|---|---|---|---|---|---|---|---|---|\n"
        + string.Join('\n', rules.Rules.Select(Row));

    private static string Row(ProfileRule rule)
    {
        string critical = rule.Criticality switch { RuleCriticality.Critical => "yes", RuleCriticality.NonCritical => "no", _ => "–" };
        string order = rule.Order?.ToString(CultureInfo.InvariantCulture) ?? "–";
        string reasons = rule.RefusedWith.Count == 0 ? "–" : string.Join(", ", rule.RefusedWith);
        return $"| {rule.Clause} | {rule.Presence} | {critical} | {order} | {rule.Expected} | {rule.ExpectedJapanese} | {rule.Confidence} | {rule.EffectiveRank} | {reasons} |";
    }
}
