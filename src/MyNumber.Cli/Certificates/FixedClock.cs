namespace MyNumber.Cli.Certificates;

/// <summary>A clock that stands at the instant that the user asked about.</summary>
internal sealed class FixedClock(DateTimeOffset instant) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => instant;
}
