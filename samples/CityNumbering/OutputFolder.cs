namespace CityNumbering;

/// <summary>Where files with numbers in clear go: readable by their owner only, and deleted at the end unless the user keeps them.</summary>
internal sealed class OutputFolder : IDisposable
{
    private readonly bool _keep;
    private readonly string _path;

    private OutputFolder(string path, bool keep)
    {
        _path = path;
        _keep = keep;
    }

    /// <summary>Opens the folder that the user names, new or empty, or a temporary one; <see langword="null"/> when that cannot be.</summary>
    public static OutputFolder? Open(string? keep)
    {
        try
        {
            string path = keep is null ? Directory.CreateTempSubdirectory("city-numbering-").FullName : Directory.CreateDirectory(keep).FullName;
            return Directory.EnumerateFileSystemEntries(path).Any() ? null : new OutputFolder(path, keep is not null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Makes a new file; one that is there already is not overwritten.</summary>
    public FileStream Create(string name)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(_path, name), options);
    }

    public string Ending => _keep
        ? $"番号の入ったファイルを残しました (files with numbers in clear are kept): {_path}"
        : "番号の入ったファイルは消しました (files with numbers in clear are deleted)";

    public void Dispose()
    {
        if (!_keep && Directory.Exists(_path))
        {
            Directory.Delete(_path, recursive: true);
        }
    }
}
