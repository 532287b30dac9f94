using System.Security.Cryptography;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Reading;

namespace MyNumber.Cli.Emulating;

/// <summary>A person document in a file.</summary>
internal static class PersonFile
{
    // Five images of the card's sizes in Base64 are far below.
    private const int MostBytes = 1 << 20;

    /// <summary>Reads it, or says why not; no value of the file is in the message.</summary>
    public static CardPerson? Read(string path, VerbContext context, out ExitCode code)
    {
        code = ExitCode.Done;
        if (!InputFile.TryOpen(path, context, out Stream? stream, out string reason))
        {
            code = context.Report.Fail(ExitCode.Undetermined, [reason]);
            return null;
        }

        byte[] content = new byte[MostBytes];
        try
        {
            using (stream)
            {
                return CardPerson.FromJson(content.AsSpan(0, Waiting.ReadAll(stream!, content, context.Cancellation)));
            }
        }
        catch (FormatException fault)
        {
            code = context.Report.Fail(ExitCode.Refused, [context.Language.Pick(fault.Message, $"人物ファイルが正しくありません: {fault.Message}")]);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            code = context.Report.Fail(ExitCode.Undetermined, [InputFile.Explain(fault, path, context.Language)]);
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
        }
    }
}
