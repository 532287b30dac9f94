namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>Counts serial numbers up, as every specimen of JPKI shows: four octets, the first 00 to 07, growing with time and never random.</summary>
/// <remarks>Thread safe. Source: project research notes on JPKI, §1.1 (confirmed by specimens).</remarks>
public sealed class MonotonicSerialSource : ISerialSource
{
    /// <summary>The lowest number it gives; what lies below, down to 00800000, is kept for the responder's certificates.</summary>
    public const uint Lowest = 0x0081_0000;

    /// <summary>The highest number it gives.</summary>
    public const uint Highest = 0x07FF_FFFF;

    private readonly Lock _gate = new();
    private uint _next;

    /// <summary>Starts to count.</summary>
    /// <param name="start">The first number given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The start is outside <see cref="Lowest"/> to <see cref="Highest"/>.</exception>
    public MonotonicSerialSource(uint start = 0x0400_0001)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(start, Lowest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, Highest);
        _next = start;
    }

    /// <summary>Goes on where a register ends; without a number to go on from, at the usual start.</summary>
    internal static MonotonicSerialSource After(uint? last)
    {
        MonotonicSerialSource source = last is { } number ? new MonotonicSerialSource(number) : new MonotonicSerialSource();
        source.MovePast(last ?? 0);
        return source;
    }

    /// <summary>Gives no number up to this one any more, because another process gave it.</summary>
    internal void MovePast(uint number)
    {
        lock (_gate)
        {
            _next = Math.Max(_next, Math.Min(number, Highest) + 1);
        }
    }

    /// <inheritdoc/>
    public uint Next()
    {
        lock (_gate)
        {
            return _next <= Highest ? _next++ : throw new InvalidOperationException("The serial numbers are used up.");
        }
    }
}
