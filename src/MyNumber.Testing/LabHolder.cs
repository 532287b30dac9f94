using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Emulation.Readers;
using MyNumber.Card.Pins;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Testing.People;

namespace MyNumber.Testing;

/// <summary>An invented person who holds a card, with the card in a reader of its own.</summary>
/// <remarks>The world that made it owns card and keys. <see cref="ToString"/> is masked.</remarks>
public sealed class LabHolder
{
    internal LabHolder(SyntheticPerson person, EmulatedCard card, EmulatedReader reader, CardCertificates certificates)
    {
        Person = person;
        Card = card;
        Reader = reader;
        Certificates = certificates;
    }

    /// <summary>The person as the card knows it.</summary>
    public SyntheticPerson Person { get; }

    /// <summary>The card.</summary>
    public EmulatedCard Card { get; }

    /// <summary>The reader with the card in it.</summary>
    public EmulatedReader Reader { get; }

    /// <summary>The certificates on the card.</summary>
    public CardCertificates Certificates { get; }

    /// <summary>The holder types a PIN.</summary>
    /// <param name="kind">Which of the four.</param>
    /// <returns>The PIN; the caller disposes it.</returns>
    public CardPin TypePin(CardPinKind kind) => CardPin.Copy(Person.Card.Pins.Reveal(kind));

    /// <summary>A mask; nothing of the person is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "LabHolder(***)";
}
