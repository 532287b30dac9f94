using MyNumber.Cli.Cards;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Verbs;

/// <summary>The verbs over a card, with readers of the caller's choice.</summary>
internal static class CardVerbs
{
    public static IVerb Group(ICardReaderSource source, TimeProvider clock) => new VerbGroup("card", "card", "Read and use an Individual Number Card (個人番号カード) in a reader.",
    [
        new CardListVerb(source),
        new CardInfoVerb(source),
        new CardPinsVerb(source),
        new CardReadVerb(source, clock),
        new CardSignVerb(source),
        new CardChangePinVerb(source),
        new CardDoctorVerb(source),
    ]);
}
