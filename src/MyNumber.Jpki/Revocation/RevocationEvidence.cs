namespace MyNumber.Jpki.Revocation;

/// <summary>Third state of the pipeline: what a source answered about one certificate, checked, with the bytes that prove it.</summary>
/// <remarks>Immutable and thread safe. A source of one's own makes it by the factory methods.</remarks>
public sealed class RevocationEvidence
{
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
        if (failure is < VerificationReason.StatusUnreachable or > VerificationReason.StatusOutOfScope)
        {
            throw new ArgumentOutOfRangeException(nameof(failure));
        }

        return new(RevocationState.Unreachable, failure) { Method = method };
    }

    internal static RevocationState StateFor(RevocationReason? reason) =>
        reason == RevocationReason.CertificateHold ? RevocationState.Held : RevocationState.Revoked;
}
