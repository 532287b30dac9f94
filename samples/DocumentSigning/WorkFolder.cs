namespace DocumentSigning;

/// <summary>Where the files go that outside programs read: the user's folder, or a temporary one that is deleted at the end. All people in them are invented.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly bool _keeps;
    private readonly string _scratch = Directory.CreateTempSubdirectory("document-signing-scratch-").FullName;

    public WorkFolder(string? wanted)
    {
        _keeps = wanted is not null;
        Path = wanted is null ? Directory.CreateTempSubdirectory("document-signing-").FullName : Directory.CreateDirectory(wanted).FullName;
    }

    public string Path { get; }

    public bool IsKept => _keeps;

    public string Ending => _keeps ? $"ファイルを残しました (files are kept): {Path}" : "ファイルは消しました (files are deleted; --out FOLDER keeps them)";

    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A place for what an outside program leaves behind; it is deleted in any case.</summary>
    public string Scratch(string name) => System.IO.Path.Combine(_scratch, name);

    public string Write(string name, ReadOnlySpan<byte> content)
    {
        File.WriteAllBytes(At(name), content);
        return At(name);
    }

    public void Dispose()
    {
        Directory.Delete(_scratch, recursive: true);
        if (!_keeps)
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
