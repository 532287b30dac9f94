using MyNumber.Card.Pcsc;
using MyNumber.Card.Sessions;
using MyNumber.CardContract;
using MyNumber.PcscTests.Harness;

namespace MyNumber.PcscTests.Contract;

/// <summary>The contract over PC/SC: client library, pcscd, vpcd, virtual reader, emulated card.</summary>
[Collection(PcscCollection.Name)]
public sealed class PcscContractTests(PcscDaemon daemon) : CardContractTests
{
    protected override async Task RunAsync(Func<CardSession, CardTruth, Task> dialogue)
    {
        TestCard card = new();
        card.Card.TryLoadFreeArea(LabCardFactory.Slot()).ShouldBeTrue();
        await using CardInReader inReader = await CardInReader.InsertAsync(daemon, card);
        PcscReader reader = new PcscReaders().Named(PcscDaemon.FirstReader);
        using CardSession session = CardSession.Open(reader.Connect());
        await dialogue(session, CardTruth.Of(card.Card));
    }
}
