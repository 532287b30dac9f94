using System.Diagnostics;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Core.Issued;

/// <summary>A code and whom it was given to, which the core must record to tell whether two codes are one person (番号法施行令 26条6項).</summary>
/// <remarks>Immutable. It ties a code to a link and never leaves the core; <see cref="ToString"/> shows neither.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class IssuedCode
{
    /// <summary>Records a new code, in use from its beginning.</summary>
    /// <param name="holder">Who got it.</param>
    /// <param name="code">The code.</param>
    /// <param name="link">Whose it is.</param>
    /// <param name="holderEpoch">In which epoch of the holder.</param>
    /// <param name="issuedAt">When; kept to the millisecond.</param>
    /// <exception cref="ArgumentException">Holder, code or link is empty.</exception>
    public IssuedCode(CodeHolderId holder, AgencyCode code, LinkCode link, byte holderEpoch, DateTimeOffset issuedAt)
        : this(holder, code, link, holderEpoch, issuedAt, IssuedState.Active, IssuedReason.None, default, issuedAt)
    {
    }

    /// <summary>Records a code as a store kept it.</summary>
    /// <param name="holder">Who got it.</param>
    /// <param name="code">The code.</param>
    /// <param name="link">Whose it is.</param>
    /// <param name="holderEpoch">In which epoch of the holder.</param>
    /// <param name="issuedAt">When; kept to the millisecond.</param>
    /// <param name="state">How it stands.</param>
    /// <param name="reason">Why.</param>
    /// <param name="replacement">The code that took its place when it is superseded, else empty.</param>
    /// <param name="changedAt">Since when it stands so.</param>
    /// <exception cref="ArgumentException">Holder, code or link is empty, the state is none, or the replacement does not fit the state.</exception>
    public IssuedCode(
        CodeHolderId holder, AgencyCode code, LinkCode link, byte holderEpoch, DateTimeOffset issuedAt,
        IssuedState state, IssuedReason reason, AgencyCode replacement, DateTimeOffset changedAt)
    {
        if (holder.IsEmpty || code.IsEmpty || link.IsEmpty || state == IssuedState.None || (state == IssuedState.Superseded) == replacement.IsEmpty)
        {
            throw new ArgumentException("An issued code has a holder, a code, a link and a state; a superseded one has a replacement and no other has.");
        }

        (Holder, Code, Link, HolderEpoch, IssuedAt) = (holder, code, link, holderEpoch, Agencies.ValidPeriod.ToMilliseconds(issuedAt));
        (State, Reason, Replacement, ChangedAt) = (state, reason, replacement, Agencies.ValidPeriod.ToMilliseconds(changedAt));
    }

    /// <summary>Who got it.</summary>
    public CodeHolderId Holder { get; }

    /// <summary>The code.</summary>
    public AgencyCode Code { get; }

    /// <summary>Whose it is.</summary>
    public LinkCode Link { get; }

    /// <summary>In which epoch of the holder.</summary>
    public byte HolderEpoch { get; }

    /// <summary>When.</summary>
    public DateTimeOffset IssuedAt { get; }

    /// <summary>How it stands.</summary>
    public IssuedState State { get; }

    /// <summary>Why.</summary>
    public IssuedReason Reason { get; }

    /// <summary>The code that took its place, or empty.</summary>
    public AgencyCode Replacement { get; }

    /// <summary>Since when it stands so.</summary>
    public DateTimeOffset ChangedAt { get; }

    /// <summary>Holder and state; no code.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"code of holder {Holder}, {State}";

    internal IssuedCode As(IssuedChange change) =>
        new(Holder, Code, Link, HolderEpoch, IssuedAt, change.State, change.Reason, change.Replacement?.Code ?? change.ReplacedBy, change.At);
}
