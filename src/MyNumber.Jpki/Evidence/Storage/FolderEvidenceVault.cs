using System.Text;

namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>A vault in a folder: <c>journal.tsv</c>, and one file for each entry under <c>entries</c>, written aside, flushed and renamed.</summary>
/// <remarks>
/// <para>The journal is open for writing as long as the vault is, and no other vault may have it meanwhile. The folder must be encrypted at rest and read by few: everything in it is personal. Back it up as a
/// whole. Overwriting of removed files is the medium's matter.</para>
/// <para>For one store at a time.</para>
/// </remarks>
public sealed class FolderEvidenceVault : IEvidenceVault, IDisposable
{
    private const long MaximumJournalLength = 1L << 30;

    private readonly string _entries;
    private readonly FileStream _journal;

    /// <summary>Opens the folder and makes it when it is not there. A last line of the journal that a crash cut off is dropped.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">It cannot be opened, another vault has it, or its journal is past one gibibyte.</exception>
    /// <exception cref="UnauthorizedAccessException">No right to it.</exception>
    public FolderEvidenceVault(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _entries = Path.Combine(folder, "entries");
        Directory.CreateDirectory(_entries);
        _journal = new FileStream(Path.Combine(folder, "journal.tsv"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        try
        {
            DropCutLine();
        }
        catch
        {
            _journal.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> ReadLines()
    {
        _journal.Position = 0;
        using StreamReader reader = new(_journal, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        List<string> lines = [.. reader.ReadToEnd().Split('\n')];
        lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    /// <inheritdoc/>
    public void AppendLine(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        long end = _journal.Position = _journal.Length;
        try
        {
            _journal.Write(Encoding.UTF8.GetBytes(line + "\n"));
            _journal.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            _journal.SetLength(end); // the store goes on from the line before, so the file must too
            throw;
        }
    }

    /// <inheritdoc/>
    public void WriteEntry(string id, ReadOnlySpan<byte> bytes)
    {
        string path = PathOf(id);
        if (File.Exists(path))
        {
            return;
        }

        string aside = path + ".part";
        using (FileStream file = new(aside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite: true);
    }

    /// <inheritdoc/>
    public byte[]? ReadEntry(string id)
    {
        string path = PathOf(id);
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    /// <inheritdoc/>
    public void RemoveEntry(string id) => File.Delete(PathOf(id));

    /// <summary>Closes the journal.</summary>
    public void Dispose() => _journal.Dispose();

    private string PathOf(string id) => EntryBytes.IsId(id) ? Path.Combine(_entries, id + ".evidence") : throw new ArgumentException("An entry has a name of 64 hexadecimal digits.", nameof(id));

    private void DropCutLine()
    {
        if (_journal.Length > MaximumJournalLength)
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
