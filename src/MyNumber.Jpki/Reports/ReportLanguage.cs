namespace MyNumber.Jpki.Reports;

/// <summary>The language of a text for a person.</summary>
public enum ReportLanguage
{
    /// <summary>Japanese (日本語), times in Japan's.</summary>
    Japanese = 0,

    /// <summary>English, times in UTC.</summary>
    English,
}
