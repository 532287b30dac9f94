using MyNumber.Cli.Contract;
using MyNumber.Cli.Terminal;

namespace MyNumber.Cli.Cards;

/// <summary>Files with what a card holds: new ones only, for their owner alone. The path is in no message.</summary>
internal static class PrivateFile
{
    /// <summary>Writes a new file, or says why not.</summary>
    public static bool TryWrite(string path, ReadOnlySpan<byte> content, VerbContext context)
    {
        if (PrivateNewFile.TryWrite(path, content, out Exception? fault))
        {
            return true;
        }

        context.Report.Fail(ExitCode.Undetermined, [Explain(path, fault!, context.Language)]);
        return false;
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
