using System.Security.Cryptography.X509Certificates;

namespace MyNumber.Jpki.Certificates;

/// <summary>One row of the profile table: what a certificate under one policy OID must look like. The next card is a new row.</summary>
/// <remarks>Immutable. Source: research notes on real certificates (confirmed unless a member says otherwise).</remarks>
public sealed record CertificateProfile
{
    /// <summary>Which of the two certificates.</summary>
    public required CertificatePurpose Purpose { get; init; }

    /// <summary>What holds the key.</summary>
    public required CertificateMedium Medium { get; init; }

    /// <summary>The one policy OID in certificatePolicies, which is critical.</summary>
    public required string Policy { get; init; }

    /// <summary>Exact keyUsage bits; the extension is critical.</summary>
    public required X509KeyUsageFlags KeyUsage { get; init; }

    /// <summary>Whether the four attributes must be there (<see langword="true"/>), or subjectAltName must not be there at all (<see langword="false"/>).</summary>
    public required bool HasHolder { get; init; }

    /// <summary>
    /// Purposes (OIDs) that extKeyUsage must name when it is there; it may be absent. When it is critical it may name nothing else. OCSPSigning and
    /// anyExtendedKeyUsage are refused in every row. Default: none, as in the only specimen of a signature certificate (seen once).
    /// </summary>
    public IReadOnlyList<string> ExtendedKeyUsages { get; init; } = [];

    /// <summary>OID of the key's algorithm.</summary>
    public string PublicKeyAlgorithm { get; init; } = Asn1.Oids.RsaEncryption;

    /// <summary>The key's length in bits.</summary>
    public int KeySize { get; init; } = 2048;

    /// <summary>OID of the authority's signature algorithm.</summary>
    public string SignatureAlgorithm { get; init; } = Asn1.Oids.Sha256WithRsa;
}
