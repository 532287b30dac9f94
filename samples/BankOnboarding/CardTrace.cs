using MyNumber.Card.Channels;

namespace BankOnboarding;

/// <summary>Counts and shows the APDUs between PC and card. No PIN, number or file content gets into a trace entry.</summary>
internal sealed class CardTrace : IApduTraceSink
{
    private readonly List<ApduTraceEntry> _entries = [];

    /// <summary>Data bytes that left the card with the last answer.</summary>
    public int LastResponseLength => _entries[^1].ResponseLength;

    public void Record(in ApduTraceEntry entry) => _entries.Add(entry);

    /// <summary>Tells what passed since the last call.</summary>
    public void Tell()
    {
        Narrator.Sent($"カードとの APDU {_entries.Count} 往復 (PIN・内容は伏せる)");
        foreach (ApduTraceEntry entry in _entries)
        {
            Console.WriteLine($"         {entry}");
        }

        _entries.Clear();
    }
}
