using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Revocation.Crl.Storage;

/// <summary>Keeps the verified lists of a store in a folder, so that a restart does not begin with empty hands. Nothing is believed from the disk: a list that is loaded is verified like one that comes from outside.</summary>
/// <remarks>
/// <para>Thread safe. A folder belongs to one object of this class and to one set of anchors. A file is one list in DER, written under another name, flushed, then renamed; an older list is replaced by the rename.</para>
/// <para>Whoever can write to the folder can put an older list of the same authority back; it answers no longer than to its own nextUpdate.</para>
/// </remarks>
public sealed class CrlFolder
{
    /// <summary>How many files are looked at when loading: twice the municipalities (about 1,900) for each of two generations and more.</summary>
    public const int MaximumFiles = 16384;

    private const string ListPattern = "*.crl", PartPattern = "*.part";

    private readonly string _path;
    private readonly CrlStore _store;
    private readonly TrustAnchorSet _anchors;
    private readonly Lock _gate = new();
    private readonly string _own = Guid.NewGuid().ToString("N"); // parts of this object's own writes are never what an interrupted one left

    /// <summary>Binds a folder, which is made when it is not there, to a store.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="store">Where lists go.</param>
    /// <param name="anchors">The generations that may have signed them.</param>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be made.</exception>
    public CrlFolder(string path, CrlStore store, TrustAnchorSet anchors)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(anchors);
        _path = Directory.CreateDirectory(path).FullName;
        _store = store;
        _anchors = anchors;
    }

    /// <summary>Reads, verifies and takes in one list, and saves it when the store holds it.</summary>
    /// <param name="der">One DER CertificateList up to the stream's end; it stays open.</param>
    /// <param name="cancellationToken">Gives the list up.</param>
    /// <returns>What became of the list, and of its file. A disk that fails does not keep a list out of the store.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="IOException">The stream's own failure, whatever its type, passes through; store and folder are as they were.</exception>
    public async Task<CrlSaving> AddAsync(Stream der, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(der);
        string part = Path.Combine(_path, $"{_own}-{Guid.NewGuid():N}.part");
        try
        {
            using CopyingStream copy = new(der, part);
            CrlAddition addition = await _store.ReadAsync(copy, _anchors, CrlStream.UsualPiece, cancellationToken).ConfigureAwait(false);
            bool isCopied = addition.List is not null && copy.TryFinish();
            return Publish(addition, isCopied ? part : null);
        }
        finally
        {
            TryDelete(part);
        }
    }

    /// <summary>Takes in what the folder has, each file verified anew, and clears away what an interrupted write left. Files that do not hold are passed over and stay where they are.</summary>
    /// <param name="cancellationToken">Stops between and within files.</param>
    /// <returns>One row a file, in the order of their names; at most <see cref="MaximumFiles"/>.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<IReadOnlyList<CrlFolderRow>> LoadAsync(CancellationToken cancellationToken = default)
    {
        Array.ForEach(Array.FindAll(Files(PartPattern), file => !Path.GetFileName(file).StartsWith(_own, StringComparison.Ordinal)), TryDelete);
        List<CrlFolderRow> rows = [];
        foreach (string file in Files(ListPattern))
        {
            rows.Add(new CrlFolderRow(Path.GetFileName(file), await LoadAsync(file, cancellationToken).ConfigureAwait(false)));
        }

        return rows;
    }

    private async Task<VerificationReason> LoadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            return await _store.AddAsync(stream, _anchors, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception flaw) when (flaw is IOException or UnauthorizedAccessException)
        {
            return VerificationReason.StatusUnreachable;
        }
    }

    // In one step, so that of two lists of a scope the newer is both held and saved.
    private CrlSaving Publish(CrlAddition addition, string? part)
    {
        lock (_gate)
        {
            VerificationReason reason = _store.Publish(addition);
            return new CrlSaving(reason, reason == VerificationReason.None && part is not null && TryMove(part, Path.Combine(_path, addition.Scope.FileName())))
            {
                Scope = addition.Scope,
            };
        }
    }

    private string[] Files(string pattern)
    {
        try
        {
            return [.. Directory.EnumerateFiles(_path, pattern).Order(StringComparer.Ordinal).Take(MaximumFiles)];
        }
        catch (Exception flaw) when (flaw is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool TryMove(string part, string name)
    {
        try
        {
            File.Move(part, name, overwrite: true);
            return true;
        }
        catch (Exception flaw) when (flaw is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception flaw) when (flaw is IOException or UnauthorizedAccessException)
        {
            // What stays is cleared away at the next start.
        }
    }
}
