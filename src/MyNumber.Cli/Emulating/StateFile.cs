using System.Security.Cryptography;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Reading;
using MyNumber.Cli.Terminal;

namespace MyNumber.Cli.Emulating;

/// <summary>A saved card in a file that only its owner reads: it holds the lab card's keys and PINs in clear.</summary>
internal static class StateFile
{
    private const int MostBytes = 4 << 20;

    /// <summary>Whether there is a card to go on with.</summary>
    public static bool Exists(string? path) => path is not null && Path.Exists(path);

    /// <summary>Makes something of the file, or says why not.</summary>
    public static T? Read<T>(string path, VerbContext context, Func<byte[], T> make, out ExitCode code)
        where T : class
    {
        byte[] content = [];
        try
        {
            code = ExitCode.Done;
            FileInfo file = new(path);
            content = file.Length <= MostBytes ? File.ReadAllBytes(path) : throw new FormatException("The saved card is too long.");
            return make(content);
        }
        catch (FormatException fault)
        {
            code = context.Report.Fail(ExitCode.Refused, [context.Language.Pick(fault.Message, $"保存されたカードが正しくありません: {fault.Message}")]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            code = context.Report.Fail(ExitCode.Undetermined, [$"--state: {InputFile.Explain(fault, path, context.Language)}"]);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
        }

        return null;
    }

    /// <summary>Replaces the file as a whole, so that a run that dies leaves the old one or the new one.</summary>
    /// <returns>Why it could not be done, or nothing.</returns>
    public static string? Write(string path, byte[] state, Language language)
    {
        string fresh = $"{path}.new";
        try
        {
            File.Delete(fresh);
            if (!PrivateNewFile.TryWrite(fresh, state, out Exception? fault))
            {
                throw fault!;
            }

            File.Move(fresh, path, overwrite: true);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return language.Pick($"--state cannot be written: {fault.GetType().Name}.", $"--state に書き込めません: {fault.GetType().Name}");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(state);
        }
    }
}
