using System.CommandLine;
using MyNumber.Card.Channels;
using MyNumber.Card.Pins;
using MyNumber.Cli.Cards;
using MyNumber.Cli.Cards.Reads;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Verbs;

/// <summary><c>card read WHAT</c>: what the card holds, after the PIN or matching number that opens it.</summary>
internal sealed class CardReadVerb : IVerb
{
    private static readonly string[] _keys = [.. CardRead.All.SelectMany(read => read.Keys).Select(key => key.Name).Distinct()];

    private readonly TimeProvider _clock;
    private readonly CardOptions _card;
    private readonly PinEntry _pin = new();
    private readonly Argument<string> _what = new("WHAT") { HelpName = "WHAT", Description = $"One of: {string.Join(", ", CardRead.All.Select(read => read.Name))}." };
    private readonly Option<string?> _by = new("--by") { Description = $"What opens it, where there is a choice: {string.Join(", ", _keys)}.", HelpName = "KEY" };
    private readonly Option<string?> _out = new("--out") { Description = "A new file (face: a folder) for a certificate or for images.", HelpName = "PATH" };
    private readonly Option<bool> _reveal = new("--reveal") { Description = "Write in clear what number and age mask: the individual number, the birth date. attributes writes all four in clear without it." };
    private readonly Option<int?> _reaches = new("--reaches") { Description = "Only with age: tell whether the holder has reached this age, and nothing else.", HelpName = "YEARS" };

    public CardReadVerb(ICardReaderSource source, TimeProvider clock)
    {
        (_card, _clock) = (new CardOptions(source), clock);
        _what.AcceptOnlyFromAmong([.. CardRead.All.Select(read => read.Name)]);
        _by.AcceptOnlyFromAmong(_keys);
    }

    public Command Describe()
    {
        Command command = new("read", "Read from the card. Exit codes: 0 read (age: reached); 1 refused (age: not reached); 2 the command line is wrong; 3 no answer.") { _what, _by, _out, _reveal, _reaches };
        _pin.AddTo(command);
        _card.AddTo(command);
        return command;
    }

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        CardRead read = CardRead.All.First(row => row.Name == parsed.GetValue(_what));
        PinName? key = parsed.GetValue(_by) is { } by ? read.Keys.FirstOrDefault(one => one.Name == by) : read.IsFreeAtFirst ? null : read.Keys.FirstOrDefault();
        if (Contradiction(parsed, context, read, key) is { } fault)
        {
            return context.Report.Fail(ExitCode.Usage, [fault]);
        }

        if (!PrivateFile.IsFree(read.Name == "face" ? null : parsed.GetValue(_out), context))
        {
            return ExitCode.Undetermined;
        }

        return _card.TryChoose(parsed, context, out ICardReader reader, out ExitCode code) ? Read(parsed, context, read, key, reader) : code;
    }

    private ExitCode Read(ParseResult parsed, VerbContext context, CardRead read, PinName? key, ICardReader reader)
    {
        using PinInput input = new(context);
        CardPin? pin = null;
        ExitCode code = key is null ? ExitCode.Done : _pin.Read(parsed, input, key, out pin);
        using CardPin? owned = pin;
        return code != ExitCode.Done ? code : CardOptions.Run(reader, context, card => read.ReadAsync(new ReadJob(card.Session, context)
        {
            By = key,
            Pin = pin,
            LastTry = _pin.LastTry(parsed),
            Reveal = parsed.GetValue(_reveal),
            Reaches = parsed.GetValue(_reaches),
            Out = parsed.GetValue(_out),
            Today = JapanTime.Today(_clock),
        }));
    }

    private string? Contradiction(ParseResult parsed, VerbContext context, CardRead read, PinName? key) => (parsed.GetValue(_by), parsed.GetValue(_reaches)) switch
    {
        (not null, _) when key is null => WrongKey(read, context.Language),
        (_, not null) when read.Name != "age" => context.Language.Pick("--reaches is for age only.", "--reaches は age だけに使えます。"),
        (_, < 0 or > 150) => context.Language.Pick("--reaches is 0 to 150.", "--reaches は0以上150以下です。"),
        _ when read.NeedsPlace && parsed.GetValue(_out) is null => context.Language.Pick("Images need --out.", "画像には --out が必要です。"),
        _ => key is null ? null : _pin.Contradiction(parsed, context),
    };

    private static string WrongKey(CardRead read, Language language)
    {
        string keys = string.Join(", ", read.Keys.Select(key => key.Name));
        return read.Keys.Count == 0
            ? language.Pick($"{read.Name} is free to read: leave --by out.", $"{read.Name} は暗証番号なしで読み取れます。--by は指定できません。")
            : language.Pick($"{read.Name} is opened --by one of: {keys}.", $"{read.Name} に使える --by: {keys}");
    }
}
