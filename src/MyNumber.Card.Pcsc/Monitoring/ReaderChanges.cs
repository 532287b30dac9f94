using MyNumber.Card.Pcsc.Errors;
using MyNumber.Card.Pcsc.Native;

namespace MyNumber.Card.Pcsc.Monitoring;

/// <summary>The readers as they were told, and the events that lead from there to what the service says now.</summary>
internal sealed class ReaderChanges
{
    private const int CounterShift = 16;
    private readonly List<WatchedReader> _known = [];

    public IReadOnlyList<WatchedReader> Known => _known;

    /// <summary>Readers that came and went.</summary>
    public void Compare(string[] names, List<ReaderEvent> events)
    {
        foreach (WatchedReader gone in _known.Where(reader => !names.Contains(reader.Name, StringComparer.Ordinal)).ToArray())
        {
            Remove(gone, events);
        }

        foreach (string name in names.Except(_known.Select(reader => reader.Name), StringComparer.Ordinal).ToArray())
        {
            _known.Add(new WatchedReader(name));
            events.Add(new ReaderEvent(ReaderEventKind.ReaderAdded, name));
        }
    }

    /// <summary>Cards that came and went, by the states that the last wait found.</summary>
    public void Compare(List<ReaderEvent> events)
    {
        foreach (WatchedReader reader in _known)
        {
            Compare(reader, events);
            reader.Current = reader.Event & ~PcscConstants.StateChanged;
        }
    }

    /// <summary>The service is gone and all readers with it.</summary>
    public void Clear(List<ReaderEvent> events)
    {
        foreach (WatchedReader reader in _known.ToArray())
        {
            Remove(reader, events);
        }
    }

    private static void Compare(WatchedReader reader, List<ReaderEvent> events)
    {
        bool was = HadCard(reader);
        bool isNow = reader.Is(PcscConstants.StatePresent);
        // The upper half counts insertions and removals: it tells of a card that was changed while nobody looked.
        bool swapped = was && isNow && reader.Current >> CounterShift != reader.Event >> CounterShift;
        if (was && (!isNow || swapped))
        {
            events.Add(new ReaderEvent(ReaderEventKind.CardRemoved, reader.Name));
        }

        if (isNow && (!was || swapped))
        {
            PcscError? error = reader.Is(PcscConstants.StateMute) ? PcscErrors.Of(PcscCodes.UnresponsiveCard) : null;
            events.Add(new ReaderEvent(ReaderEventKind.CardInserted, reader.Name, reader.AnswerToReset, error));
        }
    }

    private void Remove(WatchedReader reader, List<ReaderEvent> events)
    {
        _known.Remove(reader);
        if (HadCard(reader))
        {
            events.Add(new ReaderEvent(ReaderEventKind.CardRemoved, reader.Name));
        }

        events.Add(new ReaderEvent(ReaderEventKind.ReaderRemoved, reader.Name));
    }

    private static bool HadCard(WatchedReader reader) => (reader.Current & PcscConstants.StatePresent) != 0;
}
