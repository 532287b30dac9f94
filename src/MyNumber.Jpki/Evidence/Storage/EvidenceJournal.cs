namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>The journal of an archive in memory, in step with the vault's: a line is there once the vault has it.</summary>
/// <remarks>For one caller at a time.</remarks>
internal sealed class EvidenceJournal
{
    private readonly IEvidenceVault _vault;
    private readonly TimeProvider _clock;
    private readonly List<EvidenceEvent> _lines = [];
    private byte[] _head = JournalLine.Start;

    private EvidenceJournal(IEvidenceVault vault, TimeProvider clock)
    {
        _vault = vault;
        _clock = clock;
    }

    public ContractBook Book { get; } = new();

    public IReadOnlyList<EvidenceEvent> Lines => _lines;

    public EvidenceHead Head => new(_lines.Count, Convert.ToHexStringLower(_head));

    /// <summary>Reads the vault's journal.</summary>
    /// <exception cref="InvalidDataException">It was changed, or does not go through the head that is known.</exception>
    public static EvidenceJournal Open(IEvidenceVault vault, TimeProvider clock, EvidenceHead? known)
    {
        EvidenceJournal journal = new(vault, clock);
        HeadWatch watch = new(known);
        foreach (string text in vault.ReadLines())
        {
            EvidenceEvent line = JournalLine.Read(text, journal._lines.Count, journal._head, out journal._head) ?? throw new InvalidDataException("The journal of the archive was changed.");
            journal.Take(line);
            watch.See(journal.Head);
        }

        return watch.Holds == false ? throw new InvalidDataException("The journal of the archive does not go through the head that is known.") : journal;
    }

    /// <summary>Looks through journal and entries.</summary>
    public static EvidenceAudit Audit(IEvidenceVault vault, EvidenceHead? known)
    {
        ContractBook book = new();
        HeadWatch watch = new(known);
        byte[] head = JournalLine.Start;
        long number = 0;
        long? broken = null;
        foreach (string text in vault.ReadLines())
        {
            if (JournalLine.Read(text, number, head, out head) is not { } line)
            {
                broken = number;
                break;
            }

            book.Take(line);
            number++;
            watch.See(new EvidenceHead(number, line.Hash));
        }

        string[] damaged = [.. book.Stored().Select(entry => entry.Id).Where(id => !IsIntact(vault, id))];
        string[] orphans = [.. vault.ListEntries().Where(id => !book.IsStored(id)).Order(StringComparer.Ordinal)];
        return new EvidenceAudit(number, broken, damaged, orphans, Convert.ToHexStringLower(head), watch.Holds);
    }

    public static bool IsIntact(IEvidenceVault vault, string id) => vault.ReadEntry(id) is { } bytes && EntryBytes.IdOf(bytes) == id;

    public void Add(EvidenceEventKind kind, string contract, string id, string actor, string note)
    {
        EvidenceEvent line = new(_lines.Count, kind, _clock.GetUtcNow(), contract, id, actor, note);
        _vault.AppendLine(JournalLine.Write(line, _head, out byte[] hash));
        _head = hash;
        Take(line.Chained(hash));
    }

    private void Take(EvidenceEvent line)
    {
        _lines.Add(line);
        Book.Take(line);
    }
}
