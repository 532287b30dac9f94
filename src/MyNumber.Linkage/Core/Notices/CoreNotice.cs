using System.Diagnostics;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Numbers;

namespace MyNumber.Linkage.Core.Notices;

/// <summary>One notice to one holder, with that holder's own codes only.</summary>
/// <remarks>Immutable. <see cref="ToString"/> shows no code.</remarks>
/// <param name="Holder">To whom.</param>
/// <param name="Kind">About what.</param>
/// <param name="Code">The holder's code that it is about, or empty.</param>
/// <param name="Replacement">The holder's code that takes its place, or empty.</param>
/// <param name="Acquisition">The waiting acquisition, or empty.</param>
/// <param name="Other">The other holder that the notice is about, or empty.</param>
/// <param name="At">When, kept to the millisecond; not part of what makes two notices the same.</param>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record CoreNotice(
    CodeHolderId Holder, NoticeKind Kind, AgencyCode Code, AgencyCode Replacement, AcquisitionKey Acquisition, CodeHolderId Other, DateTimeOffset At)
{
    /// <summary>When, to the millisecond.</summary>
    public DateTimeOffset At { get; init => field = ValidPeriod.ToMilliseconds(value); } = ValidPeriod.ToMilliseconds(At);

    /// <summary>Holder and kind; no code.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Kind} for holder {Holder}";

    /// <summary>What makes two notices the same.</summary>
    internal (CodeHolderId Holder, NoticeKind Kind, AgencyCode Code, AgencyCode Replacement, AcquisitionKey Acquisition, CodeHolderId Other) Key =>
        (Holder, Kind, Code, Replacement, Acquisition, Other);
}
