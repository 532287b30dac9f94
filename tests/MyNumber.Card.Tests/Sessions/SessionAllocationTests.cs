using MyNumber.Card.Apdu;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Readers;
using MyNumber.Card.Sessions;
using MyNumber.CardContract;

namespace MyNumber.Card.Tests.Sessions;

public sealed class SessionAllocationTests
{
    private static readonly CardFileId _token = new(0x0006);
    private readonly byte[] _destination = new byte[256];

    [Theory]
    [InlineData("READ BINARY")]
    [InlineData("READ BINARY, asynchronous")]
    [InlineData("SELECT file")]
    [InlineData("SELECT file, asynchronous")]
    [InlineData("GET CHALLENGE")]
    public void Command_without_cryptography_allocates_nothing(string description)
    {
        using EmulatedCard card = LabCardFactory.Create();
        EmulatedReader reader = new();
        reader.Insert(card);
        using CardSession session = CardSession.Open(reader.Connect());
        session.TrySelectApplication(CardApplicationId.Jpki).ShouldBeTrue();
        session.SelectFile(_token);
        Send(session, description);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            Send(session, description);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0, description);
    }

    private void Send(CardSession session, string command)
    {
        switch (command)
        {
            case "READ BINARY":
                session.ReadBinary(0, _destination.AsSpan(0, 32));
                break;
            case "READ BINARY, asynchronous":
                session.ReadBinaryAsync(0, _destination.AsMemory(0, 32)).IsCompletedSuccessfully.ShouldBeTrue();
                break;
            case "SELECT file":
                session.SelectFile(_token);
                break;
            case "SELECT file, asynchronous":
                session.SelectFileAsync(_token).IsCompletedSuccessfully.ShouldBeTrue();
                break;
            default:
                session.GetChallenge(_destination.AsSpan(0, 8));
                break;
        }
    }
}
