using System.CommandLine;
using MyNumber.Card.Applications.WholeCard;
using MyNumber.Cli.Cards;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Verbs;

/// <summary><c>card pins</c>: the tries left of every reference; asking spends none.</summary>
internal sealed class CardPinsVerb(ICardReaderSource source) : IVerb
{
    private readonly CardOptions _card = new(source);

    public Command Describe()
    {
        Command command = new("pins", "Tell how many tries each PIN has left; none is spent. Exit codes: 0 told; 2 the command line is wrong; 3 no answer.");
        _card.AddTo(command);
        return command;
    }

    public ExitCode Run(ParseResult parsed, VerbContext context) => _card.Run(parsed, context, TellAsync);

    private static async Task<ExitCode> TellAsync(CardAtHand card)
    {
        PinOverview pins = await PinOverview.ReadAsync(card.Session, [.. PinName.All.Select(name => name.Reference)], card.Context.Cancellation).ConfigureAwait(false);
        foreach (PinName name in PinName.All)
        {
            Tell(name, pins[name.Reference], card.Context);
        }

        return ExitCode.Done;
    }

    private static void Tell(PinName name, PinOverviewEntry entry, VerbContext context) =>
        context.Report.Answer($"{name.In(context.Language)}: {Sentence(entry, context.Language)}", writer =>
        {
            writer.WriteString("pin", name.Name);
            writer.WriteString("state", StateOf(entry));
            CardJson.Number(writer, "triesLeft", entry.Status.TriesLeft);
        });

    private static string StateOf(PinOverviewEntry entry) => entry.Presence switch
    {
        PinPresence.Present => entry.Status.IsBlocked ? "blocked" : entry.Status.IsVerified ? "verified" : "ready",
        PinPresence.ApplicationAbsent => "noApplication",
        PinPresence.ReferenceAbsent => "none",
        _ => "refused",
    };

    private static string Sentence(PinOverviewEntry entry, Language language) => (entry.Presence, entry.Status.TriesLeft) switch
    {
        (PinPresence.Present, 0) => language.Pick("blocked; only the municipal office unblocks it", "ロックされています。市区町村の窓口で初期化が必要です"),
        (PinPresence.Present, { } left) => language.Pick(FormattableString.Invariant($"tries left: {left}"), FormattableString.Invariant($"残り {left} 回")),
        (PinPresence.Present, null) => language.Pick("no count told", "回数は示されません"),
        (PinPresence.ApplicationAbsent or PinPresence.ReferenceAbsent, _) => language.Pick("not on this card", "このカードにはありません"),
        _ => language.Pick("the card does not tell", "カードが応答しません"),
    };
}
