using MyNumber.Jpki.Paths;

namespace MyNumber.Jpki.Revocation;

/// <summary>Status sources asked in an order, for example OCSP first and the CRL store when the responder is down.</summary>
/// <remarks>
/// <para>Good, held and revoked end the search by default: a later source never overrules an earlier answer. The policy may ask for the freshest answer, or for two that agree.</para>
/// <para>Where no source is decisive, an unknown is given before a failure, and the earlier source's before the later one's. Immutable; thread safe if its sources are.</para>
/// </remarks>
public sealed class RevocationSourceSequence : IRevocationSource
{
    private readonly IRevocationSource[] _sources;
    private readonly RevocationSequencePolicy _policy;
    private readonly TimeProvider? _clock;

    /// <summary>Puts sources in an order.</summary>
    /// <param name="policy">When the next source is asked, and which answer counts.</param>
    /// <param name="sources">At least one source, the preferred one first; at least two where two must agree.</param>
    /// <exception cref="ArgumentException">Too few sources, one that is <see langword="null"/>, a policy out of its range, or one that measures freshness and so needs a clock.</exception>
    public RevocationSourceSequence(RevocationSequencePolicy policy, params IEnumerable<IRevocationSource> sources)
        : this(policy, null, sources)
    {
    }

    /// <summary>Puts sources in an order, with the clock that <see cref="WhichAnswerCounts.Freshest"/> measures ages by.</summary>
    /// <param name="policy">When the next source is asked, and which answer counts.</param>
    /// <param name="clock">The clock that decides what now is.</param>
    /// <param name="sources">At least one source, the preferred one first; at least two where two must agree.</param>
    /// <exception cref="ArgumentException">Too few sources, one that is <see langword="null"/>, or a policy out of its range.</exception>
    public RevocationSourceSequence(RevocationSequencePolicy policy, TimeProvider? clock, params IEnumerable<IRevocationSource> sources)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(sources);
        policy.Validate();
        _policy = policy;
        _sources = [.. sources];
        if (_sources.Length < (policy.WhichAnswerCounts == WhichAnswerCounts.TwoThatAgree ? 2 : 1) || Array.IndexOf(_sources, null) >= 0)
        {
            throw new ArgumentException("At least one source must be given, and two where two must agree.", nameof(sources));
        }

        if (clock is null && policy.WhichAnswerCounts == WhichAnswerCounts.Freshest)
        {
            throw new ArgumentException("A clock must be given to measure how fresh answers are.", nameof(clock));
        }

        _clock = clock;
    }

    /// <inheritdoc/>
    public ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ValueTask<RevocationEvidence> pending = _sources[0].CheckAsync(path, cancellationToken);
        if (!pending.IsCompletedSuccessfully)
        {
            return ContinueAsync(pending, path, cancellationToken);
        }

        RevocationEvidence answer = pending.Result;
        return _policy.WhichAnswerCounts == WhichAnswerCounts.First && _policy.EndsSearch(answer)
            ? ValueTask.FromResult(answer)
            : ContinueAsync(ValueTask.FromResult(answer), path, cancellationToken);
    }

    private async ValueTask<RevocationEvidence> ContinueAsync(ValueTask<RevocationEvidence> first, VerifiedPath path, CancellationToken cancellationToken)
    {
        SequenceSearch search = new(_policy, _clock?.GetUtcNow() ?? default);
        bool ended = search.Take(await first.ConfigureAwait(false));
        for (int i = 1; i < _sources.Length && !ended; i++)
        {
            ended = search.Take(await _sources[i].CheckAsync(path, cancellationToken).ConfigureAwait(false));
        }

        return search.Outcome();
    }
}
