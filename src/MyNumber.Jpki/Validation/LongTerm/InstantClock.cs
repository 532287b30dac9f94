namespace MyNumber.Jpki.Validation.LongTerm;

/// <summary>A clock that stands at one past instant.</summary>
internal sealed class InstantClock(DateTimeOffset instant) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => instant;
}
