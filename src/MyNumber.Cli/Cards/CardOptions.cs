using System.CommandLine;
using System.Globalization;
using MyNumber.Card;
using MyNumber.Card.Channels;
using MyNumber.Card.Sessions;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Cards;

/// <summary>What the verbs over a card share: which reader, and the session with the card in it.</summary>
/// <param name="source">The readers.</param>
/// <param name="otherwise">Which of them are meant without a word of the user's, for the help.</param>
internal sealed class CardOptions(ICardReaderSource source, string otherwise = "the one that holds a card")
{
    private readonly Option<string?> _reader = new("--reader")
    {
        Description = $"The reader: its number in card list, its name, or a part that only it has. Without the option {otherwise}.",
        HelpName = "READER",
    };

    public void AddTo(Command command) => command.Options.Add(_reader);

    /// <summary>The readers that the user means: those that fit, or without a word of the user's all.</summary>
    public IReadOnlyList<ICardReader> Meant(ParseResult parsed, IReadOnlyList<ICardReader> all) => parsed.GetValue(_reader) is { } wanted ? Named(all, wanted) : all;

    /// <summary>Finds the reader, or says why there is none.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="context">Where it is said.</param>
    /// <param name="reader">The reader; it may be empty when it was named.</param>
    /// <param name="code">What the verb ends with when there is none.</param>
    public bool TryChoose(ParseResult parsed, VerbContext context, out ICardReader reader, out ExitCode code)
    {
        (reader, code) = (null!, ExitCode.Done);
        try
        {
            IReadOnlyList<ICardReader> all = source.List();
            IReadOnlyList<ICardReader> fitting = parsed.GetValue(_reader) is { } wanted ? Named(all, wanted) : [.. all.Where(one => one.IsCardPresent)];
            code = fitting.Count == 1 ? ExitCode.Done : Refuse(all, fitting, parsed.GetValue(_reader) is not null, context);
            reader = fitting.Count == 1 ? fitting[0] : reader;
        }
        catch (CardException fault)
        {
            code = CardFaults.Tell(fault, context);
        }

        return reader is not null;
    }

    /// <summary>Powers the card up, does the work, powers it down.</summary>
    public static ExitCode Run(ICardReader reader, VerbContext context, Func<CardAtHand, Task<ExitCode>> work)
    {
        try
        {
            ICardConnection connection = reader.Connect();
            using CardSession session = CardSession.Open(connection);
            return work(new CardAtHand(reader.Name, connection.AnswerToReset, session, context)).GetAwaiter().GetResult();
        }
        catch (CardException fault)
        {
            return CardFaults.Tell(fault, context);
        }
    }

    /// <summary>Both steps, for a verb that needs no PIN.</summary>
    public ExitCode Run(ParseResult parsed, VerbContext context, Func<CardAtHand, Task<ExitCode>> work) =>
        TryChoose(parsed, context, out ICardReader reader, out ExitCode code) ? Run(reader, context, work) : code;

    private static IReadOnlyList<ICardReader> Named(IReadOnlyList<ICardReader> all, string wanted)
    {
        if (int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out int index))
        {
            return index < all.Count ? [all[index]] : [];
        }

        ICardReader? exact = all.FirstOrDefault(one => one.Name == wanted);
        return exact is not null ? [exact] : [.. all.Where(one => one.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase))];
    }

    private static ExitCode Refuse(IReadOnlyList<ICardReader> all, IReadOnlyList<ICardReader> fitting, bool isNamed, VerbContext context) => (all.Count, fitting.Count, isNamed) switch
    {
        (0, _, _) => context.Report.Fail(ExitCode.Undetermined, [CardFaults.Sentence(CardFaults.NoReader, context.Language)]),
        (_, 0, true) => context.Report.Fail(ExitCode.Undetermined, [context.Language.Pick("No reader fits --reader; see mynumber card list.", "--reader に合うリーダーがありません。mynumber card list を参照してください。")]),
        (_, 0, false) => context.Report.Fail(ExitCode.Undetermined, [CardFaults.Sentence(CardFaults.NoCard, context.Language)]),
        (_, _, true) => context.Report.Fail(ExitCode.Usage, [context.Language.Pick("Several readers fit --reader; see mynumber card list.", "--reader に複数のリーダーが合います。mynumber card list を参照してください。")]),
        _ => context.Report.Fail(ExitCode.Usage, [context.Language.Pick("Several readers hold a card; choose one by --reader.", "複数のリーダーにカードがあります。--reader で選んでください。")]),
    };
}
