namespace CityNumbering;

/// <summary>Where files with numbers in clear go: readable by their owner only, and deleted at the end unless the user keeps them.</summary>
internal sealed class OutputFolder : IDisposable
{
    private readonly bool _keep;
    private readonly string _path;

    public OutputFolder(string? keep)
    {
        _keep = keep is not null;
        _path = keep is null ? Directory.CreateTempSubdirectory("city-numbering-").FullName : Directory.CreateDirectory(keep).FullName;
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
        if (!_keep)
        {
            Directory.Delete(_path, recursive: true);
        }
    }
}
