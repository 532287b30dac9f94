using MyNumber.Jpki.Linting;
using MyNumber.Jpki.Tests.Revocation.Lab;

namespace MyNumber.Jpki.Tests.Linting;

public sealed class StatusLinterTests
{
    private static readonly DateTimeOffset Since = StatusLab.Now.AddDays(-3);
    private static readonly LabList List = new() { Entries = [([0x0A, 0x1B], Since, 1)] };

    private static readonly Dictionary<string, (byte[] Der, string Topic)> Lists = new()
    {
        ["no nextUpdate"] = ((List with { NextUpdate = null }).Encode(), "NEXT-UPDATE"),
        ["nextUpdate before thisUpdate"] = ((List with { NextUpdate = List.ThisUpdate.AddHours(-1) }).Encode(), "NEXT-UPDATE"),
        ["no key identifier"] = ((List with { HasKeyIdentifier = false }).Encode(), "AKI"),
        ["no number"] = ((List with { Number = null }).Encode(), "NUMBER"),
        ["number of 21 octets"] = ((List with { Number = [1, .. new byte[20]] }).Encode(), "NUMBER"),
        ["delta list"] = ((List with { Extension = ("2.5.29.27", true, [0x02, 0x01, 0x01]) }).Encode(), "DELTA"),
        ["unknown critical extension"] = ((List with { Extension = ("1.2.3.4", true, [0x05, 0x00]) }).Encode(), "EXT-CRITICAL"),
        ["unknown extension"] = ((List with { Extension = ("1.2.3.4", false, [0x05, 0x00]) }).Encode(), "EXT-OTHER"),
        ["scope of some authorities only"] = ((List with { DistributionPoint = LabList.Scope(StatusLab.Partition, 2) }).Encode(), "IDP-SCOPE"),
        ["indirect list"] = ((List with { DistributionPoint = LabList.Scope(StatusLab.Partition, 4) }).Encode(), "IDP-SCOPE"),
        ["serial twice"] = ((List with { Entries = [([1], Since, 1), ([1], Since, 1)] }).Encode(), "ENTRY-REPEATED"),
        ["serial of 21 octets"] = ((List with { Entries = [([1, .. new byte[20]], Since, 1)] }).Encode(), "ENTRY-SERIAL"),
        ["serial zero"] = ((List with { Entries = [([0], Since, 1)] }).Encode(), "ENTRY-SERIAL"),
        ["revoked after the list was made"] = ((List with { Entries = [([1], List.ThisUpdate.AddHours(1), 1)] }).Encode(), "ENTRY-DATE"),
        ["reason unspecified written out"] = ((List with { Entries = [([1], Since, 0)] }).Encode(), "ENTRY-REASON"),
        ["removeFromCRL in a complete list"] = ((List with { Entries = [([1], Since, 8)] }).Encode(), "ENTRY-REASON"),
        ["reason that JPKI has not"] = ((List with { Entries = [([1], Since, 9)] }).Encode(), "ENTRY-JPKI-REASON"),
        ["critical extension of an entry"] = ((List with { EntryExtension = ("1.2.3.4", true, [0x05, 0x00]) }).Encode(), "ENTRY-CRITICAL"),
        ["bytes after the end"] = ([.. List.Encode(), 0], "DER"),
        ["nothing"] = ([], "DER"),
    };

