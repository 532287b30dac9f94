namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>What a list is about: one generation of an authority and one partition of its certificates.</summary>
internal readonly struct CrlScope : IEquatable<CrlScope>
{
    private readonly ReadOnlyMemory<byte> _issuerName;
    private readonly ReadOnlyMemory<byte> _issuerKey;
    private readonly ReadOnlyMemory<byte> _partition;

    /// <summary>Names a scope over memory of the caller, which must not change.</summary>
    /// <param name="issuerName">The authority's Name, DER.</param>
    /// <param name="issuerKey">SHA-256 of the generation's public key: key identifiers are what their makers choose.</param>
    /// <param name="partition">The distribution point's Name, DER; empty for a full list.</param>
    public CrlScope(ReadOnlyMemory<byte> issuerName, ReadOnlyMemory<byte> issuerKey, ReadOnlyMemory<byte> partition)
    {
        _issuerName = issuerName;
        _issuerKey = issuerKey;
        _partition = partition;
    }

    public bool Equals(CrlScope other) =>
        _issuerKey.Span.SequenceEqual(other._issuerKey.Span)
        && _partition.Span.SequenceEqual(other._partition.Span)
        && _issuerName.Span.SequenceEqual(other._issuerName.Span);

    public override bool Equals(object? obj) => obj is CrlScope other && Equals(other);

    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.AddBytes(_issuerKey.Span);
        hash.AddBytes(_partition.Span);
        return hash.ToHashCode();
    }
}
