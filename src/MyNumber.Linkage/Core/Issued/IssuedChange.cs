using System.Diagnostics;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Core.Issued;

/// <summary>A change of how one code stands, and with it the code that takes its place.</summary>
/// <remarks>Immutable. <see cref="ToString"/> shows no code.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class IssuedChange
{
    private IssuedChange(CodeHolderId holder, AgencyCode code, IssuedState state, IssuedReason reason, DateTimeOffset at) =>
        (Holder, Code, State, Reason, At) = (holder, code, state, reason, at);

    /// <summary>Whose code.</summary>
    public CodeHolderId Holder { get; }

    /// <summary>Which code.</summary>
    public AgencyCode Code { get; }

    /// <summary>How it stands from now on.</summary>
    public IssuedState State { get; }

    /// <summary>Why.</summary>
    public IssuedReason Reason { get; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; }

    /// <summary>A new code that is recorded in the same step, or <see langword="null"/>.</summary>
    public IssuedCode? Replacement { get; private init; }

    /// <summary>A code in use that takes its place, or empty.</summary>
    public AgencyCode ReplacedBy { get; private init; }

    /// <summary>Supersedes a code by a new one.</summary>
    /// <param name="code">The code in use.</param>
    /// <param name="replacement">The new one, of the same holder.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The change.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The new one is the same code, or of another holder.</exception>
    public static IssuedChange Supersede(IssuedCode code, IssuedCode replacement, IssuedReason reason)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(replacement);
        return code.Holder == replacement.Holder && code.Code != replacement.Code
            ? new IssuedChange(code.Holder, code.Code, IssuedState.Superseded, reason, replacement.IssuedAt) { Replacement = replacement }
            : throw new ArgumentException("A code is superseded by another one of its holder.", nameof(replacement));
    }

    /// <summary>Supersedes a code by one that is in use already.</summary>
    /// <param name="code">The code in use.</param>
    /// <param name="other">The other code of the same holder.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">When.</param>
    /// <returns>The change.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="ArgumentException">The other one is empty or the same.</exception>
    public static IssuedChange SupersedeBy(IssuedCode code, AgencyCode other, IssuedReason reason, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(code);
        return other.IsEmpty || other == code.Code
            ? throw new ArgumentException("A code is superseded by another one.", nameof(other))
            : new IssuedChange(code.Holder, code.Code, IssuedState.Superseded, reason, at) { ReplacedBy = other };
    }

    /// <summary>Withdraws a code.</summary>
    /// <param name="code">The code in use.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">When.</param>
    /// <returns>The change.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public static IssuedChange Revoke(IssuedCode code, IssuedReason reason, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(code);
        return new IssuedChange(code.Holder, code.Code, IssuedState.Revoked, reason, at);
    }

    /// <summary>Takes a code that had ended into use again.</summary>
    /// <param name="code">The superseded or revoked code.</param>
    /// <param name="at">When.</param>
    /// <returns>The change.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public static IssuedChange Revive(IssuedCode code, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(code);
        return new IssuedChange(code.Holder, code.Code, IssuedState.Active, IssuedReason.Reacquired, at);
    }

    /// <summary>Holder and state; no code.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"change of a code of holder {Holder} to {State}";
}
