using System.CommandLine;
using System.Text.RegularExpressions;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Cards;

/// <summary>From where one PIN comes: <c>--pin-fd</c>, <c>--pin-env</c>, or without either the terminal. What is typed as number or name is in no message: it may be the PIN.</summary>
internal sealed partial class PinOptions
{
    private readonly Option<int?> _descriptor;
    private readonly Option<string?> _variable;

    /// <summary>Names the pair of options.</summary>
    /// <param name="name">Such as <c>pin</c>.</param>
    /// <param name="what">What is read, for the help.</param>
    public PinOptions(string name, string what)
    {
        _descriptor = new($"--{name}-fd") { Description = $"Read {what} from this file descriptor: 0, or 3 and more; one line.", HelpName = "N" };
        _variable = new($"--{name}-env") { Description = $"Read {what} from this variable of the environment.", HelpName = "NAME" };
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_descriptor);
        command.Options.Add(_variable);
    }

    /// <summary>Whether the PIN is a line of standard input.</summary>
    public bool IsStandardInput(ParseResult parsed) => parsed.GetValue(_descriptor) == 0;

    /// <summary>Whether a person is asked.</summary>
    public bool IsAsked(ParseResult parsed) => parsed.GetValue(_descriptor) is null && parsed.GetValue(_variable) is null;

    /// <summary>What is wrong with the options.</summary>
    public string? Contradiction(ParseResult parsed, VerbContext context) => (parsed.GetValue(_descriptor), parsed.GetValue(_variable)) switch
    {
        (not null, not null) => context.Language.Pick($"{_descriptor.Name} and {_variable.Name} exclude each other.", $"{_descriptor.Name} と {_variable.Name} は同時に指定できません。"),
        (< 0 or 1 or 2, _) => context.Language.Pick($"{_descriptor.Name} is 0, or 3 and more.", $"{_descriptor.Name} は0または3以上です。"),
        ({ } number, _) when !context.Streams.HasDescriptor(number) => context.Language.Pick(
            $"{_descriptor.Name} is no pipe, socket, file or terminal that was opened for the tool to read; a shell opens one as in: {_descriptor.Name} 3 3< FILE. On Windows there is 0 alone.",
            $"{_descriptor.Name} の番号は、読み取り用に開いて渡されたパイプ・ソケット・ファイル・端末ではありません。シェルでは {_descriptor.Name} 3 3< ファイル のように開いて渡します。Windows では 0 だけが使えます。"),
        (_, { } name) when !VariableName().IsMatch(name) || string.IsNullOrEmpty(context.Streams.ReadVariable(name)) =>
            context.Language.Pick($"{_variable.Name} names no variable that is set.", $"{_variable.Name} の環境変数が設定されていません。"),
        (null, null) when context.Streams.ReadKey is null => context.Language.Pick(
            $"Nobody can be asked for the PIN here: give {_descriptor.Name} or {_variable.Name}.", $"暗証番号を尋ねる端末がありません。{_descriptor.Name} か {_variable.Name} を指定してください。"),
        _ => null,
    };

    /// <summary>Reads the PIN, or says why there is none.</summary>
    /// <param name="parsed">The command line, without contradiction.</param>
    /// <param name="input">Reads.</param>
    /// <param name="question">What a person is asked.</param>
    /// <param name="pin">The PIN; the caller disposes it.</param>
    /// <returns><see cref="ExitCode.Done"/>, or what the verb ends with.</returns>
    public ExitCode Read(ParseResult parsed, PinInput input, string question, out PinText? pin)
    {
        PinText text = new();
        pin = null;
        try
        {
            Fill(parsed, input, question, text);
            ExitCode code = Judge(text, input.Context);
            pin = code == ExitCode.Done ? text : null;
            return code;
        }
        catch (Exception fault) when (fault is IOException or NotSupportedException or UnauthorizedAccessException)
        {
            return input.Context.Report.Fail(ExitCode.Undetermined, [input.Context.Language.Pick($"{_descriptor.Name} cannot be read: {fault.GetType().Name}.", $"{_descriptor.Name} を読めません: {fault.GetType().Name}")]);
        }
        finally
        {
            if (pin is null)
            {
                text.Dispose();
            }
        }
    }

    private static ExitCode Judge(PinText pin, VerbContext context) => (pin.IsCut, pin.IsEmpty) switch
    {
        (true, _) => context.Report.Fail(ExitCode.Refused, [context.Language.Pick(
            "What came in is longer than any PIN; the card was not asked.", "入力がどの暗証番号よりも長いため中止しました。カードには照合していません。")]),
        (_, true) => context.Report.Fail(ExitCode.Undetermined, [context.Language.Pick("No PIN came in.", "暗証番号が入力されませんでした。")]),
        _ => ExitCode.Done,
    };

    private void Fill(ParseResult parsed, PinInput input, string question, PinText pin)
    {
        if (parsed.GetValue(_descriptor) is { } descriptor)
        {
            input.ReadLine(descriptor, pin);
        }
        else if (parsed.GetValue(_variable) is { } name)
        {
            foreach (char character in input.Context.Streams.ReadVariable(name) ?? string.Empty)
            {
                pin.Append(character);
            }
        }
        else
        {
            input.Ask(question, pin);
        }
    }

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex VariableName();
}
