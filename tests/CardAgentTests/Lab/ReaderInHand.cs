using CardAgent.Cards;
using MyNumber.Card.Channels;

namespace CardAgentTests.Lab;

/// <summary>A reader that a test owns.</summary>
internal sealed class ReaderInHand(ICardReader reader) : ICardHolder
{
    public ICardReader Reader => reader;

    public bool IsEmulated => true;

    public IReadOnlyList<string> Introduction => [];

    public void Dispose()
    {
    }
}
