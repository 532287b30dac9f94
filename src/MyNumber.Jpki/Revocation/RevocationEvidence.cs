namespace MyNumber.Jpki.Revocation;

/// <summary>Third state of the pipeline: what a source answered about one certificate, checked, with the bytes that prove it.</summary>
/// <remarks>Immutable. Only sources of this library make one; a source of one's own uses the factory methods.</remarks>
public sealed class RevocationEvidence
{
    private RevocationEvidence(RevocationState state, VerificationReason failure)
    {
        State = state;
        Failure = failure;
    }

    /// <summary>What the source says.</summary>
    public RevocationState State { get; }

    /// <summary>Why there is no reliable answer when <see cref="State"/> is Unreachable or Unknown; otherwise <see cref="VerificationReason.None"/>.</summary>
    public VerificationReason Failure { get; }

    /// <summary>The reason of a revocation or hold; <see langword="null"/> when none was given.</summary>
    public RevocationReason? Reason { get; init; }

    /// <summary>Since when it is held or revoked.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>How the status was learnt.</summary>
    public RevocationMethod Method { get; init; }

    /// <summary>The instant up to which the source's knowledge reaches.</summary>
    public DateTimeOffset? ThisUpdate { get; init; }

    /// <summary>When newer knowledge is due.</summary>
    public DateTimeOffset? NextUpdate { get; init; }

    /// <summary>The OCSP response, DER, whole; empty for a CRL.</summary>
    public ReadOnlyMemory<byte> OcspResponse { get; init; }

    /// <summary>The CRL's number as an unsigned big-endian integer; empty for OCSP.</summary>
    public ReadOnlyMemory<byte> CrlNumber { get; init; }

    /// <summary>SHA-256 of the CRL's DER; empty for OCSP.</summary>
    public ReadOnlyMemory<byte> CrlSha256 { get; init; }

    /// <summary>A certificate that is neither revoked nor held.</summary>
    /// <returns>Evidence without method and times; set them by an object copy in the source.</returns>
    internal static RevocationEvidence Of(RevocationState state, VerificationReason failure = VerificationReason.None) => new(state, failure);
}
