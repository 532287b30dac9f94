using System.Diagnostics;

namespace MyNumber.Jpki.Certificates;

/// <summary>What identifies one certificate for ever: issuer name, key generation and serial (発行の番号), never the serial or the CN alone.</summary>
/// <remarks>
/// <para>All generations of one authority share one name, and both authorities count serials in the same range; so all three parts are compared.</para>
/// <para>A serial is a handle on a person (シリアル番号の告知要求制限): <see cref="ToString"/> is masked. <see langword="default"/> is empty.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct CertificateIdentity : IEquatable<CertificateIdentity>
{
    private readonly byte[]? _issuer;
    private readonly byte[]? _issuerKeyId;
    private readonly byte[]? _serial;

    /// <summary>Copies the three parts.</summary>
    /// <param name="issuerName">The issuer's Name, DER.</param>
    /// <param name="issuerKeyIdentifier">Key identifier of the issuer's generation, 20 bytes.</param>
    /// <param name="serialNumber">The serial's INTEGER contents, big-endian two's complement, 1 to 20 bytes.</param>
    public CertificateIdentity(ReadOnlySpan<byte> issuerName, ReadOnlySpan<byte> issuerKeyIdentifier, ReadOnlySpan<byte> serialNumber)
    {
        _issuer = issuerName.ToArray();
        _issuerKeyId = issuerKeyIdentifier.ToArray();
        _serial = serialNumber.ToArray();
    }

    /// <summary>Whether this is <see langword="default"/>.</summary>
    public bool IsEmpty => _serial is null;

    /// <summary>The issuer's Name, DER.</summary>
    public ReadOnlyMemory<byte> IssuerName => _issuer;

    /// <summary>Key identifier of the issuer's generation.</summary>
    public ReadOnlyMemory<byte> IssuerKeyIdentifier => _issuerKeyId;

    /// <summary>The serial's INTEGER contents. Handle it as personal.</summary>
    public ReadOnlyMemory<byte> SerialNumber => _serial;

    /// <summary>A mask; the serial is not in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => IsEmpty ? "CertificateIdentity(empty)" : "CertificateIdentity(***)";

    /// <inheritdoc/>
    public bool Equals(CertificateIdentity other) =>
        IssuerName.Span.SequenceEqual(other.IssuerName.Span)
        && IssuerKeyIdentifier.Span.SequenceEqual(other.IssuerKeyIdentifier.Span)
        && SerialNumber.Span.SequenceEqual(other.SerialNumber.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CertificateIdentity other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.AddBytes(IssuerKeyIdentifier.Span);
        hash.AddBytes(SerialNumber.Span);
        return hash.ToHashCode();
    }

    /// <summary>Whether all three parts are the same.</summary>
    /// <param name="left">One identity.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(CertificateIdentity left, CertificateIdentity right) => left.Equals(right);

    /// <summary>Whether a part differs.</summary>
    /// <param name="left">One identity.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(CertificateIdentity left, CertificateIdentity right) => !left.Equals(right);
}
