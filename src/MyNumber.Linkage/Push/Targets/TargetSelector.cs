using System.Runtime.CompilerServices;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;

namespace MyNumber.Linkage.Push.Targets;

/// <summary>Selects people of one body by what the body holds in its own space (対象者の抽出); no other body is asked and nothing leaves it.</summary>
/// <remarks>People without a code of the body are not looked at, as nothing can be sent to them. Thread safe as its store is.</remarks>
public sealed class TargetSelector
{
    private const int Page = 500;

    private readonly BodySpace _space;

    /// <summary>Opens a selector of one body.</summary>
    /// <param name="parts">The body's intermediate server.</param>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> is null.</exception>
    public TargetSelector(ServerParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        _space = new BodySpace(parts.Store, parts.Cipher);
    }

    /// <summary>Counts without sending.</summary>
    /// <param name="query">The conditions.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The count and why.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="query"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no condition, or too many.</exception>
    public async ValueTask<TargetPreview> PreviewAsync(TargetQuery query, CancellationToken cancellationToken = default)
    {
        Check(query);
        (int examined, int matched) = (0, 0);
        int[,] counts = new int[query.Conditions.Length, 3];
        await foreach (AddresseeNumber person in PeopleAsync(cancellationToken).ConfigureAwait(false))
        {
            examined++;
            (int place, TargetVerdict verdict) = await JudgeAsync(person, query, cancellationToken).ConfigureAwait(false);
            for (int i = 0; i < place; i++)
            {
                counts[i, (int)TargetVerdict.Met]++;
            }

            if (verdict == TargetVerdict.Met)
            {
                matched++;
            }
            else
            {
                counts[place, (int)verdict]++;
            }
        }

        return new TargetPreview(examined, matched, [.. query.Conditions.Select((condition, i) =>
            new TargetStep(condition, counts[i, (int)TargetVerdict.Met], counts[i, (int)TargetVerdict.NotMet], counts[i, (int)TargetVerdict.NoData]))]);
    }

    /// <summary>Selects.</summary>
    /// <param name="query">The conditions.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The people, in an order that tells nothing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="query"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no condition, or too many.</exception>
    public IAsyncEnumerable<AddresseeNumber> SelectAsync(TargetQuery query, CancellationToken cancellationToken = default)
    {
        Check(query);
        return MatchesAsync(query, cancellationToken);
    }

    private async IAsyncEnumerable<AddresseeNumber> MatchesAsync(TargetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (AddresseeNumber person in PeopleAsync(cancellationToken).ConfigureAwait(false))
        {
            if ((await JudgeAsync(person, query, cancellationToken).ConfigureAwait(false)).Verdict == TargetVerdict.Met)
            {
                yield return person;
            }
        }
    }

    /// <summary>The first condition that a person does not meet; behind the last when all are met.</summary>
    private async ValueTask<(int Place, TargetVerdict Verdict)> JudgeAsync(AddresseeNumber person, TargetQuery query, CancellationToken cancellationToken)
    {
        Dictionary<ItemSetId, Replica?> held = [];
        for (int place = 0; place < query.Conditions.Length; place++)
        {
            TargetCondition condition = query.Conditions[place];
            if (!held.TryGetValue(condition.Set, out Replica? replica))
            {
                held[condition.Set] = replica = await _space.FindReplicaAsync(person, condition.Set, cancellationToken).ConfigureAwait(false);
            }

            if (condition.Judge(replica?.Payload, query.Day) is var verdict and not TargetVerdict.Met)
            {
                return (place, verdict);
            }
        }

        return (query.Conditions.Length, TargetVerdict.Met);
    }

    private async IAsyncEnumerable<AddresseeNumber> PeopleAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        UInt128? end = null;
        do
        {
            (IReadOnlyList<AddresseeNumber> found, end) = await _space.ListAddresseesAsync(end, Page, cancellationToken).ConfigureAwait(false);
            foreach (AddresseeNumber person in found)
            {
                yield return person;
            }
        }
        while (end is not null);
    }

    private static void Check(TargetQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        _ = query.IsSound ? true : throw new ArgumentException("A query has one to 32 conditions.", nameof(query));
    }
}
