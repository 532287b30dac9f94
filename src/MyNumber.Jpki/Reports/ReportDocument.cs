using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.Reports;

/// <summary>The JSON's shape; docs/jpki/schema/verification-report.schema.json describes it.</summary>
internal sealed record ReportDocument
{
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    public required ReportSubject Subject { get; init; }

    public required DateTimeOffset? CheckedAt { get; init; }

    public required VerificationOutcome Outcome { get; init; }

    public required VerificationReason Reason { get; init; }

    public ReportDecision Decision => Outcome switch
    {
        VerificationOutcome.Invalid => ReportDecision.Refuse,
        VerificationOutcome.Valid => HasStatusNotAsked ? ReportDecision.AskStatusFirst : ReportDecision.GoOn,
        _ => ReportDecision.RefuseForNow,
    };

    public IReadOnlyList<ReportStep> Steps { get; init; } = [];

    public IReadOnlyList<ReportReason> Reasons { get; init; } = [];

    public ReportStatus? Status { get; init; }

    public StatusAdvice? Advice { get; init; }

    public ReportExistence? Existence { get; init; }

    public ReportLint? Lint { get; init; }

    public ReportPdf? Pdf { get; init; }

    public ReportRevision? Revision { get; init; }

    /// <summary>Signature timestamps (CAdES-T) that stand beside the signatures and that nobody looked at; nothing where they were not looked for or nothing could be read.</summary>
    public int? TimestampsNotChecked { get; init; }

    public ReportHolder? Holder { get; init; }

    public IReadOnlyList<ReportDocument> Parts { get; init; } = [];

    private bool HasStatusNotAsked =>
        Steps.Any(step => step.State == ReportStepState.NotAsked) || Parts.Any(part => part.Decision == ReportDecision.AskStatusFirst);

    public override string ToString() => "ReportDocument(***)";
}
