using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using MyNumber.Jpki.AspNetCore.Problems;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Applications;

/// <summary>What came of asking for a signed application.</summary>
/// <remarks>Made by <see cref="SignedApplications"/> only. Immutable. <see cref="ToString"/> shows nothing of the signer.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ApplicationAnswer : IHolderAnswer
{
    internal ApplicationAnswer()
    {
    }

    /// <summary>Whether the application was signed and everything about it holds.</summary>
    [MemberNotNullWhen(true, nameof(Result))]
    [MemberNotNullWhen(false, nameof(Rejection))]
    public bool IsAccepted => Rejection is null;

    /// <summary>Why it was not accepted; <see langword="null"/> when it was. <see cref="JpkiProblem.WriteAsync"/> answers with it.</summary>
    public JpkiRejection? Rejection { get; internal init; }

    /// <summary>The verifier's answer, also when it refused; <see langword="null"/> when nothing came to be verified.</summary>
    public ApplicationResult? Result { get; internal init; }

    /// <summary>The signed document as it came, CMS in DER, for the archive; empty when there is none. It is personal.</summary>
    public ReadOnlyMemory<byte> Document { get; internal init; }

    /// <summary>The reference that was given when asking; <see langword="null"/> when there was none, the answer is not of this application, browser and return path, or the store of challenges failed.</summary>
    public string? Reference { get; internal init; }

    /// <summary>Accepted, or the code of the rejection.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"ApplicationAnswer({Rejection?.Code ?? "Accepted"})";
}
