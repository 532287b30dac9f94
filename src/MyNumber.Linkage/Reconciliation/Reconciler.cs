using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Reconciliation;

/// <summary>Compares the records of three parties (三者照合) by the digests of ranges, down to the entries that differ.</summary>
/// <remarks>
/// <para>With d differences among n records it asks for O(d log n) ranges in O(log n) rounds, and no list is sent whole.</para>
/// <para>Two against one names the one. Two that lie alike make the honest third look wrong; who was right is then settled by what is signed elsewhere.</para>
/// </remarks>
public static class Reconciler
{
    /// <summary>Compares.</summary>
    /// <param name="inquirer">The inquirer's records of a scope.</param>
    /// <param name="provider">The provider's.</param>
    /// <param name="core">The core's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Every deviation with the party that deviates.</returns>
    /// <remarks>An exception of a source ends the comparison and is the caller's.</remarks>
    public static async ValueTask<ReconciliationResult> CompareAsync(
        IDaySource inquirer, IDaySource provider, IDaySource core, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inquirer);
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(core);
        PartyView[] views = [new(LogParties.Inquirer, inquirer), new(LogParties.Provider, provider), new(LogParties.Core, core)];
        List<Question> questions = [new Question(DayRange.Whole, new Digest?[views.Length])];
        (int rounds, int ranges) = (0, 0);
        while (questions.Count > 0)
        {
            (rounds, ranges) = (rounds + 1, ranges + questions.Count * views.Length);
            IReadOnlyList<RangeAnswer>[] answers = new IReadOnlyList<RangeAnswer>[views.Length];
            for (int i = 0; i < views.Length; i++)
            {
                answers[i] = await views[i].AskAsync([.. questions.Select(question => question.Range)], [.. questions.Select(question => question.Promised[i])], cancellationToken)
                    .ConfigureAwait(false);
            }

            if (views.Any(view => view.Contradicts))
            {
                return new ReconciliationResult(
                    [.. views.Where(view => view.Contradicts).Select(view => new RecordFinding(DeviationKind.Contradictory, view.Party, []))], rounds, ranges);
            }

            questions = [.. questions.SelectMany((_, i) => Next(views, [.. answers.Select(party => party[i])]))];
        }

        return new ReconciliationResult(Judgement.Of(views), rounds, ranges);
    }

    /// <summary>Compares two parties, for a scope without a provider: inquiries that the core refused. Of two nobody can tell who deviates, so findings name both.</summary>
    /// <param name="inquirer">The inquirer's records of a scope.</param>
    /// <param name="core">The core's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Every deviation, its kind seen from the inquirer. A list that is out of order or contradicts itself names its own party.</returns>
    /// <remarks>An exception of a source ends the comparison and is the caller's.</remarks>
    public static async ValueTask<ReconciliationResult> CompareAsync(IDaySource inquirer, IDaySource core, CancellationToken cancellationToken = default)
    {
        ReconciliationResult result = await CompareAsync(inquirer, core, core, cancellationToken).ConfigureAwait(false);
        return result with { Findings = [.. result.Findings.Select(OfTwo).Distinct()] };
    }

    private static RecordFinding OfTwo(RecordFinding finding) => finding.Kind switch
    {
        DeviationKind.Reordered or DeviationKind.Contradictory => finding with { Parties = finding.Parties == LogParties.Inquirer ? LogParties.Inquirer : LogParties.Core },
        _ => finding with { Parties = LogParties.Inquirer | LogParties.Core },
    };

    private static IEnumerable<Question> Next(PartyView[] views, RangeAnswer[] answers)
    {
        if (answers.All(answer => answer.Digest == answers[0].Digest))
        {
            return [];
        }

        if (answers.Any(answer => answer.IsDivided))
        {
            return Parts(answers);
        }

        for (int i = 0; i < views.Length; i++)
        {
            views[i].Keep(answers[i]);
        }

        return [];
    }

    private static IEnumerable<Question> Parts(RangeAnswer[] answers)
    {
        for (int digit = 0; digit < DayRange.Fanout; digit++)
        {
            Digest?[] parts = [.. answers.Select(answer => (Digest?)answer.PartDigest(digit))];
            if (parts.Any(part => part != parts[0]))
            {
                yield return new Question(answers[0].Range.Child(digit), parts);
            }
        }
    }

    private readonly record struct Question(DayRange Range, Digest?[] Promised);
}
