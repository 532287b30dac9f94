using System.Threading.RateLimiting;

namespace BankPortal.Bounds;

/// <summary>Lets a number of steps pass at once, and then one in each interval (leaky bucket as a meter, ITU-T I.371 GCRA), by the host's clock; the platform's own limiters know no <see cref="TimeProvider"/>.</summary>
/// <remarks>Thread safe. Nobody waits in it.</remarks>
internal sealed class StepBucket(int most, TimeSpan interval, TimeProvider clock) : RateLimiter
{
    private readonly Lock _gate = new();
    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _emptyAt; // when all that was taken will have run out

    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_gate)
            {
                return clock.GetElapsedTime(_start) - _emptyAt is { Ticks: >= 0 } idle ? idle : null;
            }
        }
    }

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_gate)
        {
            TimeSpan now = clock.GetElapsedTime(_start);
            TimeSpan emptyAt = (_emptyAt > now ? _emptyAt : now) + interval * permitCount;
            if (emptyAt - now > interval * most)
            {
                return Lease.Refused;
            }

            _emptyAt = emptyAt;
            return Lease.Granted;
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => ValueTask.FromResult(AttemptAcquireCore(permitCount));

    private sealed class Lease(bool isAcquired) : RateLimitLease
    {
        public static readonly Lease Granted = new(true), Refused = new(false);

        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
