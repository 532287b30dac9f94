using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.AspNetCore.Configuration;

/// <summary>Makes the anchor set of one purpose from the options, or says what is wrong and what to do.</summary>
internal static class AnchorLoading
{
    private const int MaximumFileLength = 1 << 20;

    /// <returns>The set, or <see langword="null"/> when nothing is configured for the purpose or <paramref name="problem"/> says what is wrong.</returns>
    public static TrustAnchorSet? Load(JpkiOptions options, CertificatePurpose purpose, string folder, out string? problem)
    {
        JpkiPurposeOptions own = options.Of(purpose);
        problem = own.Anchors is null ? null
            : own.AnchorFiles.Count != 0 ? $"{purpose} has both Anchors and AnchorFiles: keep one of them."
            : own.Profiles.Count != 0 ? $"{purpose} has both Anchors and Profiles (Policies), and anchors have profiles of their own: keep one of them."
            : null;
        TrustAnchorSet? anchors = problem is not null || !own.IsConfigured ? null
            : own.Anchors ?? ReadFiles(options.Environment, purpose, own, folder, out problem);
        problem ??= anchors is null ? null : Judge(anchors, options.Environment, purpose);
        return problem is null ? anchors : null;
    }

    private static string? Judge(TrustAnchorSet anchors, JpkiEnvironment environment, CertificatePurpose purpose)
    {
        if (anchors.Purpose != purpose)
        {
            return $"The anchors for {purpose} are those of {anchors.Purpose}: exchange the two.";
        }

        if (anchors.Environment != environment)
        {
            return $"The anchors for {purpose} are of the environment {anchors.Environment} and the options say {environment}: set Environment to {anchors.Environment}, or load the anchors of {environment}.";
        }

        return environment == JpkiEnvironment.Production && !anchors.Anchors.All(anchor => IsPublished(anchor, purpose))
            ? $"An anchor for {purpose} is said to be of the real service and is not among its published certificates (ProductionAuthorities): "
                + "load the published certificates with TrustAnchorLoader.ForProduction, or set Environment to Test or Lab."
            : null;
    }

    private static bool IsPublished(TrustAnchor anchor, CertificatePurpose purpose)
    {
        byte[] fingerprint = SHA256.HashData(anchor.Certificate.RawData.Span);
        return ProductionAuthorities.All.Any(record => record.Purpose == purpose && record.Sha256.Span.SequenceEqual(fingerprint));
    }

    private static TrustAnchorSet? ReadFiles(JpkiEnvironment environment, CertificatePurpose purpose, JpkiPurposeOptions own, string folder, out string? problem)
    {
        List<TrustAnchorFile> files = [];
        foreach (string name in own.AnchorFiles)
        {
            if (!TryRead(Path.GetFullPath(name, folder), out byte[]? contents))
            {
                problem = $"The anchor file '{name}' for {purpose} cannot be read: put it below the content root, or correct AnchorFiles.";
                return null;
            }

            files.Add(new TrustAnchorFile(name, contents));
        }

        IReadOnlyList<CertificateProfile> profiles = own.Profiles.Count != 0 ? [.. own.Profiles] : UsualProfiles(environment, purpose);
        if (profiles.Count == 0)
        {
            problem = $"Which policy certificates of {purpose} have in the environment {environment} is not public: set {purpose}.Policies (in code Profiles) to what the specification that you were given says.";
            return null;
        }

        problem = Judge(profiles, purpose);
        return problem is null ? Load(environment, purpose, files, profiles, out problem) : null;
    }

    private static string? Judge(IReadOnlyList<CertificateProfile> profiles, CertificatePurpose purpose) =>
        profiles.Any(profile => profile.Purpose != purpose) ? $"A profile of {purpose} is for certificates of the other purpose: take it out of {purpose}.Profiles."
        : profiles.DistinctBy(profile => profile.Policy).Count() != profiles.Count ? $"{purpose}.Policies (in code Profiles) has a policy twice, maybe out of two sources of settings: write each once."
        : null;

    private static TrustAnchorSet? Load(JpkiEnvironment environment, CertificatePurpose purpose, List<TrustAnchorFile> files, IReadOnlyList<CertificateProfile> profiles, out string? problem)
    {
        (TrustAnchorLoader loader, string advice) = environment == JpkiEnvironment.Production
            ? (TrustAnchorLoader.ForProduction(purpose), "Fetch the certificates that the issuing body publishes for this authority.")
            : (TrustAnchorLoader.WithoutFingerprints(purpose, environment), $"Take all out of {purpose}.AnchorFiles that is no self-signed certificate of one authority of the environment {environment}.");
        TrustAnchorLoadResult loaded = loader.Load(files, profiles);
        problem = loaded.Rejected.Count == 0 ? null
            : $"Anchor files for {purpose} are refused: {string.Join(", ", loaded.Rejected.Select(anchor => $"{anchor.Label} ({anchor.Fault})"))}. {advice}";
        return loaded.Anchors;
    }

    // The policy of user-authentication certificates in the test environment is not public, and not guessed.
    private static CertificateProfile[] UsualProfiles(JpkiEnvironment environment, CertificatePurpose purpose) => (environment, purpose) switch
    {
        (JpkiEnvironment.Test, CertificatePurpose.UserAuthentication) => [],
        (JpkiEnvironment.Test, _) => [CertificateProfiles.TestCardSignature],
        (_, CertificatePurpose.UserAuthentication) => [CertificateProfiles.CardUserAuthentication],
        _ => [CertificateProfiles.CardSignature],
    };

    private static bool TryRead(string path, [NotNullWhen(true)] out byte[]? contents)
    {
        try
        {
            contents = new FileInfo(path) is { Exists: true, Length: <= MaximumFileLength } ? File.ReadAllBytes(path) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            contents = null;
        }

        return contents is not null;
    }
}
