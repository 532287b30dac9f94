using System.Text;
using Microsoft.Win32.SafeHandles;

namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>A vault in a folder: <c>journal.tsv</c>, and one file for each entry under <c>entries</c>, written aside, flushed and renamed.</summary>
/// <remarks>
/// <para>The journal is open for writing as long as the vault is, and no other vault may have it meanwhile. The folder must be encrypted at rest and read by few: everything in it is personal. Back it up as a
/// whole. Overwriting of removed files is the medium's matter.</para>
/// <para>For one store at a time.</para>
/// </remarks>
public sealed class FolderEvidenceVault : IEvidenceVault, IDisposable
{
    /// <summary>The longest journal, in bytes: 1 GiB, some five million lines. The ceiling is this library's choice: a store has all lines in memory, where they take two and a half times their length.</summary>
    public const long HighestJournalLength = 1L << 30;

    private const string Ending = ".evidence", Aside = ".part";

    // Without a buffer: what a medium refused is not tried again when the file is cut back or closed.
    private static readonly FileStreamOptions Unbuffered = new() { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };

    private readonly string _entries;
    private readonly long _maximumJournalLength;
    private readonly FileStream _journal;
    private bool _isTorn;

    /// <summary>Opens the folder and makes it when it is not there. A last line of the journal that a crash cut off is dropped, and so is an entry that was not written to its end.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="maximumJournalLength">How long the journal may become, in bytes, 4,096 to <see cref="HighestJournalLength"/>. A line that does not fit is refused: begin another archive before.</param>
    /// <exception cref="IOException">It cannot be opened, another vault has it, or its journal is longer than that.</exception>
    /// <exception cref="UnauthorizedAccessException">No right to it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The length is out of its range.</exception>
    public FolderEvidenceVault(string folder, long maximumJournalLength = HighestJournalLength)
        : this(folder, maximumJournalLength, (path, options) => new FileStream(path, options))
    {
    }

    internal FolderEvidenceVault(string folder, long maximumJournalLength, Func<string, FileStreamOptions, FileStream> open)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumJournalLength, JournalLine.Room);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maximumJournalLength, HighestJournalLength);
        _maximumJournalLength = maximumJournalLength;
        _entries = Path.Combine(folder, "entries");
        Directory.CreateDirectory(_entries);
        _journal = open(Path.Combine(folder, "journal.tsv"), Unbuffered);
        try
        {
            DropCutLine();
            DropCutEntries();
        }
        catch
        {
            _journal.Dispose();
            throw;
        }
    }

    /// <summary>How long the journal is, in bytes; see the limit coming.</summary>
    public long JournalLength => _journal.Length;

    /// <inheritdoc/>
    public IEnumerable<string> ReadLines() => JournalReader.Read(_journal);

    /// <inheritdoc/>
    public void AppendLine(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        byte[] bytes = Encoding.UTF8.GetBytes(line + "\n");
        long end = _journal.Length;
        if (_isTorn || bytes.Length > _maximumJournalLength - end)
        {
            throw new IOException(_isTorn ? "The journal ends in a torn line; open the folder again." : "The journal is full.");
        }

        _isTorn = true;
        try
        {
            _journal.Position = end;
            _journal.Write(bytes);
            _journal.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            _journal.SetLength(end); // the store goes on from the line before, so the file must too
            _isTorn = false;
            throw;
        }

        _isTorn = false;
    }

    /// <inheritdoc/>
    public void WriteEntry(string id, ReadOnlySpan<byte> bytes)
    {
        string path = PathOf(id), aside = path + Aside;
        try
        {
            WriteAside(aside, bytes);
            File.Move(aside, path, overwrite: true);
        }
        catch
        {
            Discard(aside);
            throw;
        }

        using SafeFileHandle renamed = File.OpenHandle(path, access: FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(renamed); // usual file systems bring the new name to the disk with it
    }

    /// <inheritdoc/>
    public byte[]? ReadEntry(string id)
    {
        string path = PathOf(id);
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> ListEntries() => [.. Directory.EnumerateFiles(_entries, "*" + Ending).Select(file => Path.GetFileNameWithoutExtension(file)).Where(EntryBytes.IsId)];

    /// <inheritdoc/>
    public void RemoveEntry(string id) => File.Delete(PathOf(id));

    /// <summary>Closes the journal.</summary>
    public void Dispose() => _journal.Dispose();

    private string PathOf(string id) => EntryBytes.IsId(id) ? Path.Combine(_entries, id + Ending) : throw new ArgumentException("An entry has a name of 64 hexadecimal digits.", nameof(id));

    private static void WriteAside(string path, ReadOnlySpan<byte> bytes)
    {
        using FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.None);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    // What cannot be removed now is dropped when the folder is opened: the caller is to hear of the first failure.
    private static void Discard(string aside)
    {
        try
        {
            File.Delete(aside);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    // No purge and no audit comes by them, and they are as personal as an entry.
    private void DropCutEntries()
    {
        foreach (string file in Directory.EnumerateFiles(_entries, "*" + Ending + Aside).ToList())
        {
            File.Delete(file);
        }
    }

    private void DropCutLine()
    {
        if (_journal.Length > _maximumJournalLength)
        {
            throw new IOException("The journal is too long.");
        }

        for (long end = _journal.Length; end > 0; end--)
        {
            _journal.Position = end - 1;
            if (_journal.ReadByte() == '\n')
            {
                _journal.SetLength(end);
                return;
            }
        }

        _journal.SetLength(0);
    }
}
