using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.AspNetCore.Status;

namespace MyNumber.Jpki.AspNetCore.Health;

/// <summary>How old the lists are, by purpose: Degraded when one is near its nextUpdate, Unhealthy when one is past it, older than is taken for good, or none is held.</summary>
internal sealed class ListsCheck(JpkiLists lists, IOptions<JpkiHealthOptions> options, IOptions<JpkiOptions> jpki, TimeProvider clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        HealthFindings findings = new();
        TimeSpan nearEnd = options.Value.ListsNearEnd ?? jpki.Value.CrlDownload.RefreshBefore;
        foreach (PurposeLists purpose in lists.Purposes)
        {
            Judge(findings, purpose, lists.Picture(purpose, clock.GetUtcNow(), nearEnd), jpki.Value.ListMaximumAge);
        }

        findings.Put("failingAddresses", lists.FailingAddresses);
        return Task.FromResult(findings.Result(lists.AreUsed ? "All lists are fresh." : "No lists are used."));
    }

    private static void Judge(HealthFindings findings, PurposeLists purpose, ListPicture picture, TimeSpan? maximumAge)
    {
        string key = HealthFindings.Key(purpose.Purpose);
        findings.Put(key + "lists", picture.Count);
        findings.Put(key + "entries", picture.Entries);
        findings.Put(key + "nearEnd", picture.NearEnd);
        findings.Put(key + "pastEnd", picture.PastEnd);
        findings.Put(key + "oldestAgeSeconds", (long?)picture.Age?.TotalSeconds);
        findings.Put(key + "soonestEndInSeconds", (long?)picture.Remaining?.TotalSeconds);
        if (picture.Count == 0)
        {
            findings.Add(HealthStatus.Unhealthy, $"No list of {purpose.Purpose} is held.");
        }
        else if (picture.PastEnd != 0)
        {
            findings.Add(HealthStatus.Unhealthy, $"{picture.PastEnd} of {picture.Count} lists of {purpose.Purpose} are past their nextUpdate.");
        }
        else if (picture.Age > maximumAge)
        {
            findings.Add(HealthStatus.Unhealthy, $"A list of {purpose.Purpose} is older than ListMaximumAge, so that nothing is good by it.");
        }
        else
        {
            findings.Add(picture.NearEnd == 0 ? HealthStatus.Healthy : HealthStatus.Degraded, $"{picture.NearEnd} of {picture.Count} lists of {purpose.Purpose} are near their nextUpdate.");
        }
    }
}
