using System.Security.Cryptography;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Status;

/// <summary>A list (失効情報ファイル) as it was published; the bytes stay the same until the next of its scope.</summary>
/// <remarks>Immutable and thread safe.</remarks>
public sealed class PublishedCrl
{
    /// <summary>The scope's name of a full list.</summary>
    public const string FullScope = "full";

    /// <summary>Holds a list.</summary>
    /// <param name="purpose">Which of the two authorities.</param>
    /// <param name="generation">Number of the generation that signed.</param>
    /// <param name="scope">A municipality's five digits, or <see cref="FullScope"/>.</param>
    /// <param name="number">cRLNumber.</param>
    /// <param name="thisUpdate">Up to when its knowledge reaches.</param>
    /// <param name="nextUpdate">When the next list is due at the latest.</param>
    /// <param name="encoded">CertificateList, DER.</param>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    public PublishedCrl(
        CertificatePurpose purpose, int generation, string scope, long number, DateTimeOffset thisUpdate, DateTimeOffset nextUpdate, ReadOnlyMemory<byte> encoded)
    {
        ArgumentNullException.ThrowIfNull(scope);
        Purpose = purpose;
        Generation = generation;
        Scope = scope;
        Number = number;
        ThisUpdate = thisUpdate;
        NextUpdate = nextUpdate;
        Encoded = encoded;
        EntityTag = $"\"{Convert.ToHexStringLower(SHA256.HashData(encoded.Span))}\"";
    }

    /// <summary>Which of the two authorities.</summary>
    public CertificatePurpose Purpose { get; }

    /// <summary>Number of the generation that signed.</summary>
    public int Generation { get; }

    /// <summary>A municipality's five digits, or <see cref="FullScope"/>.</summary>
    public string Scope { get; }

    /// <summary>cRLNumber (RFC 5280 §5.2.3).</summary>
    public long Number { get; }

    /// <summary>Up to when its knowledge reaches.</summary>
    public DateTimeOffset ThisUpdate { get; }

    /// <summary>When the next list is due at the latest.</summary>
    public DateTimeOffset NextUpdate { get; }

    /// <summary>CertificateList, DER.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    /// <summary>Strong entity tag of the bytes in quotes, for conditional requests (RFC 9110 §8.8.3).</summary>
    public string EntityTag { get; }
}
