using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Services.Surveys;

namespace StatusWatch;

/// <summary>The latest answer about each account. An undetermined one stays undetermined until a later answer takes its place.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, (Truth Found, StatusAdvice Advice, StatusOrigin Origin)> _rows = new(StringComparer.Ordinal);

    private readonly SortedSet<StatusCheckPurpose> _purposes = [];

    public int Count => _rows.Count;

    /// <summary>Why status was asked (利用目的), as every row tells it.</summary>
    public IReadOnlySet<StatusCheckPurpose> Purposes => _purposes;

    /// <summary>The accounts about which nothing is known for sure.</summary>
    public IReadOnlySet<string> Undetermined => _rows.Where(row => row.Value.Advice == StatusAdvice.AskAgainLater).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);

    public void Take(SurveyRow row)
    {
        Truth found = new(row.Check.State, row.Check.Reason, row.Check.RevocationReason);
        _rows[row.Key] = (found, row.Check.Advice, row.Check.Validation.Status?.Origin ?? StatusOrigin.None);
        _purposes.Add(row.Check.Purpose);
    }

    /// <summary>What was found about an account; <see langword="null"/> when no row has come.</summary>
    public Truth? Find(string account) => _rows.TryGetValue(account, out var row) ? row.Found : null;

    /// <summary>How many answers came from there.</summary>
    public int From(StatusOrigin origin) => _rows.Values.Count(row => row.Origin == origin);

    /// <summary>The counts by state, reason and advice.</summary>
    public IReadOnlyList<TallyRow> Rows() =>
    [
        .. _rows.Values.GroupBy(row => (row.Found, row.Advice))
            .Select(group => new TallyRow(group.Key.Found.State, group.Key.Found.Reason, group.Key.Found.Revocation, group.Key.Advice, BankActs.For(group.Key.Advice), group.Count()))
            .OrderBy(row => row.Act).ThenBy(row => row.State).ThenBy(row => row.RevocationReason).ThenBy(row => row.Reason),
    ];
}
