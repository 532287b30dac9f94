using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Cards;

/// <summary>Files with what a card holds: new ones only, and where the platform can say so readable by their owner alone.</summary>
internal static class PrivateFile
{
    /// <summary>Writes a new file, or says why not.</summary>
    public static bool TryWrite(string path, ReadOnlySpan<byte> content, VerbContext context)
    {
        try
        {
            FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using FileStream file = new(path, options);
            file.Write(content);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            context.Report.Fail(ExitCode.Undetermined, [Explain(path, fault, context.Language)]);
            return false;
        }
    }

    /// <summary>Says before the card is touched that a file of the name is there; it is never overwritten.</summary>
    public static bool IsFree(string? path, VerbContext context)
    {
        if (path is null || !Path.Exists(path))
        {
            return true;
        }

        context.Report.Fail(ExitCode.Undetermined, [Explain(path, new IOException(), context.Language)]);
        return false;
    }

    private static string Explain(string path, Exception fault, Language language) => Path.Exists(path)
        ? language.Pick("The file exists and is not overwritten.", "ファイルがすでにあるため上書きしません。")
        : language.Pick($"The file cannot be written: {fault.GetType().Name}.", $"ファイルに書き込めません: {fault.GetType().Name}");
}
