using MyNumber.Jpki.Paths;

namespace MyNumber.Jpki.Revocation;

/// <summary>Status sources asked in an order, for example OCSP first and the CRL store when the responder is down.</summary>
/// <remarks>
/// <para>Good, held and revoked always end the search: a later source never overrules an earlier answer.</para>
/// <para>Where no source is decisive, an unknown is given before a failure, and the earlier source's before the later one's. Immutable; thread safe if its sources are.</para>
/// </remarks>
public sealed class RevocationSourceSequence : IRevocationSource
{
    private readonly IRevocationSource[] _sources;
    private readonly RevocationSequencePolicy _policy;

    /// <summary>Puts sources in an order.</summary>
    /// <param name="policy">When the next source is asked.</param>
    /// <param name="sources">At least one source, the preferred one first.</param>
    /// <exception cref="ArgumentException">No source, or one that is <see langword="null"/>.</exception>
    public RevocationSourceSequence(RevocationSequencePolicy policy, params IEnumerable<IRevocationSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        _policy = policy;
        _sources = [.. sources];
        if (_sources.Length == 0 || Array.IndexOf(_sources, null) >= 0)
        {
            throw new ArgumentException("At least one source must be given.", nameof(sources));
        }
    }

    /// <inheritdoc/>
    public ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ValueTask<RevocationEvidence> first = _sources[0].CheckAsync(path, cancellationToken);
        return first.IsCompletedSuccessfully && first.Result is { } answer && IsDecisive(answer)
            ? ValueTask.FromResult(answer)
            : ContinueAsync(first.IsCompletedSuccessfully ? ValueTask.FromResult(first.Result) : first, path, cancellationToken);
    }

    private async ValueTask<RevocationEvidence> ContinueAsync(ValueTask<RevocationEvidence> first, VerifiedPath path, CancellationToken cancellationToken)
    {
        RevocationEvidence best = await first.ConfigureAwait(false);
        for (int i = 1; i < _sources.Length && !IsDecisive(best); i++)
        {
            RevocationEvidence answer = await _sources[i].CheckAsync(path, cancellationToken).ConfigureAwait(false);
            best = answer.State > best.State ? answer : best;
        }

        return best;
    }

    private bool IsDecisive(RevocationEvidence answer) => answer.State switch
    {
        RevocationState.Unreachable => false,
        RevocationState.Unknown => _policy == RevocationSequencePolicy.NextWhenUnreachable,
        _ => true,
    };
}
