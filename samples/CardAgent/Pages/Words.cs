using MyNumber.Jpki.Reports;

namespace CardAgent.Pages;

/// <summary>Picks the reader's language.</summary>
internal sealed class Words(ReportLanguage language)
{
    public ReportLanguage Language => language;

    public string Code => Of("ja", "en");

    /// <summary>What this program is called.</summary>
    public string Program => Of("カードエージェント", "Card agent");

    public string Of(string japanese, string english) => language == ReportLanguage.English ? english : japanese;
}
