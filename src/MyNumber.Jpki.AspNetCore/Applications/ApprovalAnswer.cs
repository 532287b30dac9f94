using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using MyNumber.Jpki.AspNetCore.Problems;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Applications;

/// <summary>What came of asking for the approval of a transaction (取引の承認).</summary>
/// <remarks>Made by <see cref="TransactionApprovals"/> only. Immutable. <see cref="ToString"/> shows nothing of the holder or the transaction.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ApprovalAnswer : IHolderAnswer
{
    internal ApprovalAnswer()
    {
    }

    /// <summary>Whether the holder who had to approve it did, and everything about it holds.</summary>
    [MemberNotNullWhen(true, nameof(Result), nameof(Reference))]
    [MemberNotNullWhen(false, nameof(Rejection))]
    public bool IsAccepted => Rejection is null;

    /// <summary>Why it was not accepted; <see langword="null"/> when it was. <see cref="JpkiProblem.WriteAsync"/> answers with it.</summary>
    public JpkiRejection? Rejection { get; internal init; }

    /// <summary>The verifier's answer with the approved text, also when it refused; <see langword="null"/> when nothing came to be verified.</summary>
    public LoginResult? Result { get; internal init; }

    /// <summary>The reference that was given when asking; <see langword="null"/> when the answer is not of this application, browser and return path, or the store of challenges failed.</summary>
    public string? Reference { get; internal init; }

    /// <summary>Accepted, or the code of the rejection.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"ApprovalAnswer({Rejection?.Code ?? "Accepted"})";
}
