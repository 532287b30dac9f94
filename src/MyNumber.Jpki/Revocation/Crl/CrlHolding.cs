namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>What an operator may know of one list that a store holds. Immutable; it names no certificate.</summary>
public sealed class CrlHolding
{
    internal CrlHolding(CrlScope scope, CrlList list)
    {
        Scope = scope;
        ThisUpdate = list.ThisUpdate;
        NextUpdate = list.NextUpdate;
        Number = list.Number;
        Sha256 = list.Sha256;
        EntryCount = list.EntryCount;
        IndexBytes = list.Bytes;
    }

    /// <summary>The authority's Name, DER.</summary>
    public ReadOnlyMemory<byte> IssuerName => Scope.IssuerName;

    /// <summary>SHA-256 of the generation's subjectPublicKeyInfo: generations share their name.</summary>
    public ReadOnlyMemory<byte> IssuerKeySha256 => Scope.IssuerKey;

    /// <summary>The municipality's distribution point, a Name in DER; empty for a full list.</summary>
    public ReadOnlyMemory<byte> Partition => Scope.Partition;

    /// <summary>Whether the list covers all certificates of its generation.</summary>
    public bool IsFull => Partition.IsEmpty;

    /// <summary>cRLNumber (RFC 5280 §5.2.3) as an unsigned big-endian integer.</summary>
    public ReadOnlyMemory<byte> Number { get; }

    /// <summary>SHA-256 of the list's DER.</summary>
    public ReadOnlyMemory<byte> Sha256 { get; }

    /// <summary>Up to when the list's knowledge reaches.</summary>
    public DateTimeOffset ThisUpdate { get; }

    /// <summary>The last instant at which the list may answer.</summary>
    public DateTimeOffset NextUpdate { get; }

    /// <summary>How many entries it has.</summary>
    public int EntryCount { get; }

    /// <summary>Bytes of memory that its index takes.</summary>
    public long IndexBytes { get; }

    internal CrlScope Scope { get; }
}
