using System.Globalization;

namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>What the journal comes to: which entries are stored, of which contract, and how each contract stands.</summary>
internal sealed class ContractBook
{
    private readonly Dictionary<string, string> _contracts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateOnly> _stored = new(StringComparer.Ordinal);
    private readonly HashSet<string> _held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateOnly> _ends = new(StringComparer.Ordinal);

    public void Take(EvidenceEvent line)
    {
        switch (line.Kind)
        {
            case EvidenceEventKind.Stored:
                TakeStored(line);
                break;
            case EvidenceEventKind.ContractEnded:
                TakeEnd(line);
                break;
            case EvidenceEventKind.HoldBegan:
                _held.Add(line.Contract);
                break;
            case EvidenceEventKind.HoldEnded:
                _held.Remove(line.Contract);
                break;
            case EvidenceEventKind.Purged:
                _stored.Remove(line.Id);
                _ends.Remove(line.Id);
                break;
        }
    }

    public bool IsStored(string id) => _stored.ContainsKey(id);

    /// <summary>The day in Japan on which an entry was first stored since it was last purged.</summary>
    public DateOnly StoredOn(string id) => _stored[id];

    public bool IsHeld(string contract) => _held.Contains(contract);

    public string? ContractOf(string id) => _contracts.GetValueOrDefault(id);

    /// <summary>The last day of the contract for which an entry was stored; <see langword="null"/> while no end was recorded after the entry.</summary>
    public DateOnly? EndFor(string id) => _ends.TryGetValue(id, out DateOnly day) ? day : null;

    public IReadOnlyList<string> EntriesOf(string contract) => _entries.TryGetValue(contract, out List<string>? ids) ? [.. ids.Where(IsStored)] : [];

    public IReadOnlyList<(string Id, string Contract)> Stored() => [.. _entries.SelectMany(pair => pair.Value.Where(IsStored).Select(id => (id, pair.Key)))];

    private void TakeStored(EvidenceEvent line)
    {
        _stored.TryAdd(line.Id, JapanDay.Of(line.At)); // again: it was repaired
        if (!_contracts.TryAdd(line.Id, line.Contract))
        {
            return;
        }

        if (!_entries.TryGetValue(line.Contract, out List<string>? ids))
        {
            _entries[line.Contract] = ids = [];
        }

        ids.Add(line.Id);
    }

    // An end is of what is stored already: a reference that is used again is a contract that runs. Only a later day moves it: what was recorded cannot be made to end sooner.
    private void TakeEnd(EvidenceEvent line)
    {
        if (!DateOnly.TryParseExact(line.Note, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return;
        }

        foreach (string id in EntriesOf(line.Contract).Where(id => EndFor(id) is not { } end || day > end))
        {
            _ends[id] = day;
        }
    }
}
