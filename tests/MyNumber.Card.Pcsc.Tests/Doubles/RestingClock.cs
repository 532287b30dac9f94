using System.Threading.Channels;
using MyNumber.Testing;

namespace MyNumber.Card.Pcsc.Tests.Doubles;

/// <summary>A clock that a test moves, and that tells when somebody begins to wait by it.</summary>
internal sealed class RestingClock : TimeProvider
{
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly Channel<TimeSpan> _rests = Channel.CreateUnbounded<TimeSpan>();
    private bool _isSeen;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = _clock.CreateTimer(callback, state, dueTime, period);
        _rests.Writer.TryWrite(dueTime);
        return timer;
    }

    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

    public override long GetTimestamp() => _clock.GetTimestamp();

    /// <summary>Awaits the next rest and looks at its length.</summary>
    public async Task AwaitRest(TimeSpan expected)
    {
        if (!_isSeen)
        {
            (await _rests.Reader.ReadAsync().AsTask().Soon()).ShouldBe(expected);
        }

        _isSeen = true;
    }

    /// <summary>Awaits the next rest and lets its time go by.</summary>
    public async Task Rest(TimeSpan expected)
    {
        await AwaitRest(expected);
        _isSeen = false;
        _clock.Advance(expected);
    }
}
