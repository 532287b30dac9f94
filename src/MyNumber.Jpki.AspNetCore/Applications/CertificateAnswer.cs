using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using MyNumber.Jpki.AspNetCore.Problems;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Applications;

/// <summary>What came of asking for the signature certificate, to fill in a form.</summary>
/// <remarks>Made by <see cref="SignedApplications"/> only. Immutable. <see cref="ToString"/> shows nothing of the holder.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CertificateAnswer : IHolderAnswer
{
    internal CertificateAnswer()
    {
    }

    /// <summary>Whether a certificate was handed over that is valid now. It proves nobody.</summary>
    [MemberNotNullWhen(true, nameof(Result))]
    [MemberNotNullWhen(false, nameof(Rejection))]
    public bool IsAccepted => Rejection is null;

    /// <summary>Why it was not accepted; <see langword="null"/> when it was.</summary>
    public JpkiRejection? Rejection { get; internal init; }

    /// <summary>The answer about the certificate, also when it was refused; <see langword="null"/> when none came.</summary>
    public HandoverResult? Result { get; internal init; }

    /// <summary>The reference that was given when asking; <see langword="null"/> when there was none, the answer is not of this application, browser and return path, or the store of challenges failed.</summary>
    public string? Reference { get; internal init; }

    /// <summary>Accepted, or the code of the rejection.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"CertificateAnswer({Rejection?.Code ?? "Accepted"})";
}
