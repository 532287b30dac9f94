using System.Security.Cryptography;

namespace MyNumber.Jpki.Certificates;

/// <summary>Makes an anchor set from authority certificates that you supply (認証局証明書の読み込み), each held against a table of fingerprints.</summary>
/// <remarks>
/// <para>The library ships no authority certificate. Fetch them from the issuing body's pages; never take one from a card.</para>
/// <para>Immutable and thread safe. One loader is for one purpose and one environment, and a file that holds anything else is refused as a whole.</para>
/// </remarks>
public sealed class TrustAnchorLoader
{
    private readonly CertificatePurpose _purpose;
    private readonly JpkiEnvironment _environment;
    private readonly IReadOnlyList<AuthorityRecord> _table;

    private TrustAnchorLoader(CertificatePurpose purpose, JpkiEnvironment environment, IReadOnlyList<AuthorityRecord> table)
    {
        _purpose = purpose;
        _environment = environment;
        _table = table;
    }

    /// <summary>A loader of the real service's anchors, by <see cref="ProductionAuthorities"/>.</summary>
    /// <param name="purpose">Which authority.</param>
    /// <returns>A loader.</returns>
    public static TrustAnchorLoader ForProduction(CertificatePurpose purpose) => WithTable(purpose, JpkiEnvironment.Production, ProductionAuthorities.All);

    /// <summary>A loader of a test environment's or a lab's anchors, by a table of your own.</summary>
    /// <param name="purpose">Which authority.</param>
    /// <param name="environment">Test or lab.</param>
    /// <param name="table">The known authorities, also those of the other purpose, so that a mix-up is told as one.</param>
    /// <returns>A loader.</returns>
    /// <exception cref="ArgumentException"><paramref name="environment"/> is production, or no record is of the purpose.</exception>
    public static TrustAnchorLoader ForTable(CertificatePurpose purpose, JpkiEnvironment environment, IReadOnlyList<AuthorityRecord> table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return environment != JpkiEnvironment.Production && table.Any(record => record.Purpose == purpose)
            ? WithTable(purpose, environment, [.. table])
            : throw new ArgumentException("Production has its own table, and the table needs a record of the purpose.", nameof(table));
    }

    internal static TrustAnchorLoader WithTable(CertificatePurpose purpose, JpkiEnvironment environment, IReadOnlyList<AuthorityRecord> table) =>
        new(purpose, environment, table);

    /// <summary>Reads files and makes the set.</summary>
    /// <param name="files">DER or PEM, in any order; the same certificate may come twice. At most 1 MiB and 64 certificates each.</param>
    /// <param name="profiles">Profiles accepted under the anchors.</param>
    /// <returns>The set and the report. No contents throw.</returns>
    /// <exception cref="ArgumentException">No profile, one of another purpose, or two with one policy.</exception>
    public TrustAnchorLoadResult Load(IEnumerable<TrustAnchorFile> files, IReadOnlyList<CertificateProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(profiles);
        TrustAnchorSet.RequireProfiles(_purpose, profiles);
        SortedDictionary<int, (AuthorityRecord Record, TrustAnchor Anchor)> found = [];
        List<RejectedAnchor> rejected = [];
        foreach (TrustAnchorFile file in files)
        {
            List<byte[]>? certificates = CertificateFile.Split(file.Contents);
            for (int i = 0; i < (certificates?.Count ?? 1); i++)
            {
                TrustAnchorFault? fault = certificates is null ? TrustAnchorFault.NotACertificate : Judge(certificates[i], found);
                if (fault is { } reason)
                {
                    rejected.Add(new RejectedAnchor(file.Label, i, reason));
                }
            }
        }

        TrustAnchorSet? set = rejected.Count == 0 && found.Count != 0
            ? new TrustAnchorSet(_purpose, _environment, found.Values.Select(pair => pair.Anchor), profiles)
            : null;
        AuthorityRecord[] own = [.. _table.Where(record => record.Purpose == _purpose).OrderBy(record => record.Generation)];
        return new TrustAnchorLoadResult(set, [.. own.Where(record => found.ContainsKey(record.Generation))], [.. own.Where(record => !found.ContainsKey(record.Generation))], rejected);
    }

    private TrustAnchorFault? Judge(byte[] der, SortedDictionary<int, (AuthorityRecord Record, TrustAnchor Anchor)> found)
    {
        if (!JpkiCertificate.TryParse(der, out JpkiCertificate? certificate, out _))
        {
            return TrustAnchorFault.NotACertificate;
        }

        if (!TrustAnchor.TryParse(der, out TrustAnchor? anchor))
        {
            return TrustAnchorFault.NotAnAuthority;
        }

        byte[] fingerprint = SHA256.HashData(der);
        AuthorityRecord? record = _table.FirstOrDefault(row => row.Sha256.Span.SequenceEqual(fingerprint));
        if (record is null)
        {
            return Explain(certificate);
        }

        if (record.Purpose != _purpose)
        {
            return TrustAnchorFault.OtherPurpose;
        }

        if (!IsAsRecorded(certificate, record))
        {
            return TrustAnchorFault.RecordDiffers;
        }

        found[record.Generation] = (record, anchor);
        return null;
    }

    private TrustAnchorFault Explain(JpkiCertificate certificate)
    {
        byte[] name = SHA256.HashData(certificate.SubjectName.Span);
        AuthorityRecord[] alike = [.. _table.Where(row => row.NameSha256.Span.SequenceEqual(name))];
        return alike.Length == 0 ? TrustAnchorFault.OtherEnvironment
            : alike.Any(row => row.Purpose != _purpose) ? TrustAnchorFault.OtherPurpose
            : alike.Any(row => row.KeyIdentifier.Span.SequenceEqual(certificate.SubjectKeyIdentifier.Span)) ? TrustAnchorFault.FingerprintDiffers
            : TrustAnchorFault.UnknownGeneration;
    }

    private static bool IsAsRecorded(JpkiCertificate certificate, AuthorityRecord record) =>
        certificate.SubjectKeyIdentifier.Span.SequenceEqual(record.KeyIdentifier.Span)
        && certificate.SerialNumber.Span.SequenceEqual(record.SerialNumber.Span)
        && certificate.NotBefore == record.NotBefore
        && certificate.NotAfter == record.NotAfter
        && SHA256.HashData(certificate.SubjectName.Span).AsSpan().SequenceEqual(record.NameSha256.Span);
}
