namespace MyNumber.Jpki.Reports;

/// <summary>What a report may hold. Default: nothing of the holder.</summary>
public sealed record ReportOptions
{
    /// <summary>The default: no attribute and no serial.</summary>
    public static ReportOptions WithoutHolder { get; } = new();

    /// <summary>Puts the four attributes (基本4情報) and the certificate's serial number (発行の番号) into the report of a valid answer. Such a report is personal data: keep it out of logs.</summary>
    public bool IncludeHolder { get; init; }
}
