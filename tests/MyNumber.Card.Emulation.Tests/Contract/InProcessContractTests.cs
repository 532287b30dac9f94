using MyNumber.Card.Emulation.Readers;
using MyNumber.Card.Sessions;
using MyNumber.CardContract;

namespace MyNumber.Card.Emulation.Tests.Contract;

/// <summary>The contract over the emulator, with nothing in between.</summary>
public sealed class InProcessContractTests : CardContractTests
{
    protected override async Task RunAsync(Func<CardSession, CardTruth, Task> dialogue)
    {
        using EmulatedCard card = LabCardFactory.Create();
        EmulatedReader reader = new();
        reader.Insert(card);
        using CardSession session = CardSession.Open(reader.Connect());
        await dialogue(session, CardTruth.Of(card));
    }
}
