using System.Diagnostics;

namespace MyNumber.Jpki.Signatures.Timestamps;

/// <summary>The answer about one timestamp: valid, invalid with a reason, or undetermined with a reason.</summary>
/// <remarks>Made by <see cref="TimestampVerifier"/> only. Immutable and thread safe.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class TimestampResult
{
    internal TimestampResult(VerificationOutcome outcome, VerificationReason reason, TimestampToken? token = null, ReadOnlyMemory<byte> authority = default)
    {
        Outcome = outcome;
        Reason = reason;
        Token = token;
        Authority = authority;
    }

    /// <summary>Valid, invalid or undetermined.</summary>
    public VerificationOutcome Outcome { get; }

    /// <summary>The reason; <see cref="VerificationReason.None"/> when valid.</summary>
    public VerificationReason Reason { get; }

    /// <summary>The token, when its bytes could be read, whatever the answer.</summary>
    public TimestampToken? Token { get; }

    /// <summary>The timestamp authority's certificate, DER; empty when none was found.</summary>
    public ReadOnlyMemory<byte> Authority { get; }

    /// <summary>The latest instant at which what was stamped existed: the token's time and its accuracy. <see langword="null"/> unless valid.</summary>
    public DateTimeOffset? ExistedAt => Outcome == VerificationOutcome.Valid ? Token!.GeneratedAt + (Token.Accuracy ?? TimeSpan.Zero) : null;

    /// <summary>Whether nobody was asked for the status of the authority's certificate, because the trust leaves it to the caller: a valid answer hangs on it then.</summary>
    public bool IsStatusLeftToTheCaller { get; internal init; }

    /// <summary>Whether the token itself held, so that its authority was looked at.</summary>
    internal bool IsTrustJudged { get; init; }

    /// <summary>Outcome and reason.</summary>
    /// <returns>A text without anything of what was stamped.</returns>
    public override string ToString() => $"TimestampResult({Outcome}, {Reason})";

    internal static TimestampResult Refused(VerificationReason reason, TimestampToken? token = null) => new(VerificationOutcome.Invalid, reason, token);
}
