namespace MyNumber.Cli.Tests.Authorities;

/// <summary>A clock that stands; waits take their real time.</summary>
internal sealed class StandingTime(DateTimeOffset instant) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => instant;
}
