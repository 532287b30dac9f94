using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Messages;

/// <summary>What the core tells an inquirer.</summary>
/// <remarks>Immutable.</remarks>
public sealed record InquiryAnswer
{
    /// <summary>The inquiry.</summary>
    public required InquiryId Inquiry { get; init; }

    /// <summary>How far it is.</summary>
    public required AnswerState State { get; init; }

    /// <summary>Why it was rejected.</summary>
    public ExchangeFault Fault { get; init; }

    /// <summary>The record, with its salt, when it is done; the inquirer keeps the same.</summary>
    public SaltedRecord? Record { get; init; }

    /// <summary>The provider's reply; only when the provider was asked and answered.</summary>
    public ProvisionReply? Reply { get; init; }

    /// <summary>An inquiry that is not taken.</summary>
    /// <param name="inquiry">The inquiry.</param>
    /// <param name="fault">Why.</param>
    /// <returns>The answer.</returns>
    public static InquiryAnswer Reject(InquiryId inquiry, ExchangeFault fault) => new() { Inquiry = inquiry, State = AnswerState.Rejected, Fault = fault };

    /// <summary>An inquiry that was asked on.</summary>
    /// <param name="inquiry">The inquiry.</param>
    /// <returns>The answer.</returns>
    public static InquiryAnswer Wait(InquiryId inquiry) => new() { Inquiry = inquiry, State = AnswerState.Waiting };
}
