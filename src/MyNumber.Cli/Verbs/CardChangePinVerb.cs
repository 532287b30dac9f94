using System.CommandLine;
using MyNumber.Card.Channels;
using MyNumber.Card.Pins;
using MyNumber.Cli.Cards;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Verbs;

/// <summary><c>card change-pin WHICH</c>: a new PIN for one of the holder's four, or for a half of one.</summary>
internal sealed class CardChangePinVerb : IVerb
{
    private readonly CardOptions _card;
    private readonly PinEntry _pin = new();
    private readonly PinOptions _new = new("new-pin", "the new PIN");
    private readonly Argument<string> _which = new("WHICH") { HelpName = "WHICH", Description = $"One of: {string.Join(", ", PinName.Changeable.Select(name => name.Name))}. residence is both halves of that PIN; the last two are one half, for a card on which only one was changed." };

    public CardChangePinVerb(ICardReaderSource source)
    {
        _card = new CardOptions(source);
        _which.AcceptOnlyFromAmong([.. PinName.Changeable.Select(name => name.Name)]);
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
        PinName which = PinName.Changeable.First(name => name.Name == parsed.GetValue(_which));
        using PinInput input = new(context);
        ExitCode code = _pin.Read(parsed, input, which, out CardPin? current);
        using (current)
        {
            if (code != ExitCode.Done || !TryReadNew(parsed, input, which, out CardPin? replacement, out code))
            {
                return code;
            }

            using (replacement)
            {
                return CardOptions.Run(reader, context, card => PinReplacement.RunAsync(card, which, current!, replacement!, _pin.LastTry(parsed)));
            }
        }
    }

    private bool TryReadNew(ParseResult parsed, PinInput input, PinName which, out CardPin? replacement, out ExitCode code)
    {
        replacement = null;
        Language language = input.Context.Language;
        string question = $"{which.In(language)} {language.Pick("(new)", "(新)")}";
        code = _new.Read(parsed, input, question, out PinText? first);
        using (first)
        {
            if (code == ExitCode.Done && _new.IsAsked(parsed))
            {
                code = ReadAgain(parsed, input, $"{question} {language.Pick("again", "もう一度")}", first!);
            }

            replacement = code == ExitCode.Done ? first!.ToPin() : null;
            return replacement is not null;
        }
    }

    /// <summary>What was typed unseen is typed twice.</summary>
    private ExitCode ReadAgain(ParseResult parsed, PinInput input, string question, PinText first)
    {
        ExitCode code = _new.Read(parsed, input, question, out PinText? second);
        using (second)
        {
            return code != ExitCode.Done || second!.Is(first)
                ? code
                : input.Context.Report.Fail(ExitCode.Refused, [input.Context.Language.Pick("The two entries differ; nothing was changed.", "二回の入力が一致しません。変更していません。")]);
        }
    }
}
