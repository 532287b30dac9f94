using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Emulation.Readers;
using MyNumber.Card.Sessions;
using MyNumber.Jpki.Authority.Issuing;

namespace CardCounter;

/// <summary>A card in the holder's hand, and the reader that it is laid on.</summary>
internal sealed class IssuedCard : IDisposable
{
    public IssuedCard(EmulatedCard chip, CardFace face)
    {
        Chip = chip;
        Face = face;
        Reader.Insert(chip);
    }

    public EmulatedCard Chip { get; }

    /// <summary>What is printed on it.</summary>
    public CardFace Face { get; }

    public EmulatedReader Reader { get; } = new();

    public CardCertificates? Certificates { get; set; }

    /// <summary>Lays the card on the reader and opens a session; its end powers the card down.</summary>
    public CardSession Open() => CardSession.Open(Reader.Connect());

    public void Dispose()
    {
        Reader.Remove();
        Chip.Dispose();
    }
}
