namespace MyNumber.Jpki.Reports;

/// <summary>Which revision of a PDF file a signature came with, and what came later, as it stands in the JSON.</summary>
internal sealed record ReportRevision(int Number, bool CoversWholeFile, IReadOnlyList<ReportUpdate> FollowedBy);
