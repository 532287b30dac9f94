namespace MyNumber.Jpki.Services.IdentityChecks;

/// <summary>Judges identity checks (本人確認) by a table: number check and identity check, each sufficient, insufficient or undetermined.</summary>
/// <remarks>
/// <para>What the table does not say is undetermined and never sufficient. A condition that nobody knows leaves its rule open. No legal advice: check the text in force.</para>
/// <para>Immutable and thread safe.</para>
/// </remarks>
public sealed class IdentityRules
{
    /// <summary>Takes rows.</summary>
    /// <param name="rows">The rows, the better ones first; a row is named once on any one day.</param>
    /// <exception cref="ArgumentException">Two rows of one name are in force on one day, or a row needs more documents than it names, or ends before it begins.</exception>
    public IdentityRules(IEnumerable<IdentityRule> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        IdentityRule[] all = [.. rows];
        foreach (IdentityRule row in all)
        {
            bool doubled = all.Any(other => !ReferenceEquals(other, row) && other.Id == row.Id && (other.From ?? DateOnly.MinValue) <= (row.Until ?? DateOnly.MaxValue)
                && (row.From ?? DateOnly.MinValue) <= (other.Until ?? DateOnly.MaxValue));
            if (doubled || row.Count < 0 || row.Count > row.Documents.Count || (row.Count == 0 && row.Conditions.Count == 0) || row.Until < row.From)
            {
                throw new ArgumentException("A row is there twice, needs nothing or more than it names, or ends before it begins.", nameof(rows));
            }
        }

        Rows = all;
    }

    /// <summary>The table of the source document, with the days on which a row changed as far as they are known.</summary>
    public static IdentityRules Default { get; } = new(IdentityRuleTable.Rows);

    /// <summary>The rows.</summary>
    public IReadOnlyList<IdentityRule> Rows { get; }

    /// <summary>Judges one check.</summary>
    /// <param name="request">What is at hand.</param>
    /// <returns>The answer with its reasons.</returns>
    public IdentityCheckResult Judge(IdentityCheckRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new IdentityCheckResult(Judge(request, IdentityPart.Number), Judge(request, IdentityPart.Person));
    }

    private IdentityPartResult Judge(IdentityCheckRequest request, IdentityPart part)
    {
        IdentityRule[] rules = [.. Rows.Where(row => row.Part == part && row.IsInForceOn(request.Day) && row.Situations.Contains(request.Situation))];
        if (rules.Length == 0)
        {
            return new IdentityPartResult(part, IdentityCheckOutcome.Undetermined, [], []);
        }

        IdentityRule[] documented = [.. rules.Where(rule => rule.Documents.Distinct().Sum(document => CountOf(request, document)) >= rule.Count)];
        if (documented.FirstOrDefault(rule => rule.Conditions.All(condition => request.Known.TryGetValue(condition, out bool holds) && holds)) is { } satisfied)
        {
            return new IdentityPartResult(part, IdentityCheckOutcome.Sufficient, [satisfied], []);
        }

        // A rule without documents is no reason to leave a check open: who does not claim it is simply short of documents.
        IdentityRule[] open = [.. documented.Where(rule => (rule.Count > 0 || rule.Conditions.Any(request.Known.ContainsKey)) && !rule.Conditions.Any(condition => IsFalse(request, condition)))];
        return open.Length == 0
            ? new IdentityPartResult(part, IdentityCheckOutcome.Insufficient, [.. rules.Where(rule => !rule.Conditions.Any(condition => IsFalse(request, condition)))], [])
            : new IdentityPartResult(part, IdentityCheckOutcome.Undetermined, open, [.. open.SelectMany(rule => rule.Conditions).Where(condition => !request.Known.ContainsKey(condition)).Distinct()]);
    }

    // Two accepted documents are two; two of a named kind are one.
    private static int CountOf(IdentityCheckRequest request, IdentityDocument document)
    {
        int shown = request.Documents.Count(each => each == document);
        return document == IdentityDocument.AcceptedDocumentWithoutPhoto ? shown : Math.Min(shown, 1);
    }

    private static bool IsFalse(IdentityCheckRequest request, IdentityCondition condition) => request.Known.TryGetValue(condition, out bool holds) && !holds;
}
