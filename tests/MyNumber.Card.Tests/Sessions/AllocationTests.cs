using MyNumber.Card.Apdu;
using MyNumber.Card.Channels;
using MyNumber.Card.Sessions;

namespace MyNumber.Card.Tests.Sessions;

/// <summary>No allocation per command, through the decorators that <see cref="CardSession.Open(ICardConnection, IApduTraceSink)"/> adds.</summary>
public sealed class AllocationTests
{
    private const int Rounds = 1000;
    private static readonly CardFileId File = new(0x0001);
    private readonly byte[] _room = new byte[256];
    private readonly CardSession _session = CardSession.Open(new StubChannel());

    [Fact]
    public void Synchronous_commands_allocate_nothing() => Allocated(() =>
    {
        _session.TrySelectApplication(CardApplicationId.Common);
        _session.SelectFile(File);
        _session.ReadBinary(0, _room);
        _session.ReadRecord(1, _room);
        _session.GetChallenge(_room);
    }).ShouldBe(0);

    [Fact]
    public void Asynchronous_commands_allocate_nothing_on_a_channel_that_completes_at_once() => Allocated(() =>
    {
        _session.SelectFileAsync(File).GetAwaiter().GetResult();
        _session.ReadBinaryAsync(0, _room).GetAwaiter().GetResult();
        _session.ReadRecordAsync(1, _room).GetAwaiter().GetResult();
        _session.GetChallengeAsync(_room).GetAwaiter().GetResult();
    }).ShouldBe(0);

    private static long Allocated(Action round)
    {
        for (int i = 0; i < Rounds; i++)
        {
            round();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Rounds; i++)
        {
            round();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed class StubChannel : ICardConnection
    {
        public ReadOnlyMemory<byte> AnswerToReset => default;

        public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
        {
            int length = command[1] == 0xA4 ? 0 : 256;
            (response[length], response[length + 1]) = (0x90, 0x00);
            return length + 2;
        }

        public ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default) =>
            new(Transmit(command.Span, response.Span));

        public void Dispose()
        {
        }
    }
}
