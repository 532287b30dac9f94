using System.Threading.Channels;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Revocation.Crl.Download;

/// <summary>A clock moved by hand that tells when something begins to wait on it, so that a test never moves it too soon.</summary>
internal sealed class ListeningClock(ManualTimeProvider clock) : TimeProvider
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>How long each wait is, in the order in which they began.</summary>
    public ChannelReader<TimeSpan> Waits => _waits.Reader;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = clock.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }
}