    private static readonly Dictionary<string, (byte[] Der, string Topic)> Answers = new()
    {
        ["refusal"] = (LabResponse.Refusal(3), "STATUS"),
        ["refusal of an unknown number"] = (LabResponse.Refusal(4), "DER"),
        ["another type"] = (LabResponse.Wrap([0x30, 0x00], "1.2.3.4"), "TYPE"),
        ["responder by name"] = ((new LabResponse { ByName = true }).Encode(), "RESPONDER"),
        ["two answers"] = ((new LabResponse { Answers = [new LabAnswer(), new LabAnswer()] }).Encode(), "SINGLE"),
        ["hash of another kind"] = (Answer(new LabAnswer { Hash = "2.16.840.1.101.3.4.2.2" }), "CERTID"),
        ["no nextUpdate"] = (Answer(new LabAnswer { NextUpdate = null }), "NEXT-UPDATE"),
        ["nextUpdate before thisUpdate"] = (Answer(new LabAnswer { NextUpdate = StatusLab.Now.AddDays(-1) }), "NEXT-UPDATE"),
        ["thisUpdate after producedAt"] = (Answer(new LabAnswer { ThisUpdate = StatusLab.Now }), "THIS-UPDATE"),
        ["a day between updates"] = (Answer(new LabAnswer { NextUpdate = StatusLab.Now.AddDays(1) }), "CADENCE"),
        ["reason that JPKI has not"] = (Answer(new LabAnswer { Status = "revoked", Reason = 10 }), "REASON"),
        ["never issued"] = (Answer(new LabAnswer { Status = "revoked", Reason = 6, Since = DateTimeOffset.UnixEpoch }), "NEVER-ISSUED"),
        ["serial zero"] = (Answer(new LabAnswer { Serial = [0] }), "SERIAL"),
        ["empty nonce"] = ((new LabResponse { Nonce = [] }).Encode(), "NONCE"),
        ["nonce of 129 octets"] = ((new LabResponse { Nonce = new byte[129] }).Encode(), "NONCE"),
        ["unknown critical extension"] = ((new LabResponse { Extension = ("1.2.3.4", true, [0x05, 0x00]) }).Encode(), "EXT-CRITICAL"),
        ["signed over SHA-1"] = ((new LabResponse { Algorithm = LabResponse.Sha1WithRsa }).Encode(), "SIGALG"),
        ["bytes after the end"] = ([.. new LabResponse().Encode(), 0], "DER"),
        ["nothing"] = ([], "DER"),
    };

    public static TheoryData<string> ListNames => [.. Lists.Keys];

    public static TheoryData<string> AnswerNames => [.. Answers.Keys];

    [Theory]
    [MemberData(nameof(ListNames))]
    public void Flaw_of_a_list_is_found_by_its_clause(string description)
    {
        LintReport report = new CrlLinter(ProfileRules.ForCrl()).Lint(Lists[description].Der);
        report.Findings.Select(finding => finding.Clause).ShouldContain($"JPKI-CRL-{Lists[description].Topic}", report.ToText());
    }

    [Theory]
    [MemberData(nameof(AnswerNames))]
    public void Flaw_of_an_answer_is_found_by_its_clause(string description)
    {
        LintReport report = new OcspResponseLinter(ProfileRules.ForOcspResponse()).Lint(Answers[description].Der);
        report.Findings.Select(finding => finding.Clause).ShouldContain($"JPKI-OCSP-{Answers[description].Topic}", report.ToText());
    }

    [Fact]
    public void Right_list_has_no_error_and_only_its_name_differs()
    {
        LintReport report = new CrlLinter(ProfileRules.ForCrl()).Lint((List with { DistributionPoint = LabList.Scope(StatusLab.Partition) }).Encode());
        report.Findings.Select(finding => (finding.Clause, finding.Rank)).ShouldBe([("JPKI-CRL-ISSUER", FindingRank.Warning)], report.ToText());
    }

    [Fact]
    public void Right_answer_has_no_error()
    {
        LintReport report = new OcspResponseLinter(ProfileRules.ForOcspResponse()).Lint((new LabResponse { Nonce = new byte[16] }).Encode());
        report.Findings.Where(finding => finding.Rank is FindingRank.Error or FindingRank.Warning).ShouldBeEmpty(report.ToText());
    }

    [Fact]
    public void Many_flaws_of_one_clause_are_told_sixteen_times()
    {
        LabList many = List with { Entries = [.. Enumerable.Range(1, 100).Select(i => (new byte[] { 1, (byte)i }, Since, (int?)9))] };
        new CrlLinter(ProfileRules.ForCrl()).Lint(many.Encode()).Findings.Count(finding => finding.Clause == "JPKI-CRL-ENTRY-JPKI-REASON").ShouldBe(16);
    }

    private static byte[] Answer(LabAnswer answer) => new LabResponse { Answers = [answer] }.Encode();
}
