using System.Security.Cryptography;

namespace MyNumber.Jpki.Certificates;

/// <summary>How to know one authority certificate of one generation: fingerprint, key identifier, serial and period.</summary>
/// <remarks>Immutable. The serial is the authority's own and public.</remarks>
public sealed record AuthorityRecord
{
    /// <summary>Which authority.</summary>
    public required CertificatePurpose Purpose { get; init; }

    /// <summary>Which generation (世代), from 1.</summary>
    public required int Generation { get; init; }

    /// <summary>The authority certificate's serial, INTEGER contents.</summary>
    public required ReadOnlyMemory<byte> SerialNumber { get; init; }

    /// <summary>First instant of its validity.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>Last second of its validity, inclusive.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>subjectKeyIdentifier, 20 bytes.</summary>
    public required ReadOnlyMemory<byte> KeyIdentifier { get; init; }

    /// <summary>SHA-256 of the certificate's DER: the fingerprint, 32 bytes. Nothing else proves the bytes.</summary>
    public required ReadOnlyMemory<byte> Sha256 { get; init; }

    /// <summary>SHA-256 of the subject's Name in DER, 32 bytes.</summary>
    public required ReadOnlyMemory<byte> NameSha256 { get; init; }

    /// <summary>The record of an anchor that you pinned, as a row of a table for <see cref="TrustAnchorLoader.ForTable"/>.</summary>
    /// <param name="anchor">The anchor.</param>
    /// <param name="purpose">Which authority.</param>
    /// <param name="generation">Which generation, from 1.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The generation is not positive.</exception>
    public static AuthorityRecord Of(TrustAnchor anchor, CertificatePurpose purpose, int generation)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        ArgumentOutOfRangeException.ThrowIfLessThan(generation, 1);
        JpkiCertificate certificate = anchor.Certificate;
        return new AuthorityRecord
        {
            Purpose = purpose,
            Generation = generation,
            SerialNumber = certificate.SerialNumber,
            NotBefore = certificate.NotBefore,
            NotAfter = certificate.NotAfter,
            KeyIdentifier = anchor.KeyIdentifier,
            Sha256 = SHA256.HashData(certificate.RawData.Span),
            NameSha256 = SHA256.HashData(anchor.Name.Span),
        };
    }
}
