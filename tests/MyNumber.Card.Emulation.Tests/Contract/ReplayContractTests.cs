using MyNumber.Card.Emulation.Readers;
using MyNumber.Card.Emulation.Replay;
using MyNumber.Card.Sessions;
using MyNumber.CardContract;

namespace MyNumber.Card.Emulation.Tests.Contract;

/// <summary>The contract over a transcript: each dialogue is recorded once, redacted, written, read back and played with no card.</summary>
public sealed class ReplayContractTests : CardContractTests
{
    protected override async Task RunAsync(Func<CardSession, CardTruth, Task> dialogue)
    {
        using EmulatedCard card = LabCardFactory.Create();
        CardTruth synthetic = CardTruth.OfReplay(card);
        byte[] lines = await RecordAsync(card, dialogue);
        using CardSession session = CardSession.Open(new ReplayReader(Transcript.Parse(lines)).Connect());
        await dialogue(session, synthetic);
    }

    private static async Task<byte[]> RecordAsync(EmulatedCard card, Func<CardSession, CardTruth, Task> dialogue)
    {
        EmulatedReader reader = new();
        reader.Insert(card);
        using Recording recording = new();
        using (CardSession session = CardSession.Open(new RecordingReader(reader, recording).Connect()))
        {
            await dialogue(session, CardTruth.Of(card));
        }

        return Transcript.Redact(recording).ToUtf8JsonLines();
    }
}
