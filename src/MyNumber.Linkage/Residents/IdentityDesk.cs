using MyNumber.Linkage.Agencies;
using MyNumber.Numbering.People;

namespace MyNumber.Linkage.Residents;

/// <summary>The desk at which J-LIS gives identity information of the residents' network to agencies (国の機関等への本人確認情報の提供).</summary>
/// <remarks>
/// <para>Refused unless a rule in force allows the agency, the affair and every item. Every question is noted before its answer is given. A match by attributes is exactly one person
/// with all four; near misses are not told.</para>
/// <para>Thread safe as its parts are. Source: 住民基本台帳法 30条の9 and after (from memory; the rules are the user's data).</para>
/// </remarks>
public sealed class IdentityDesk
{
    private readonly IResidentNetwork _network;
    private readonly IdentityRules _rules;
    private readonly Func<AgencyDirectory> _directory;
    private readonly IIdentityLog _log;
    private readonly TimeProvider _time;

    /// <summary>Opens the desk.</summary>
    /// <param name="network">The residents' network.</param>
    /// <param name="rules">Who may ask for what.</param>
    /// <param name="directory">Gives the present directory.</param>
    /// <param name="log">Where every question is noted.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public IdentityDesk(IResidentNetwork network, IdentityRules rules, Func<AgencyDirectory> directory, IIdentityLog log, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(time);
        (_network, _rules, _directory, _log, _time) = (network, rules, directory, log, time);
    }

    /// <summary>Answers a request.</summary>
    /// <param name="worker">Who asks, authenticated by the caller.</param>
    /// <param name="request">What is asked about whom.</param>
    /// <param name="cancellationToken">Gives up; then nothing is given.</param>
    /// <returns>One answer for each question, in their order; a refusal stands for each of them.</returns>
    /// <exception cref="ArgumentNullException">An argument or a question is null.</exception>
    /// <exception cref="ArgumentException">The affair is empty, the items are none or unknown, or there are no questions or more than <see cref="IdentityRequest.MostQuestions"/>.</exception>
    public async ValueTask<IReadOnlyList<IdentityAnswer>> ProvideAsync(Operator worker, IdentityRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(worker);
        Check(request);
        IdentityQuestion[] questions = [.. request.Questions];
        DateTimeOffset now = ValidPeriod.ToMilliseconds(_time.GetUtcNow());
        IdentityAnswer[] answers = new IdentityAnswer[questions.Length];
        IdentityEntry[] entries = new IdentityEntry[questions.Length];
        for (int index = 0; index < questions.Length; index++)
        {
            IdentityOutcome outcome = Judge(worker, request, questions[index], now, out IdentityRule? rule);
            Resident? found = null;
            if (outcome == IdentityOutcome.Provided)
            {
                (outcome, found) = await FindAsync(questions[index], cancellationToken).ConfigureAwait(false);
            }

            answers[index] = found is null ? new IdentityAnswer(outcome) : new IdentityAnswer(found, request.Items);
            entries[index] = new IdentityEntry
            {
                At = now, Agency = worker.Agency, Operator = worker.Id, Affair = request.Affair, Items = request.Items, Outcome = outcome,
                Rule = rule?.Id ?? default, Person = found?.Record.Person ?? Guid.Empty,
            };
        }

        await _log.AppendAsync(entries, cancellationToken).ConfigureAwait(false);
        return answers;
    }

    private IdentityOutcome Judge(Operator worker, IdentityRequest request, IdentityQuestion question, DateTimeOffset now, out IdentityRule? rule)
    {
        rule = null;
        IdentityItems needed = question.Attributes is null ? request.Items | IdentityItems.IndividualNumber : request.Items;
        return !worker.MayAct(worker.Agency, request.Affair, now) ? IdentityOutcome.OperatorRefused
            : !_directory().TryFind(worker.Agency, now, out Agency? agency) ? IdentityOutcome.UnknownAgency
            : _rules.Decide(agency, request.Affair, needed, now, out rule);
    }

    private async ValueTask<(IdentityOutcome Outcome, Resident? Found)> FindAsync(IdentityQuestion question, CancellationToken cancellationToken)
    {
        if (question.Attributes is not { } attributes)
        {
            Resident? bearer = await _network.FindAsync(question.Number, cancellationToken).ConfigureAwait(false);
            return (bearer is null ? IdentityOutcome.NotFound : IdentityOutcome.Provided, bearer);
        }

        if (FourAttributesComparison.Compare(attributes, attributes).Verdict != ComparisonVerdict.Match)
        {
            return (IdentityOutcome.Incomplete, null);
        }

        IReadOnlyList<Resident> candidates = await _network.FindAsync(attributes, cancellationToken).ConfigureAwait(false);
        Resident[] matches = [.. candidates.Where(each => FourAttributesComparison.Compare(attributes, each.Record.Attributes).Verdict == ComparisonVerdict.Match).Take(2)];
        return matches.Length switch
        {
            0 => (IdentityOutcome.NotFound, null),
            1 => (IdentityOutcome.Provided, matches[0]),
            _ => (IdentityOutcome.Several, null),
        };
    }

    private static void Check(IdentityRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(request.Questions, nameof(request));
        if (request.Affair.IsEmpty || !IdentityRules.AreItems(request.Items) || request.Questions.Count is 0 or > IdentityRequest.MostQuestions)
        {
            throw new ArgumentException("A request has an affair, items and one to ten thousand questions.", nameof(request));
        }

        foreach (IdentityQuestion question in request.Questions)
        {
            ArgumentNullException.ThrowIfNull(question, nameof(request));
        }
    }
}
