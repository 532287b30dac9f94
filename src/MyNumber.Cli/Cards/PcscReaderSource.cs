using MyNumber.Card.Channels;
using MyNumber.Card.Pcsc;

namespace MyNumber.Cli.Cards;

/// <summary>The readers of the machine, over PC/SC.</summary>
internal sealed class PcscReaderSource : ICardReaderSource
{
    public IReadOnlyList<ICardReader> List() => new PcscReaders().List();
}
