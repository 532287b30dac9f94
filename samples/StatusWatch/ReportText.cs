namespace StatusWatch;

/// <summary>The report for people.</summary>
internal static class ReportText
{
    public static IEnumerable<string> Write(NightReport report, Words words)
    {
        yield return $"{Environment.NewLine}■ {words.Of("現況確認の報告", "Report of the watch")} ({words.Of("利用目的", "purpose")}: {report.Purpose})";
        foreach (BankAct act in Enum.GetValues<BankAct>().OrderBy(act => act == BankAct.Later ? int.MaxValue : (int)act))
        {
            yield return FormattableString.Invariant($"  {words.Act(act)}: {report.Count(act):N0}");
            foreach (TallyRow row in report.Rows.Where(row => row.Act == act))
            {
                yield return FormattableString.Invariant($"    {row.Count,8:N0}  {words.State(row)} → {words.Advice(row.Advice)}");
            }
        }

        yield return FormattableString.Invariant($"    {report.Rows.Sum(row => row.Count),8:N0}  {words.Of("合計", "in all")}");
        yield return string.Empty;
        yield return words.Of(
            FormattableString.Invariant($"  確認の手段: 失効リスト {report.AnsweredByList:N0}、OCSP {report.AnsweredByResponder:N0}、誰にも聞かずに判断 {report.DecidedAtDesk:N0} (期間満了、写しの破損)"),
            FormattableString.Invariant($"  answered by lists {report.AnsweredByList:N0}, by OCSP {report.AnsweredByResponder:N0}; decided without asking {report.DecidedAtDesk:N0} (expired, damaged copy)"));
        yield return words.Of(
            FormattableString.Invariant($"  紐付け: 更新に従った {report.FollowedLinks:N0} 件、外した {report.EndedLinks:N0} 件。答えの出た顧客を再び聞いた回数 {report.NeedlessQuestions}"),
            FormattableString.Invariant($"  links: {report.FollowedLinks:N0} followed, {report.EndedLinks:N0} ended; questions after an answer had come: {report.NeedlessQuestions}"));
        yield return words.Of(
            FormattableString.Invariant($"  速さ: 現況確認 {report.CustomersPerSecond:N0} 人/秒 ({report.SecondsOfWatch:F1} 秒)、準備 {report.SecondsOfPreparation:F1} 秒"),
            FormattableString.Invariant($"  speed: {report.CustomersPerSecond:N0} customers/s ({report.SecondsOfWatch:F1} s), preparation {report.SecondsOfPreparation:F1} s"));
        yield return words.Of(
            "  真夜中のリストより後の電話は、リストで確かめた顧客では次の夜に分かる",
            "  a call after the midnight lists is seen the next night, for customers whom a list answered");
    }
}
