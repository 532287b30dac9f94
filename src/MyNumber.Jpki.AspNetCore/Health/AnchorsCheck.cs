using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.AspNetCore.Health;

/// <summary>Whether each purpose has an anchor in its period. Generations overlap, so the one that ends last decides.</summary>
internal sealed class AnchorsCheck(JpkiTrust trust, IOptions<JpkiHealthOptions> options, TimeProvider clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        HealthFindings findings = new();
        foreach (CertificatePurpose purpose in Enum.GetValues<CertificatePurpose>())
        {
            if (trust.Find(purpose) is { } anchors)
            {
                Judge(findings, purpose, anchors.Anchors, clock.GetUtcNow());
            }
        }

        return Task.FromResult(findings.Result("An anchor of each purpose is in its period."));
    }

    private void Judge(HealthFindings findings, CertificatePurpose purpose, IReadOnlyList<TrustAnchor> anchors, DateTimeOffset now)
    {
        DateTimeOffset[] ends = [.. anchors.Select(anchor => anchor.Certificate).Where(anchor => anchor.NotBefore <= now && now <= anchor.NotAfter).Select(anchor => anchor.NotAfter)];
        string key = HealthFindings.Key(purpose);
        findings.Put(key + "anchors", anchors.Count);
        findings.Put(key + "inPeriod", ends.Length);
        if (ends.Length == 0)
        {
            findings.Add(HealthStatus.Unhealthy, $"No anchor of {purpose} is in its period: load the certificates of the authority's present generation, and look at this computer's clock.");
            return;
        }

        TimeSpan remaining = ends.Max() - now;
        findings.Put(key + "lastEndInSeconds", (long)remaining.TotalSeconds);
        findings.Add(
            remaining <= options.Value.AnchorsNearEnd ? HealthStatus.Degraded : HealthStatus.Healthy,
            $"The last anchor of {purpose} ends in {(long)remaining.TotalDays} days: load the certificates of the authority's next generation.");
    }
}
