using System.CommandLine;
using MyNumber.Card.Channels;
using MyNumber.Card.Pins;
using MyNumber.Cli.Cards;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Verbs;

/// <summary><c>card change-pin WHICH</c>: a new PIN for one of the holder's four.</summary>
internal sealed class CardChangePinVerb : IVerb
{
    private readonly CardOptions _card;
    private readonly PinEntry _pin = new();
    private readonly PinOptions _new = new("new-pin", "the new PIN");
    private readonly Argument<string> _which = new("WHICH") { HelpName = "WHICH", Description = $"One of: {string.Join(", ", PinName.OfHolder.Select(name => name.Name))}." };

    public CardChangePinVerb(ICardReaderSource source)
    {
        _card = new CardOptions(source);
        _which.AcceptOnlyFromAmong([.. PinName.OfHolder.Select(name => name.Name)]);
    }

    public Command Describe()
    {
        Command command = new("change-pin", "Change one of the holder's PINs. Exit codes: 0 changed; 1 refused, nothing was changed; 2 the command line is wrong; 3 no answer.") { _which };
        _pin.AddTo(command);
        _new.AddTo(command);
        _card.AddTo(command);
        return command;
    }

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        if ((_pin.Contradiction(parsed, context) ?? _new.Contradiction(parsed, context)) is { } fault)
        {
            return context.Report.Fail(ExitCode.Usage, [fault]);
        }

        return _card.TryChoose(parsed, context, out ICardReader reader, out ExitCode code) ? Change(parsed, context, reader) : code;
    }

    private ExitCode Change(ParseResult parsed, VerbContext context, ICardReader reader)
    {
        PinName which = PinName.OfHolder.First(name => name.Name == parsed.GetValue(_which));
        using PinInput input = new(context);
        using CardPin? current = _pin.Read(parsed, input, which);
        if (current is null)
        {
            return ExitCode.Undetermined;
        }

        if (!TryReadNew(parsed, input, which, out CardPin? replacement, out ExitCode code))
        {
            return code;
        }

        using (replacement)
        {
            return CardOptions.Run(reader, context, card => PinReplacement.RunAsync(card, which, current, replacement!, _pin.LastTry(parsed)));
        }
    }

    private bool TryReadNew(ParseResult parsed, PinInput input, PinName which, out CardPin? replacement, out ExitCode code)
    {
        (replacement, code) = (null, ExitCode.Undetermined);
        Language language = input.Context.Language;
        string question = $"{which.In(language)} {language.Pick("(new)", "(新)")}";
        using PinText? first = _new.Read(parsed, input, question);
        if (first is null)
        {
            return false;
        }

        // What was typed unseen is typed twice.
        using PinText? second = _new.IsAsked(parsed) ? _new.Read(parsed, input, $"{question} {language.Pick("again", "もう一度")}") : null;
        if (_new.IsAsked(parsed) && second is null)
        {
            return false;
        }

        if (second is not null && !second.Is(first))
        {
            code = input.Context.Report.Fail(ExitCode.Refused, [language.Pick("The two entries differ; nothing was changed.", "二回の入力が一致しません。変更していません。")]);
            return false;
        }

        replacement = first.ToPin();
        return true;
    }
}
