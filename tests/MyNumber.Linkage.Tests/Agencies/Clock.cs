namespace MyNumber.Linkage.Tests.Agencies;

/// <summary>A clock that stands where it is put.</summary>
internal sealed class Clock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
