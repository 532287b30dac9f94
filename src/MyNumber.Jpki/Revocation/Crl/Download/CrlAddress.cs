using System.Net.Http.Headers;

namespace MyNumber.Jpki.Revocation.Crl.Download;

/// <summary>One address with what was learnt of it. Used by one round at a time.</summary>
internal sealed class CrlAddress(Uri address)
{
    private ReadOnlyMemory<byte> _last; // SHA-256 of the list that was held after the last success
    private int _repeats;
    private int _retries; // failures, counted anew from the end of the list that is held
    private bool _hasEnded; // whether that list was past its end then

    public Uri Address { get; } = address;

    public EntityTagHeaderValue? Tag { get; private set; }

    public DateTimeOffset? LastModified { get; private set; }

    /// <summary>What the list taken from here is about; <see langword="null"/> before one was.</summary>
    public CrlScope? Scope { get; private set; }

    public int Failures { get; private set; }

    public DateTimeOffset Due { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>Whether a condition can be sent: only while the store holds what came from here, and the folder has it where there is one.</summary>
    public bool HasCondition(CrlStore store) => Scope is { } scope && store.Find(scope) is not null && (Tag is not null || LastModified is not null);

    /// <summary>Remembers what tells this list from the next; nothing when the list should come again, because it could not be saved.</summary>
    public void Remember(CrlScope scope, HttpResponseMessage answer, bool isKept)
    {
        Scope = scope;
        Tag = isKept ? answer.Headers.ETag : null;
        LastModified = isKept ? answer.Content.Headers.LastModified : null;
    }

    /// <summary>Decides when it is asked again.</summary>
    public CrlDownloadOutcome Plan(CrlDownloadOutcome outcome, CrlStore store, CrlDownloadOptions options)
    {
        if (outcome.State is CrlDownloadState.Taken or CrlDownloadState.NotModified)
        {
            Failures = _retries = 0;
            Due = NextAfter(outcome.At, Scope is { } scope ? store.Find(scope) : null, options);
        }
        else
        {
            Failures = Math.Min(Failures, int.MaxValue - 1) + 1;
            Due = NextAfterFailure(outcome.At, Scope is { } scope ? store.Find(scope) : null, options);
        }

        return outcome with { Failures = Failures, Due = Due };
    }

    // A list near its end or past it is asked for soon, then in waits that double while the server has no other. It is asked for at its end, when the next one is due, and the waits begin anew there.
    private DateTimeOffset NextAfter(DateTimeOffset now, CrlHolding? held, CrlDownloadOptions options)
    {
        bool isNew = held is null || !held.Sha256.Span.SequenceEqual(_last.Span);
        _last = held?.Sha256 ?? default;
        DateTimeOffset usual = now + options.Interval, early = held?.NextUpdate - options.RefreshBefore ?? usual;
        bool isEnding = TellEnd(now, held);
        if (early >= now + options.FirstRetry)
        {
            _repeats = 0;
            return early < usual ? early : usual;
        }

        _repeats = isNew || isEnding ? 0 : _repeats + 1;
        return NotPastEnd(now, Backoff(_repeats, options), held, options);
    }

    private DateTimeOffset NextAfterFailure(DateTimeOffset now, CrlHolding? held, CrlDownloadOptions options)
    {
        _retries = TellEnd(now, held) ? 1 : Math.Min(_retries, int.MaxValue - 1) + 1;
        return NotPastEnd(now, Backoff(_retries - 1, options), held, options);
    }

    // Whether the list is past its end for the first time.
    private bool TellEnd(DateTimeOffset now, CrlHolding? held)
    {
        bool hadEnded = _hasEnded;
        _hasEnded = held?.NextUpdate <= now;
        return _hasEnded && !hadEnded;
    }

    // At its end a list stops to be of use and the next one is due: no wait reaches past it by more than the first retry, more often than which nobody is asked.
    private static DateTimeOffset NotPastEnd(DateTimeOffset now, TimeSpan wait, CrlHolding? held, CrlDownloadOptions options)
    {
        DateTimeOffset next = now + wait, soonest = now + options.FirstRetry, end = held?.NextUpdate ?? next;
        return end <= now || end >= next ? next : end < soonest ? soonest : end;
    }

    private static TimeSpan Backoff(int times, CrlDownloadOptions options) =>
        TimeSpan.FromTicks((long)Math.Min(options.FirstRetry.Ticks * Math.Pow(2, Math.Min(times, 30)), options.LongestRetry.Ticks));
}
