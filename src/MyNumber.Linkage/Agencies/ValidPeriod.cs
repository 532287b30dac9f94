namespace MyNumber.Linkage.Agencies;

/// <summary>From when until when something holds: the start belongs to it, the end does not.</summary>
/// <remarks>Kept in UTC and in whole milliseconds. <see langword="default"/> is empty and holds at no time.</remarks>
public readonly record struct ValidPeriod
{
    private readonly bool _holds;

    /// <summary>Makes a period.</summary>
    /// <param name="from">The first moment.</param>
    /// <param name="until">The first moment after it, or <see langword="null"/> for an open end.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="until"/> is not after <paramref name="from"/>.</exception>
    public ValidPeriod(DateTimeOffset from, DateTimeOffset? until = null)
    {
        From = ToMilliseconds(from);
        Until = until is { } end ? ToMilliseconds(end) : null;
        if (Until <= From)
        {
            throw new ArgumentOutOfRangeException(nameof(until), "A period ends after it begins.");
        }

        _holds = true;
    }

    /// <summary>The first moment.</summary>
    public DateTimeOffset From { get; }

    /// <summary>The first moment after it; <see langword="null"/> for an open end.</summary>
    public DateTimeOffset? Until { get; }

    /// <summary>Whether this is <see langword="default"/>.</summary>
    public bool IsEmpty => !_holds;

    /// <summary>Whether it holds at a moment.</summary>
    /// <param name="at">The moment.</param>
    /// <returns>The answer.</returns>
    public bool Contains(DateTimeOffset at) => _holds && at >= From && !IsOverAt(at);

    /// <summary>Whether its end has come.</summary>
    /// <param name="at">The moment.</param>
    /// <returns>The answer.</returns>
    public bool IsOverAt(DateTimeOffset at) => Until is { } end && at >= end;

    /// <summary>Whether there is a moment at which both hold.</summary>
    /// <param name="other">Another period.</param>
    /// <returns>The answer.</returns>
    public bool Overlaps(ValidPeriod other) => _holds && other._holds && !IsOverAt(other.From) && !other.IsOverAt(From);

    internal static DateTimeOffset ToMilliseconds(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
}
