using MyNumber.Card.Channels;
using MyNumber.Card.Emulation.Faults;
using MyNumber.Card.Emulation.Readers;
using MyNumber.Testing;

namespace MyNumber.Card.Emulation.Tests.Faults;

public sealed class FaultDelayTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly byte[] SelectJpki = Convert.FromHexString(Terminal.SelectJpki);
    private static readonly byte[] Probe = Convert.FromHexString("00200098");
    private static readonly FaultScript Slow = FaultScript.Of(FaultTrigger.At(2), FaultAction.Delay(TimeSpan.FromSeconds(5)));

    private readonly Terminal _terminal = new();
    private readonly EmulatedReader _reader = new();

    public FaultDelayTests() => _reader.Insert(_terminal.Card);

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task A_command_waits_until_the_clock_was_moved_far_enough()
    {
        ManualTimeProvider clock = new(Start);
        using ICardConnection connection = new FaultReader(_reader, Slow, clock).Connect();
        await connection.TransmitAsync(SelectJpki, new byte[258]);
        byte[] response = new byte[258];
        Task<int> waiting = connection.TransmitAsync(Probe, response).AsTask();
        clock.Advance(TimeSpan.FromSeconds(4.999));
        waiting.IsCompleted.ShouldBeFalse();
        _terminal.Card.Decisions.Count.ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds(0.001));
        (await waiting).ShouldBe(2);
        Convert.ToHexString(response.AsSpan(0, 2)).ShouldBe("63C3");
    }

    [Fact]
    public async Task A_command_cancelled_while_it_waits_never_reaches_the_card()
    {
        ManualTimeProvider clock = new(Start);
        using ICardConnection connection = new FaultReader(_reader, Slow, clock).Connect();
        await connection.TransmitAsync(SelectJpki, new byte[258]);
        using CancellationTokenSource source = new();
        Task<int> waiting = connection.TransmitAsync(Probe, new byte[258], source.Token).AsTask();
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
        _terminal.Card.Decisions.Count.ShouldBe(1);
    }

    [Fact]
    public void The_synchronous_way_waits_by_the_same_clock()
    {
        AtOnce clock = new();
        using ICardConnection connection = new FaultReader(_reader, Slow, clock).Connect();
        connection.Transmit(SelectJpki, new byte[258]);
        clock.Waited.ShouldBe(TimeSpan.Zero);
        connection.Transmit(Probe, new byte[258]).ShouldBe(2);
        clock.Waited.ShouldBe(TimeSpan.FromSeconds(5));
    }

    /// <summary>A clock on which every timer is due at once, and which adds up what was asked for.</summary>
    private sealed class AtOnce : TimeProvider
    {
        public TimeSpan Waited { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waited += dueTime;
            callback(state);
            return new ManualTimeProvider(Start).CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
