using System.CommandLine;
using MyNumber.Card;
using MyNumber.Card.Channels;
using MyNumber.Cli.Cards;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Verbs;

/// <summary><c>card list</c>: the readers, and whether a card is in.</summary>
internal sealed class CardListVerb(ICardReaderSource source) : IVerb
{
    public Command Describe() => new("list", "List the card readers. Exit codes: 0 at least one reader; 3 none, or PC/SC cannot be asked.");

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        try
        {
            IReadOnlyList<ICardReader> readers = source.List();
            for (int i = 0; i < readers.Count; i++)
            {
                Tell(i, readers[i].Name, readers[i].IsCardPresent, context);
            }

            return readers.Count > 0 ? ExitCode.Done : context.Report.Fail(ExitCode.Undetermined, [CardFaults.Sentence(CardFaults.NoReader, context.Language)]);
        }
        catch (CardException fault)
        {
            return CardFaults.Tell(fault, context);
        }
    }

    private static void Tell(int index, string name, bool hasCard, VerbContext context)
    {
        string state = hasCard ? context.Language.Pick("card present", "カードあり") : context.Language.Pick("no card", "カードなし");
        context.Report.Answer(FormattableString.Invariant($"{index}: {name}: {state}"), writer =>
        {
            writer.WriteNumber("index", index);
            writer.WriteString("reader", name);
            writer.WriteBoolean("card", hasCard);
        });
    }
}
