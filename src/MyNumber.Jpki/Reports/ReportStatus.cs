using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Reports;

/// <summary>The status answer as a report tells it (有効性確認の結果).</summary>
/// <param name="State">What the source says.</param>
/// <param name="Method">How it was learnt.</param>
/// <param name="Origin">Where it was taken from.</param>
/// <param name="ThisUpdate">Up to when the source's knowledge reaches.</param>
/// <param name="NextUpdate">When newer knowledge is due.</param>
/// <param name="AgeSeconds">How old the knowledge was at the instant of the decision, in whole seconds.</param>
/// <param name="RevocationReason">The reason of a hold or revocation.</param>
/// <param name="Since">Since when it is held or revoked.</param>
public sealed record ReportStatus(
    RevocationState State,
    RevocationMethod Method,
    StatusOrigin Origin,
    DateTimeOffset? ThisUpdate,
    DateTimeOffset? NextUpdate,
    long? AgeSeconds,
    RevocationReason? RevocationReason,
    DateTimeOffset? Since)
{
    internal static ReportStatus? Of(RevocationEvidence? status, DateTimeOffset at) => status is null ? null : new(
        status.State,
        status.Method,
        status.Origin,
        status.ThisUpdate,
        status.NextUpdate,
        (long?)status.AgeAt(at)?.TotalSeconds,
        status.Reason,
        status.Since);
}
