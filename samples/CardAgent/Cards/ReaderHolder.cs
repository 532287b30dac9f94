using MyNumber.Card.Channels;
using MyNumber.Card.Pcsc;

namespace CardAgent.Cards;

/// <summary>A person's own card in a reader of this machine, over PC/SC.</summary>
internal sealed class ReaderHolder : ICardHolder
{
    private ReaderHolder(ICardReader reader) => Reader = reader;

    public ICardReader Reader { get; }

    public bool IsEmulated => false;

    public IReadOnlyList<string> Introduction => [$"カードリーダー (reader): {Reader.Name}", "本物のカードでは、本物の電子署名ができます (a real card makes real signatures)"];

    /// <summary>Takes a reader by its name, or the first one, one with a card before others.</summary>
    /// <returns>The holder, or <see langword="null"/> when there is no such reader.</returns>
    /// <exception cref="MyNumber.Card.Pcsc.Errors.PcscException">PC/SC cannot be asked.</exception>
    public static ReaderHolder? Find(string name, TimeProvider clock)
    {
        PcscReaders readers = new(clock);
        IReadOnlyList<PcscReader> all = readers.List();
        PcscReader? found = name.Length == 0 ? readers.FindWithCard() ?? all.FirstOrDefault() : all.FirstOrDefault(reader => reader.Name == name);
        return found is null ? null : new ReaderHolder(found);
    }

    /// <summary>The readers that are connected now.</summary>
    /// <exception cref="MyNumber.Card.Pcsc.Errors.PcscException">PC/SC cannot be asked.</exception>
    public static IEnumerable<string> Names() => new PcscReaders().List().Select(reader => reader.Name);

    public void Dispose()
    {
    }
}
