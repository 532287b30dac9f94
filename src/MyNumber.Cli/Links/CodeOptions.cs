using System.CommandLine;
using System.Security.Cryptography;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Numbers;
using MyNumber.Cli.Reading;
using MyNumber.Linkage.Codes;

namespace MyNumber.Cli.Links;

/// <summary>What the verbs over lines share: the file, the key of the second layer and its epoch, the format.</summary>
internal sealed class CodeOptions
{
    private readonly Argument<string?> _file;
    private readonly Option<string> _key = KeyOption("--code-key-file", "the agency codes' key (機関別符号の鍵)");
    private readonly Option<int> _keyEpoch = new("--key-epoch") { Description = "The number of that key's epoch (鍵世代), 0 to 255; 0 without the option.", HelpName = "K" };
    private readonly RowFormatOption _format = new();

    /// <summary>Says what the lines are.</summary>
    public CodeOptions(string lines) =>
        _file = new Argument<string?>("FILE") { Description = $"Optional. A file with {lines}, one on a line; left out or -: standard input.", Arity = ArgumentArity.ZeroOrOne };

    /// <summary>An option that takes a key file.</summary>
    public static Option<string> KeyOption(string name, string what) => new(name) { Description = $"A file with {what}: 32 bytes or 64 hexadecimal digits.", HelpName = "FILE", Required = true };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_file);
        command.Options.Add(_key);
        command.Options.Add(_keyEpoch);
        _format.AddTo(command);
    }

    /// <summary>What is wrong with the options, without the values.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="context">The language, and whether JSON was asked for.</param>
    /// <param name="otherKey">A key file that the verb has beside the one here.</param>
    public string? Contradiction(ParseResult parsed, VerbContext context, string? otherKey = null)
    {
        string[] inputs = [PathOf(parsed), parsed.GetValue(_key)!, otherKey ?? string.Empty];
        return inputs.Count(path => path == ValueSource.StandardInput) > 1
            ? context.Language.Pick("Standard input can be one thing only: the lines or one key.", "標準入力から読めるのは、行か一つの鍵のどちらかだけです。")
            : parsed.GetValue(_keyEpoch) is < byte.MinValue or > byte.MaxValue ? context.Language.Pick($"{_keyEpoch.Name} is 0 to 255.", $"{_keyEpoch.Name} は0以上255以下です。")
            : _format.Contradiction(parsed, context);
    }

    /// <summary>Opens a key.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="option">Which key.</param>
    /// <param name="context">Where standard input is, and where it is said why there is none.</param>
    /// <param name="make">Copies the bytes.</param>
    public static T? OpenKey<T>(ParseResult parsed, Option<string> option, VerbContext context, Func<byte[], T> make)
        where T : class, IDisposable
    {
        if (!KeyFile.TryRead(parsed.GetValue(option)!, context, out byte[] key, out string reason))
        {
            context.Report.Fail(ExitCode.Undetermined, [$"{option.Name}: {reason}"]);
            return null;
        }

        try
        {
            return make(key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Opens the cipher, or says why not and gives nothing.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="context">Where standard input is, and where it is said why there is none.</param>
    /// <param name="look">Sees the key before it is cleared.</param>
    public AgencyCodeCipher? OpenCipher(ParseResult parsed, VerbContext context, Action<byte[]>? look = null) => OpenKey(parsed, _key, context, key =>
    {
        look?.Invoke(key);
        return new AgencyCodeCipher((byte)parsed.GetValue(_keyEpoch), key);
    });

    /// <summary>How the rows are written.</summary>
    public RowFormat FormatOf(ParseResult parsed, VerbContext context) => _format.Of(parsed, context);

    /// <summary>Runs the work over the lines; whether a row without an answer is told is the work's.</summary>
    public ExitCode Run(ParseResult parsed, VerbContext context, ILineWork work)
    {
        string path = PathOf(parsed);
        if (!InputFile.TryOpen(path, context, out Stream? stream, out string reason))
        {
            return context.Report.Fail(ExitCode.Undetermined, [reason]);
        }

        using (stream)
        {
            context.Report.Notice(CodeWords.Notice);
            LineRun run = new(stream!, work, context);
            return run.Run() is { } fault
                ? context.Report.Fail(ExitCode.Undetermined, [InputFile.Explain(fault, path, context.Language)])
                : run.Conclude();
        }
    }

    private string PathOf(ParseResult parsed) => parsed.GetValue(_file) ?? ValueSource.StandardInput;
}
