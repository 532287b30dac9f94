using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Evidence;

/// <summary>The part of the evidence about status: which answer of which source the decision stood on.</summary>
/// <remarks>Immutable. An OCSP response is kept whole; of a CRL its number and digest, so that the list can be found in the archive of lists.</remarks>
public sealed class StatusRecord
{
    /// <summary>How the status was learnt.</summary>
    public required RevocationMethod Method { get; init; }

    /// <summary>What the source said.</summary>
    public required RevocationState State { get; init; }

    /// <summary>The reason of a hold or revocation; <see langword="null"/> when none was given.</summary>
    public RevocationReason? Reason { get; init; }

    /// <summary>Since when it is held or revoked.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Where the answer was taken from; <see langword="null"/> in records of format 2.</summary>
    public StatusOrigin? Origin { get; init; }

    /// <summary>When a responder's answer reached the verifier; <see langword="null"/> for a list, where the source did not say, and in records of format 2.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>The instant up to which the source's knowledge reached.</summary>
    public DateTimeOffset? ThisUpdate { get; init; }

    /// <summary>When newer knowledge was due.</summary>
    public DateTimeOffset? NextUpdate { get; init; }

    /// <summary>The whole OCSP response, DER; empty for a CRL.</summary>
    public ReadOnlyMemory<byte> OcspResponse { get; init; }

    /// <summary>The CRL's number, unsigned big-endian; empty for OCSP.</summary>
    public ReadOnlyMemory<byte> CrlNumber { get; init; }

    /// <summary>SHA-256 of the CRL's DER; empty for OCSP.</summary>
    public ReadOnlyMemory<byte> CrlSha256 { get; init; }

    /// <summary>Records what a source answered, also for a check without a document, such as a re-check (現況確認).</summary>
    /// <param name="status">The answer.</param>
    /// <returns>The record.</returns>
    public static StatusRecord From(RevocationEvidence status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return new StatusRecord
        {
            Method = status.Method,
            State = status.State,
            Reason = status.Reason,
            Since = status.Since,
            Origin = status.Origin,
            ReceivedAt = status.ReceivedAt,
            ThisUpdate = status.ThisUpdate,
            NextUpdate = status.NextUpdate,
            OcspResponse = status.OcspResponse,
            CrlNumber = status.CrlNumber,
            CrlSha256 = status.CrlSha256,
        };
    }
}
