using Microsoft.Extensions.Diagnostics.HealthChecks;
using MyNumber.Jpki.AspNetCore.Health;
using MyNumber.Jpki.AspNetCore.Tests.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Health;

public sealed class AnchorsCheckTests(LabFixture lab) : IClassFixture<LabFixture>
{
    private readonly LabWorld _world = lab.World;

    public static TheoryData<string, bool, TimeSpan, HealthStatus, string> Days => new()
    {
        { "long before the last end", true, TimeSpan.FromDays(-91), HealthStatus.Healthy, "An anchor of each purpose is in its period." },
        { "90 days before the last end", true, TimeSpan.FromDays(-90), HealthStatus.Degraded, "The last anchor of Signature ends in 90 days: load the certificates of the authority's next generation." },
        { "at the last end", true, TimeSpan.Zero, HealthStatus.Degraded, "The last anchor of Signature ends in 0 days" },
        { "after the last end", true, TimeSpan.FromSeconds(1), HealthStatus.Unhealthy, "No anchor of Signature is in its period" },
        { "before the first begin", false, TimeSpan.FromSeconds(-1), HealthStatus.Unhealthy, "look at this computer's clock" },
    };

    [Theory]
    [MemberData(nameof(Days), DisableDiscoveryEnumeration = true)]
    public async Task The_anchor_that_ends_last_decides(string description, bool isFromEnd, TimeSpan distance, HealthStatus expected, string words)
    {
        IReadOnlyList<TrustAnchor> anchors = _world.Anchors(CertificatePurpose.Signature).Anchors;
        DateTimeOffset edge = isFromEnd ? anchors.Max(anchor => anchor.Certificate.NotAfter) : anchors.Min(anchor => anchor.Certificate.NotBefore);
        await using StatusHost host = await StatusHost.StartAsync(
            _world, options => options.Ocsp = options.Ocsp with { ResponderAddress = StatusHost.OcspAddress }, HealthProbe.Checks(), new ManualTimeProvider(edge + distance));
        HealthReportEntry entry = await host.CheckAsync(JpkiHealthChecks.Anchors);
        entry.Status.ShouldBe(expected, description);
        entry.Description!.ShouldContain(words);
        entry.Data["signature.anchors"].ShouldBe(anchors.Count);
        entry.Data.ContainsKey("signature.lastEndInSeconds").ShouldBe(expected != HealthStatus.Unhealthy);
    }
}
