namespace MyNumber.Jpki.Revocation.Caching;

/// <summary>How long and how much a cache of status answers keeps.</summary>
/// <remarks>Immutable. An answer is never used past its nextUpdate, whatever these say, except by the option with the long name.</remarks>
public sealed record StatusCacheOptions
{
    private static readonly TimeSpan LongestForFailures = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestOffline = TimeSpan.FromDays(7);

    /// <summary>How long a good, held or revoked answer is used after it was received; more than zero, default 15 minutes, one tick. A hold is learnt this much later than without a cache at most; an answer's own age (<see cref="Ocsp.OcspOptions.MaximumAge"/>) comes on top.</summary>
    public TimeSpan MaximumAge { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How long unknown and unreachable are kept, 0 to 5 minutes; default zero: not at all. A little of it spares a responder that is down from every customer's question.
    /// </summary>
    public TimeSpan FailureAge { get; init; } = TimeSpan.Zero;

    /// <summary>How many answers are kept, at least 1; default 10,000. The one used longest ago makes room.</summary>
    public int MaximumCount { get; init; } = 10_000;

    /// <summary>How many bytes of answers are kept, at least 1; default 64 MiB. An answer counts its response and 512 bytes.</summary>
    public long MaximumBytes { get; init; } = 64L << 20;

    /// <summary>
    /// How long after its usual end an answer may still be used while offline, up to 7 days; default zero. A hold or revocation of that time is not seen; the evidence shows
    /// thisUpdate and nextUpdate, and somebody must look at them.
    /// </summary>
    public TimeSpan AcceptAnswersPastTheirEndWhileOfflineFor { get; init; } = TimeSpan.Zero;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(MaximumAge, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(FailureAge, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(FailureAge, LongestForFailures);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumBytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(AcceptAnswersPastTheirEndWhileOfflineFor, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(AcceptAnswersPastTheirEndWhileOfflineFor, LongestOffline);
    }

    /// <summary>How long an answer may be used from its receipt on; zero or less when it is not kept.</summary>
    internal TimeSpan LifeOf(RevocationEvidence answer, DateTimeOffset receivedAt)
    {
        TimeSpan most = answer.State > RevocationState.Unknown ? MaximumAge : FailureAge;
        return answer.NextUpdate is { } next && next - receivedAt < most ? next - receivedAt : most;
    }
}
