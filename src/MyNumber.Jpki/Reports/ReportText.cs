using System.Globalization;
using System.Text;

namespace MyNumber.Jpki.Reports;

/// <summary>Writes a report for a person.</summary>
internal sealed class ReportText
{
    private readonly StringBuilder _text = new();
    private readonly ReportLanguage _language;

    private ReportText(ReportLanguage language) => _language = language;

    private bool IsJapanese => _language == ReportLanguage.Japanese;

    public static string Write(ReportDocument report, ReportLanguage language)
    {
        if (!Enum.IsDefined(language))
        {
            throw new ArgumentOutOfRangeException(nameof(language));
        }

        ReportText writer = new(language);
        writer.Write(report, 0);
        return writer._text.ToString();
    }

    private void Write(ReportDocument report, int depth)
    {
        Line(depth, "検証報告", "Verification report", ReportWords.Of(report.Subject, _language));
        Line(depth, "時点", "Instant", report.CheckedAt is { } at ? Time(at) : null);
        Line(depth, "判定", "Decision", ReportWords.Of(report.Decision, _language));
        for (int i = 0; i < report.Steps.Count; i++)
        {
            string number = (i + 1).ToString(CultureInfo.InvariantCulture);
            Line(depth + 1, number, number, $"{ReportWords.Of(report.Steps[i].Step, _language)}: {ReportWords.Of(report.Steps[i].State, _language)}");
        }

        WriteStatus(report, depth);
        WriteReasons(report, depth);
        WriteBesides(report, depth);
        WriteHolder(report.Holder, depth);
        foreach (ReportDocument part in report.Parts)
        {
            Write(part, depth + 1);
        }
    }

    private void WriteStatus(ReportDocument report, int depth)
    {
        if (report.Status is not { } status)
        {
            return;
        }

        Line(depth, "状態", "Status", ReportWords.Of(status.State, _language));
        Line(depth + 1, "情報源", "Source", ReportWords.Of(status.Method, status.Origin, _language));
        Line(depth + 1, "いつまでの情報か", "Known up to", status.ThisUpdate is { } known ? Time(known) : null);
        Line(depth + 1, "情報の古さ", "Age", status.AgeSeconds is { } age ? Age(TimeSpan.FromSeconds(age)) : null);
        Line(depth + 1, "次の更新", "Newer due", status.NextUpdate is { } next ? Time(next) : null);
        Line(depth + 1, "停止・失効の日時", "Held or revoked since", status.Since is { } since ? Time(since) : null);
        Line(depth + 1, "停止・失効の理由", "Reason given", status.RevocationReason is { } given ? ReportWords.Of(given, _language) : null);
    }

    private void WriteReasons(ReportDocument report, int depth)
    {
        for (int i = 0; i < report.Reasons.Count; i++)
        {
            ReportReason reason = report.Reasons[i];
            string words = IsJapanese ? reason.Japanese : reason.English;
            Line(depth, i == 0 ? "理由" : "ほかの理由", i == 0 ? "Reason" : "Also", $"{words} [{Pick(string.Empty, reason.Reason + " ")}{reason.Number.ToString(CultureInfo.InvariantCulture)}]");
            Line(depth + 1, "次にすること", "Next", IsJapanese ? reason.NextJapanese : reason.NextEnglish);
        }
    }

    private void WriteBesides(ReportDocument report, int depth)
    {
        Line(depth, "助言", "Advice", report.Advice is { } advice ? ReportWords.Of(advice, _language) : null);
        if (report.Existence is { } existence)
        {
            string proof = ReportWords.Of(existence.Proof, _language);
            Line(depth, "存在の証明", "Proof of existence", existence.At is { } existed ? $"{proof}, {Time(existed)}" : proof);
        }

        Line(depth, "確認していないタイムスタンプ", "Timestamps not checked", report is { Parts.Count: 0, TimestampsNotChecked: > 0 } ? Number(report.TimestampsNotChecked.Value) : null);
        WriteRevisions(report, depth);
        if (report.Lint is { } lint)
        {
            Line(depth, "プロファイル検査", "Lint", string.Create(
                CultureInfo.InvariantCulture,
                $"{lint.Profile}: {Pick("誤り", "errors")} {lint.Errors}, {Pick("警告", "warnings")} {lint.Warnings}, {Pick("注記", "notices")} {lint.Notices}, {Pick("不明", "not known")} {lint.NotKnown}"));
        }
    }

    private void WriteRevisions(ReportDocument report, int depth)
    {
        if (report.Pdf is { } pdf)
        {
            Line(depth, "版の数", "Revisions", Number(pdf.Revisions));
            Line(depth, "文書タイムスタンプ", "Document timestamps", pdf.DocumentTimestamps == 0 ? null : Number(pdf.DocumentTimestamps) + Pick(" (数えただけで、確認していない)", " (counted, not looked at)"));
        }

        if (report.Revision is { } revision)
        {
            string later = string.Join(Pick("、", ", "), revision.FollowedBy.Select(update => ReportWords.Of(update, _language)));
            Line(depth, "署名された版", "Revision signed", Number(revision.Number));
            Line(depth, "その後の追加", "Added later", later.Length == 0 ? Pick("なし", "nothing") : later);
        }
    }

    private void WriteHolder(ReportHolder? holder, int depth)
    {
        Line(depth, "発行の番号", "Serial number", holder?.SerialNumber);
        Line(depth, "氏名", "Name", holder?.Name);
        Line(depth, "住所", "Address", holder?.Address);
        Line(depth, "生年月日", "Birth date", holder?.BirthDate);
        Line(depth, "性別", "Sex", holder?.Sex is { } sex ? ReportWords.Of(sex, _language) : null);
    }

    private string Pick(string japanese, string english) => IsJapanese ? japanese : english;

    private string Time(DateTimeOffset at) => IsJapanese
        ? JapanDay.Local(at).ToString("yyyy'年'M'月'd'日' HH:mm:ss '(日本時間)'", CultureInfo.InvariantCulture)
        : at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>The two largest units, rounded down.</summary>
    private string Age(TimeSpan age)
    {
        (int Count, string Unit)[] parts = [(age.Days, Pick("日", " d")), (age.Hours, Pick("時間", " h")), (age.Minutes, Pick("分", " min")), (age.Seconds, Pick("秒", " s"))];
        string[] told = [.. parts.SkipWhile(part => part.Count == 0).Take(2).Where(part => part.Count != 0).Select(part => Number(part.Count) + part.Unit)];
        return told.Length == 0 ? Pick("0秒", "0 s") : string.Join(' ', told);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Line(int depth, string japanese, string english, string? value)
    {
        if (value is not null)
        {
            _text.Append(' ', 2 * depth).Append(Pick(japanese, english)).Append(": ").Append(value).Append('\n');
        }
    }
}
