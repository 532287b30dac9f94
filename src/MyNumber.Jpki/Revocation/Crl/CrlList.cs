namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>One verified list: its times, number and index. Immutable; the list's bytes are not kept.</summary>
internal sealed class CrlList
{
    public CrlList(CrlHead head, CrlTail tail, byte[] sha256, CrlIndex index)
    {
        ThisUpdate = head.ThisUpdate;
        NextUpdate = head.NextUpdate;
        Number = tail.Extensions.Number.ToArray();
        Sha256 = sha256;
        Index = index;
    }

    public DateTimeOffset ThisUpdate { get; }

    public DateTimeOffset NextUpdate { get; }

    public ReadOnlyMemory<byte> Number { get; }

    public ReadOnlyMemory<byte> Sha256 { get; }

    public CrlIndex Index { get; }

    public int EntryCount => Index.Count;

    public long Bytes => Index.Bytes;

    public bool IsFresh(DateTimeOffset now, TimeSpan skew) => now <= NextUpdate && ThisUpdate - now <= skew;

    public bool HasNewerNumberThan(CrlList other) =>
        Number.Length != other.Number.Length ? Number.Length > other.Number.Length : Number.Span.SequenceCompareTo(other.Number.Span) > 0;

    public RevocationEvidence Judge(ReadOnlySpan<byte> serialNumber)
    {
        CrlEntry? entry = Index.Find(serialNumber);
        RevocationReason? reason = entry?.RevocationReason;
        return new RevocationEvidence(entry is null ? RevocationState.Good : RevocationEvidence.StateFor(reason))
        {
            Method = RevocationMethod.Crl,
            Reason = reason,
            Since = entry?.Since,
            ThisUpdate = ThisUpdate,
            NextUpdate = NextUpdate,
            CrlNumber = Number,
            CrlSha256 = Sha256,
        };
    }

    public RevocationEvidence Stale() => new(RevocationState.Unreachable, VerificationReason.StatusStale)
    {
        Method = RevocationMethod.Crl,
        ThisUpdate = ThisUpdate,
        NextUpdate = NextUpdate,
        CrlNumber = Number,
        CrlSha256 = Sha256,
    };
}
