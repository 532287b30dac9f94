using System.Diagnostics;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Payloads;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Exchange;

/// <summary>What an intermediate server gives back to its business system.</summary>
/// <remarks>Immutable. Text shows state and outcome only.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record InquiryResult
{
    /// <summary>The inquiry, by which it is collected; empty when nothing was sent.</summary>
    public InquiryId Inquiry { get; init; }

    /// <summary>How it stands.</summary>
    public required InquiryState State { get; init; }

    /// <summary>How it ended; <see langword="null"/> before it is done, and when it never is.</summary>
    public InquiryOutcome? Outcome { get; init; }

    /// <summary>Why it was rejected.</summary>
    public ExchangeFault Fault { get; init; }

    /// <summary>The data, when they were provided.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public ItemSetPayload? Payload { get; init; }

    /// <summary>To which moment the data are true (鮮度).</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The provider's signed reply, which proves what it said (情報の文書性); it holds the data sealed.</summary>
    public ProvisionReply? Evidence { get; init; }

    /// <summary>State and outcome.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => State == InquiryState.Done ? $"inquiry {Inquiry}: {Outcome}" : $"inquiry {Inquiry}: {State}";
}
