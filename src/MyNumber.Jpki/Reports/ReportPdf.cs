namespace MyNumber.Jpki.Reports;

/// <summary>What a PDF file holds beside its signatures, as it stands in the JSON. Document timestamps are counted and not judged.</summary>
internal sealed record ReportPdf(int Revisions, int DocumentTimestamps);
