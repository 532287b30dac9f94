namespace MyNumber.Jpki.Certificates;

/// <summary>Makes an anchor set from authority certificates that you supply (認証局証明書の読み込み): each held against a table of fingerprints, or as the files of a lab hold them.</summary>
/// <remarks>
/// <para>The library ships no authority certificate. Fetch them from the issuing body's pages; never take one from a card.</para>
/// <para>Immutable and thread safe. One loader is for one purpose and one environment, and a file that holds anything else is refused as a whole.</para>
/// </remarks>
public sealed class TrustAnchorLoader
{
    private readonly CertificatePurpose _purpose;
    private readonly JpkiEnvironment _environment;
    private readonly IReadOnlyList<AuthorityRecord>? _table;

    private TrustAnchorLoader(CertificatePurpose purpose, JpkiEnvironment environment, IReadOnlyList<AuthorityRecord>? table)
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

    /// <summary>A loader that believes the files: for a lab of your own, as <c>mynumber ca init</c> writes its bundles, and for a test environment whose certificates you compared yourself.</summary>
    /// <param name="purpose">Which authority the files are of. Nothing in a certificate of an authority tells it, so a mix-up shows only when no customer's certificate finds its issuer.</param>
    /// <param name="environment">Test or lab.</param>
    /// <returns>A loader of one authority, that is one name; what bears a name of the real service is refused.</returns>
    /// <exception cref="ArgumentException"><paramref name="environment"/> is production.</exception>
    public static TrustAnchorLoader WithoutFingerprints(CertificatePurpose purpose, JpkiEnvironment environment) =>
        environment != JpkiEnvironment.Production ? new(purpose, environment, null) : throw new ArgumentException("Production has its own table.", nameof(environment));

    internal static TrustAnchorLoader WithTable(CertificatePurpose purpose, JpkiEnvironment environment, IReadOnlyList<AuthorityRecord> table) =>
        new(purpose, environment, table);

    /// <summary>Reads files and makes the set.</summary>
    /// <param name="files">DER or PEM, in any order; the same certificate may come twice. At most 1 MiB and 64 certificates each.</param>
    /// <param name="profiles">Profiles accepted under the anchors.</param>
    /// <returns>The set and the report. No contents throw.</returns>
    /// <exception cref="ArgumentException">No profile, one of another purpose, two with one policy, or a file that is <see langword="null"/>.</exception>
    public TrustAnchorLoadResult Load(IEnumerable<TrustAnchorFile> files, IReadOnlyList<CertificateProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(profiles);
        TrustAnchorSet.RequireProfiles(_purpose, profiles);
        AnchorCollector anchors = _table is null ? new UnlistedAnchors(_purpose) : new ListedAnchors(_purpose, _table);
        List<RejectedAnchor> rejected = [];
        foreach (TrustAnchorFile file in files)
        {
            ArgumentNullException.ThrowIfNull(file, nameof(files));
            List<byte[]>? certificates = CertificateFile.Split(file.Contents);
            for (int i = 0; i < (certificates?.Count ?? 1); i++)
            {
                TrustAnchorFault? fault = certificates is null ? TrustAnchorFault.NotACertificate : anchors.Take(certificates[i]);
                if (fault is { } reason)
                {
                    rejected.Add(new RejectedAnchor(file.Label, i, reason));
                }
            }
        }

        return Told(anchors.Found, rejected, profiles);
    }

    private TrustAnchorLoadResult Told(IReadOnlyList<(AuthorityRecord Record, TrustAnchor Anchor)> taken, List<RejectedAnchor> rejected, IReadOnlyList<CertificateProfile> profiles)
    {
        TrustAnchorSet? set = rejected.Count == 0 && taken.Count != 0
            ? new TrustAnchorSet(_purpose, _environment, taken.Select(pair => pair.Anchor), profiles)
            : null;
        AuthorityRecord[] found = [.. taken.Select(pair => pair.Record)];
        AuthorityRecord[] missing = [.. (_table ?? []).Where(record => record.Purpose == _purpose).OrderBy(record => record.Generation).ExceptBy(found.Select(record => record.Generation), record => record.Generation)];
        return new TrustAnchorLoadResult(set, found, missing, rejected);
    }
}
