namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>One verified list: its times, number and index. Immutable; the list's bytes are not kept.</summary>
internal sealed class CrlList
{
    private readonly CrlIndex _index;

    public CrlList(CrlHeader header, byte[] sha256, CrlIndex index)
    {
        ThisUpdate = header.ThisUpdate;
        NextUpdate = header.NextUpdate;
        Number = header.Extensions.Number.ToArray();
        Sha256 = sha256;
        _index = index;
    }

    public DateTimeOffset ThisUpdate { get; }

    public DateTimeOffset NextUpdate { get; }

    public ReadOnlyMemory<byte> Number { get; }

    public ReadOnlyMemory<byte> Sha256 { get; }

    public int EntryCount => _index.Count;

    public bool IsFresh(DateTimeOffset now, TimeSpan skew) => now <= NextUpdate && ThisUpdate - now <= skew;

    public bool HasNewerNumberThan(CrlList other) =>
        Number.Length != other.Number.Length ? Number.Length > other.Number.Length : Number.Span.SequenceCompareTo(other.Number.Span) > 0;

    public RevocationEvidence Judge(ReadOnlySpan<byte> serialNumber)
    {
        CrlEntry? entry = _index.Find(serialNumber);
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
