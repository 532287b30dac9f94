using System.Diagnostics;
using System.Globalization;

namespace MyNumber.Jpki.Revocation;

/// <summary>Third state of the pipeline: what a source answered about one certificate, checked, with the bytes that prove it.</summary>
/// <remarks>Immutable and thread safe. A source of one's own makes it by the factory methods. <see cref="ToString"/> shows nothing of the holder.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class RevocationEvidence
{
    private readonly StatusOrigin? _origin;

    internal RevocationEvidence(RevocationState state, VerificationReason failure = VerificationReason.None)
    {
        State = state;
        Failure = failure;
    }

    /// <summary>What the source says.</summary>
    public RevocationState State { get; }

    /// <summary>Why there is no reliable answer when <see cref="State"/> is Unreachable or Unknown; otherwise <see cref="VerificationReason.None"/>.</summary>
    public VerificationReason Failure { get; }

    /// <summary>The reason of a revocation or hold; <see langword="null"/> when none was given.</summary>
    public RevocationReason? Reason { get; internal init; }

    /// <summary>Since when it is held or revoked.</summary>
    public DateTimeOffset? Since { get; internal init; }

    /// <summary>How the status was learnt.</summary>
    public RevocationMethod Method { get; internal init; }

    /// <summary>Where this answer was taken from. An answer of a source of one's own counts as the responder's or the list's, by its method.</summary>
    public StatusOrigin Origin
    {
        get => _origin ?? (Method == RevocationMethod.Ocsp ? StatusOrigin.Responder : Method == RevocationMethod.Crl ? StatusOrigin.List : StatusOrigin.None);
        internal init => _origin = value;
    }

    /// <summary>When a responder's answer reached this process, by its clock; <see langword="null"/> for a list, and where the source does not say.</summary>
    public DateTimeOffset? ReceivedAt { get; internal init; }

    /// <summary>The instant up to which the source's knowledge reaches.</summary>
    public DateTimeOffset? ThisUpdate { get; internal init; }

    /// <summary>When newer knowledge is due.</summary>
    public DateTimeOffset? NextUpdate { get; internal init; }

    /// <summary>The OCSP response, DER, whole, also when it failed a check; empty for a CRL or where nothing came.</summary>
    public ReadOnlyMemory<byte> OcspResponse { get; internal init; }

    /// <summary>The CRL's number as an unsigned big-endian integer; empty for OCSP.</summary>
    public ReadOnlyMemory<byte> CrlNumber { get; internal init; }

    /// <summary>SHA-256 of the CRL's DER; empty for OCSP.</summary>
    public ReadOnlyMemory<byte> CrlSha256 { get; internal init; }

    /// <summary>How old the source's knowledge is.</summary>
    /// <param name="instant">Now, by the clock of the decision.</param>
    /// <returns>From <see cref="ThisUpdate"/> to the instant, never less than zero; <see langword="null"/> when nothing was learnt.</returns>
    public TimeSpan? AgeAt(DateTimeOffset instant) =>
        ThisUpdate is not { } known ? null : instant > known ? instant - known : TimeSpan.Zero;

    /// <summary>State, failure, method, origin and the instant up to which it is known: what a person sees of an answer.</summary>
    /// <returns>A text without personal data, in UTC.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"RevocationEvidence({State}{(Failure == VerificationReason.None ? string.Empty : "/" + Failure)}, {Method} from {Origin}, known up to {ThisUpdate?.UtcDateTime:u})");

    /// <summary>Neither revoked nor held.</summary>
    /// <param name="method">How it was learnt.</param>
    /// <param name="thisUpdate">Up to when the source's knowledge reaches.</param>
    /// <param name="nextUpdate">When newer knowledge is due, if it is known.</param>
    /// <returns>The evidence.</returns>
    public static RevocationEvidence Good(RevocationMethod method, DateTimeOffset thisUpdate, DateTimeOffset? nextUpdate) =>
        new(RevocationState.Good, VerificationReason.None) { Method = method, ThisUpdate = thisUpdate, NextUpdate = nextUpdate };

    /// <summary>On hold (一時保留) or revoked (失効), as the reason says.</summary>
    /// <param name="method">How it was learnt.</param>
    /// <param name="reason">The reason; certificateHold makes it held; <see langword="null"/> when none was given.</param>
    /// <param name="since">Since when.</param>
    /// <param name="thisUpdate">Up to when the source's knowledge reaches.</param>
    /// <param name="nextUpdate">When newer knowledge is due, if it is known.</param>
    /// <returns>The evidence.</returns>
    public static RevocationEvidence HeldOrRevoked(
        RevocationMethod method, RevocationReason? reason, DateTimeOffset since, DateTimeOffset thisUpdate, DateTimeOffset? nextUpdate) =>
        new(StateFor(reason), VerificationReason.None)
        {
            Method = method,
            Reason = reason,
            Since = since,
            ThisUpdate = thisUpdate,
            NextUpdate = nextUpdate,
        };

    /// <summary>The source answers properly and does not know the certificate.</summary>
    /// <param name="method">How it was learnt.</param>
    /// <returns>The evidence, with <see cref="VerificationReason.StatusUnknown"/>.</returns>
    public static RevocationEvidence Unknown(RevocationMethod method) =>
        new(RevocationState.Unknown, VerificationReason.StatusUnknown) { Method = method };

    /// <summary>No answer that can be relied on.</summary>
    /// <param name="failure">Why; one of the reasons that begin with Status.</param>
    /// <param name="method">How it was tried.</param>
    /// <returns>The evidence.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The reason is not one of a status.</exception>
    public static RevocationEvidence Unreachable(VerificationReason failure, RevocationMethod method)
    {
        if (failure is < VerificationReason.StatusUnreachable or > VerificationReason.StatusNotConfirmed or VerificationReason.StatusNeverIssued)
        {
            throw new ArgumentOutOfRangeException(nameof(failure));
        }

        return new(RevocationState.Unreachable, failure) { Method = method };
    }

    /// <summary>The same answer as taken from another place.</summary>
    internal RevocationEvidence From(StatusOrigin origin, DateTimeOffset? receivedAt) => new(State, Failure)
    {
        Reason = Reason,
        Since = Since,
        Method = Method,
        Origin = origin,
        ReceivedAt = receivedAt,
        ThisUpdate = ThisUpdate,
        NextUpdate = NextUpdate,
        OcspResponse = OcspResponse,
        CrlNumber = CrlNumber,
        CrlSha256 = CrlSha256,
    };

    internal static RevocationState StateFor(RevocationReason? reason) =>
        reason == RevocationReason.CertificateHold ? RevocationState.Held : RevocationState.Revoked;
}
