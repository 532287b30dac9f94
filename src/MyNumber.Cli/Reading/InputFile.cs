using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Reading;

/// <summary>A file or standard input, and why it cannot be read; the path, which may be a value typed in the wrong place, is in no message.</summary>
internal static class InputFile
{
    /// <summary>Opens the file, or standard input for <c>-</c>.</summary>
    /// <param name="path">What was typed.</param>
    /// <param name="context">Where standard input is.</param>
    /// <param name="stream">The stream; the caller's to close.</param>
    /// <param name="reason">Why there is none.</param>
    public static bool TryOpen(string path, VerbContext context, out Stream? stream, out string reason)
    {
        (stream, reason) = (null, string.Empty);
        try
        {
            stream = path == ValueSource.StandardInput ? context.Streams.OpenInput() : Open(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            reason = Explain(fault, path, context.Language);
        }

        return stream is not null;
    }

    /// <summary>Why reading failed.</summary>
    public static string Explain(Exception fault, string path, Language language) => fault switch
    {
        FileNotFoundException or DirectoryNotFoundException => language.Pick("The file does not exist.", "ファイルがありません。"),
        UnauthorizedAccessException when Directory.Exists(path) => language.Pick("The file is a directory.", "ファイルではなくフォルダーです。"),
        UnauthorizedAccessException => language.Pick("The file may not be read.", "ファイルを読む権限がありません。"),
        _ => language.Pick($"The file cannot be read: {fault.GetType().Name}.", $"ファイルを読めません: {fault.GetType().Name}"),
    };

    private static FileStream Open(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        BufferSize = 0,
        Options = FileOptions.SequentialScan | FileOptions.Asynchronous,
    });
}
