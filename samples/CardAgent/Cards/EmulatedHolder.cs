using MyNumber.Card.Channels;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Testing;
using MyNumber.Testing.Hosting;

namespace CardAgent.Cards;

/// <summary>An invented person's card in memory. The same seed and person in the same month give the same certificates byte for byte, so a bank on the emulated environment knows them.</summary>
internal sealed class EmulatedHolder : ICardHolder
{
    private readonly EmulatedCards _cards;
    private readonly LabHolder _holder;

    /// <summary>Makes the cards of a seed up to one person's.</summary>
    public EmulatedHolder(int seed, int person, TimeProvider clock)
    {
        _cards = new EmulatedCards(new EmulatorOptions { Seed = seed, Persons = person + 1 }, clock);
        _holder = _cards.Holders[person];
    }

    public ICardReader Reader => _holder.Reader;

    public bool IsEmulated => true;

    // The PINs follow from the seed and belong to nobody; without them the card is of no use. They are told here once, before anybody asks, and never on a page or in the log.
    public IReadOnlyList<string> Introduction =>
    [
        "模擬のカードです。人も暗証番号も架空です (an emulated card: person and PINs are invented)",
        $"  利用者証明用 暗証番号 (PIN of user authentication): {_holder.Person.Card.Pins.Reveal(CardPinKind.UserAuthentication)}",
        $"  署名用 暗証番号 (password of the signature): {_holder.Person.Card.Pins.Reveal(CardPinKind.Signature)}",
    ];

    public void Dispose() => _cards.Dispose();
}
