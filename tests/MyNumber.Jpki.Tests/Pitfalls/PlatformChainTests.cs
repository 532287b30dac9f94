using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Tests.Shaped;

namespace MyNumber.Jpki.Tests.Pitfalls;

/// <summary>P2 and P9: what the platform's chain cannot do with a JPKI leaf, and ours can.</summary>
public sealed class PlatformChainTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    private readonly ShapedAuthority _authority = new(1);

    public void Dispose() => _authority.Dispose();

    [Fact]
    public void The_platform_already_calls_the_last_second_expired()
    {
        // Pitfall P9: the reason why the period is judged here and not by X509Chain.
        using X509Certificate2 leaf = X509CertificateLoader.LoadCertificate((ShapedLeaf.Signature with { PolicyCritical = false }).IssueBy(_authority));
        using X509Certificate2 root = X509CertificateLoader.LoadCertificate(_authority.Der);
        PlatformStatus(leaf, root, ShapedLeaf.LastSecond.AddSeconds(-1), X509RevocationMode.NoCheck).ShouldNotContain(X509ChainStatusFlags.NotTimeValid);
        if (OperatingSystem.IsLinux())
        {
            PlatformStatus(leaf, root, ShapedLeaf.LastSecond, X509RevocationMode.NoCheck).ShouldContain(X509ChainStatusFlags.NotTimeValid);
        }

        Ours(ShapedLeaf.LastSecond).ShouldBe(VerificationReason.None);
        Ours(ShapedLeaf.LastSecond.AddSeconds(1)).ShouldBe(VerificationReason.Expired);
    }

    [Fact]
    public void Platform_finds_no_status_behind_a_distribution_point_that_is_a_directory_name()
    {
        // Pitfall P2: the reason why revocation is an engine of its own.
        using X509Certificate2 leaf = X509CertificateLoader.LoadCertificate(ShapedLeaf.Signature.IssueBy(_authority));
        using X509Certificate2 root = X509CertificateLoader.LoadCertificate(_authority.Der);
        PlatformStatus(leaf, root, Now, X509RevocationMode.Online).ShouldContain(X509ChainStatusFlags.RevocationStatusUnknown);
    }

    private VerificationReason Ours(DateTimeOffset at) =>
        new PathVerifier(ShapedAuthority.SignatureAnchors(_authority)).Verify(ShapedLeaf.Signature.ParseFrom(_authority), at, out _);

    private static List<X509ChainStatusFlags> PlatformStatus(X509Certificate2 leaf, X509Certificate2 root, DateTimeOffset at, X509RevocationMode mode)
    {
        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.RevocationMode = mode;
        chain.ChainPolicy.RevocationFlag = X509RevocationFlag.EndCertificateOnly;
        chain.ChainPolicy.DisableCertificateDownloads = mode == X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        chain.Build(leaf);
        return [.. chain.ChainStatus.Select(s => s.Status)];
    }
}
