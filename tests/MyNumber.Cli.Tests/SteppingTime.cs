namespace MyNumber.Cli.Tests;

/// <summary>A clock that goes on by a millisecond each time somebody looks.</summary>
internal sealed class SteppingTime : TimeProvider
{
    private long _now;

    public override long TimestampFrequency => 1000;

    public override long GetTimestamp() => _now++;
}
