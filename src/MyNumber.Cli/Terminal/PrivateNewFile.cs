namespace MyNumber.Cli.Terminal;

/// <summary>New files, readable by their owner alone where the platform can say so.</summary>
internal static class PrivateNewFile
{
    /// <summary>Writes one; an existing file is left as it is.</summary>
    public static bool TryWrite(string path, ReadOnlySpan<byte> content, out Exception? fault)
    {
        fault = null;
        try
        {
            FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using FileStream file = new(path, options);
            file.Write(content);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            fault = refusal;
        }

        return fault is null;
    }
}
