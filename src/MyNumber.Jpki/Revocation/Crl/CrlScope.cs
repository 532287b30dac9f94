using System.Security.Cryptography;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>What a list is about: one generation of an authority and one partition of its certificates.</summary>
internal readonly struct CrlScope : IEquatable<CrlScope>
{
    /// <summary>Names a scope over memory of the caller, which must not change.</summary>
    /// <param name="issuerName">The authority's Name, DER.</param>
    /// <param name="issuerKey">SHA-256 of the generation's public key: key identifiers are what their makers choose.</param>
    /// <param name="partition">The distribution point's Name, DER; empty for a full list.</param>
    public CrlScope(ReadOnlyMemory<byte> issuerName, ReadOnlyMemory<byte> issuerKey, ReadOnlyMemory<byte> partition)
    {
        IssuerName = issuerName;
        IssuerKey = issuerKey;
        Partition = partition;
    }

    public ReadOnlyMemory<byte> IssuerName { get; }

    public ReadOnlyMemory<byte> IssuerKey { get; }

    public ReadOnlyMemory<byte> Partition { get; }

    /// <summary>A name for a file: the same for the same scope, and telling nothing.</summary>
    public string FileName() =>
        Convert.ToHexStringLower(SHA256.HashData([.. SHA256.HashData(IssuerName.Span), .. IssuerKey.Span, .. Partition.Span])) + ".crl";

    public bool Equals(CrlScope other) =>
        IssuerKey.Span.SequenceEqual(other.IssuerKey.Span)
        && Partition.Span.SequenceEqual(other.Partition.Span)
        && IssuerName.Span.SequenceEqual(other.IssuerName.Span);

    public override bool Equals(object? obj) => obj is CrlScope other && Equals(other);

    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.AddBytes(IssuerKey.Span);
        hash.AddBytes(Partition.Span);
        return hash.ToHashCode();
    }
}
