using MyNumber.Cli.Contract;
using MyNumber.Cli.Reading;

namespace MyNumber.Cli.Certificates;

/// <summary>Whole files up to a length; the path is in no message.</summary>
internal static class FileBytes
{
    /// <summary>The longest document; what is longer is a list and is streamed.</summary>
    public const int MostBytes = 64 << 20;

    private const int FirstBuffer = 65536;

    /// <summary>Reads a file, or <c>-</c> for standard input; otherwise says why not, with the name of the option or argument that it was given by.</summary>
    public static byte[]? Read(string path, string name, VerbContext context, int mostBytes = MostBytes)
    {
        if (!InputFile.TryOpen(path, context, out Stream? stream, out string reason))
        {
            context.Report.Fail(ExitCode.Undetermined, [$"{name}: {reason}"]);
            return null;
        }

        using (stream)
        {
            return Read(stream!, path, name, context, mostBytes);
        }
    }

    /// <summary>Reads a stream to its end; otherwise says why not.</summary>
    public static byte[]? Read(Stream stream, string path, string name, VerbContext context, int mostBytes = MostBytes)
    {
        try
        {
            using MemoryStream content = new();
            byte[] buffer = new byte[FirstBuffer];
            int length;
            while ((length = Waiting.Read(stream, buffer, context.Cancellation)) > 0)
            {
                if (content.Length + length > mostBytes)
                {
                    context.Report.Fail(ExitCode.Undetermined, [$"{name}: {context.Language.Pick("The file is too long.", "ファイルが大きすぎます。")}"]);
                    return null;
                }

                content.Write(buffer, 0, length);
            }

            return content.ToArray();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            context.Report.Fail(ExitCode.Undetermined, [$"{name}: {InputFile.Explain(fault, path, context.Language)}"]);
            return null;
        }
    }
}
