using System.Net.Http.Headers;

namespace MyNumber.Jpki.Revocation.Crl.Download;

/// <summary>One address with what was learnt of it. Used by one round at a time.</summary>
internal sealed class CrlAddress(Uri address)
{
    public Uri Address { get; } = address;

    public EntityTagHeaderValue? Tag { get; private set; }

    public DateTimeOffset? LastModified { get; private set; }

    /// <summary>What the list taken from here is about; <see langword="null"/> before one was.</summary>
    public CrlScope? Scope { get; private set; }

    public int Failures { get; private set; }

    public DateTimeOffset Due { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>Whether a condition can be sent: only while the store holds what came from here.</summary>
    public bool HasCondition(CrlStore store) => Scope is { } scope && store.Find(scope) is not null && (Tag is not null || LastModified is not null);

    /// <summary>Remembers what tells this list from the next.</summary>
    public void Remember(CrlScope scope, HttpResponseMessage answer)
    {
        Scope = scope;
        Tag = answer.Headers.ETag;
        LastModified = answer.Content.Headers.LastModified;
    }

    /// <summary>Decides when it is asked again.</summary>
    public CrlDownloadOutcome Plan(CrlDownloadOutcome outcome, CrlStore store, CrlDownloadOptions options)
    {
        if (outcome.State is CrlDownloadState.Taken or CrlDownloadState.NotModified)
        {
            Failures = 0;
            DateTimeOffset next = outcome.At + options.Interval, earliest = outcome.At + options.FirstRetry;
            DateTimeOffset latest = (Scope is { } scope ? store.Find(scope)?.NextUpdate - options.RefreshBefore : null) ?? next;
            Due = latest < earliest ? earliest : latest < next ? latest : next;
        }
        else
        {
            Failures = Math.Min(Failures, int.MaxValue - 1) + 1;
            double factor = Math.Pow(2, Math.Min(Failures - 1, 30));
            Due = outcome.At + TimeSpan.FromTicks((long)Math.Min(options.FirstRetry.Ticks * factor, options.LongestRetry.Ticks));
        }

        return outcome with { Failures = Failures, Due = Due };
    }
}
