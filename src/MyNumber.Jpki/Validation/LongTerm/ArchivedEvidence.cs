using System.Diagnostics;
using MyNumber.Jpki.Evidence;
using MyNumber.Jpki.Evidence.Storage;

namespace MyNumber.Jpki.Validation.LongTerm;

/// <summary>What an archive holds about one signed document (保管された証拠): everything that a later judge may use, and nothing of it is believed unproved.</summary>
/// <remarks>Immutable; the memories stay the caller's. All of it is personal: <see cref="ToString"/> is masked. The issuer's certificate is not part of it: it comes from the
/// pinned anchors, which must be kept after they have ended.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record ArchivedEvidence
{
    /// <summary>The signed document, CMS SignedData in DER with one signer.</summary>
    public required ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>The content of a detached document; <see langword="null"/> for an attached one. A <see langword="null"/> array converts to an empty content and not to <see langword="null"/>.</summary>
    public ReadOnlyMemory<byte>? DetachedContent { get; init; }

    /// <summary>OCSP responses about the signer's certificate, DER whole, from the time of the signature or later.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> OcspResponses { get; init; } = [];

    /// <summary>Revocation lists (失効情報ファイル) that cover the certificate, DER.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> RevocationLists { get; init; } = [];

    /// <summary>A timestamp token over the signature value that was kept beside the document, DER; empty when it is inside (CAdES-T) or there is none.</summary>
    public ReadOnlyMemory<byte> Timestamp { get; init; }

    /// <summary>When the archive says it took the document in; used by <see cref="LongTermOptions.TakeTheArchivesOwnTimeForProofOfExistence"/> only.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>The record of the verification that was made then; it must be about the same signature. Its outcome is not believed.</summary>
    public VerificationEvidence? Record { get; init; }

    /// <summary>Takes an entry of the evidence store. Lists are kept elsewhere (archive of lists): add them with <see cref="RevocationLists"/>.</summary>
    /// <param name="entry">The entry as it was read, intact.</param>
    /// <param name="archivedAt">When it was stored, by the store's journal; <see langword="null"/> when that is not to be told.</param>
    /// <returns>The evidence, with the OCSP response of the record.</returns>
    public static ArchivedEvidence From(EvidenceEntry entry, DateTimeOffset? archivedAt = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ReadOnlyMemory<byte> answer = entry.Evidence.Status?.OcspResponse ?? default;
        return new ArchivedEvidence
        {
            Document = entry.Document,
            DetachedContent = entry.DetachedContent.IsEmpty ? (ReadOnlyMemory<byte>?)null : entry.DetachedContent,
            OcspResponses = answer.IsEmpty ? [] : [answer],
            ArchivedAt = archivedAt,
            Record = entry.Evidence,
        };
    }

    /// <summary>A mask.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "ArchivedEvidence(***)";
}
