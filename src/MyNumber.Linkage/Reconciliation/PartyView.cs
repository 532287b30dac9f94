using System.Collections.Immutable;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Reconciliation;

/// <summary>What one party answered in the ranges where the three differ.</summary>
internal sealed class PartyView(LogParties party, IDaySource source)
{
    private readonly Dictionary<RecordKey, List<DayEntry>> _entries = [];

    public LogParties Party => party;

    public bool Contradicts { get; private set; }

    public IEnumerable<RecordKey> Keys => _entries.Keys;

    public IEnumerable<DayEntry> Entries => _entries.Values.SelectMany(entries => entries);

    /// <summary>Asks for ranges; where a digest was answered before, the answer must hash to it.</summary>
    public async ValueTask<IReadOnlyList<RangeAnswer>> AskAsync(IReadOnlyList<DayRange> ranges, IReadOnlyList<Digest?> promised, CancellationToken cancellationToken)
    {
        IReadOnlyList<RangeAnswer> answers = await source.AskAsync(ranges, cancellationToken).ConfigureAwait(false);
        Contradicts = answers.Count != ranges.Count
            || answers.Where((answer, i) => !answer.Fits(ranges[i]) || (promised[i] is { } digest && answer.Digest != digest)).Any();
        return answers;
    }

    public void Keep(RangeAnswer answer)
    {
        foreach (DayEntry entry in answer.Entries)
        {
            if (!_entries.TryGetValue(entry.Key, out List<DayEntry>? entries))
            {
                _entries[entry.Key] = entries = [];
            }

            entries.Add(entry);
        }
    }

    public ImmutableArray<Digest> Commitments(RecordKey key) =>
        _entries.TryGetValue(key, out List<DayEntry>? entries) ? [.. entries.Select(entry => entry.Commitment)] : [];

    /// <summary>The key before, when the party has the key once.</summary>
    public RecordKey? Previous(RecordKey key) => _entries.TryGetValue(key, out List<DayEntry>? entries) && entries.Count == 1 ? entries[0].Previous : null;
}
