using MyNumber.Card.Apdu;

namespace MyNumber.Card.Emulation.Faults;

/// <summary>One thing that goes wrong with a command, as data.</summary>
/// <remarks>Immutable. What it does to an answer is done in place, in the caller's buffer.</remarks>
public sealed record FaultAction
{
    private readonly byte[] _mask = [];

    private FaultAction(FaultKind kind) => Kind = kind;

    /// <summary>What goes wrong.</summary>
    public FaultKind Kind { get; }

    /// <summary>When the card leaves, for <see cref="FaultKind.Remove"/>.</summary>
    public RemovalMoment Moment { get; private init; }

    /// <summary>Where the inverted bits begin, for <see cref="FaultKind.FlipBits"/>: from the start, or negative from the end (−1 is SW2).</summary>
    public int Offset { get; private init; }

    /// <summary>Which bits are inverted, for <see cref="FaultKind.FlipBits"/>.</summary>
    public ReadOnlyMemory<byte> Mask => _mask;

    /// <summary>The answer, for <see cref="FaultKind.Answer"/>.</summary>
    public StatusWord Status { get; private init; }

    /// <summary>Whether the card carries the command out before its answer is replaced, for <see cref="FaultKind.Answer"/>.</summary>
    public bool ReachesCard { get; private init; }

    /// <summary>Bytes that are left of the answer (<see cref="FaultKind.Truncate"/>) or put into it (<see cref="FaultKind.Lengthen"/>).</summary>
    public int Length { get; private init; }

    /// <summary>The byte that is put in, for <see cref="FaultKind.Lengthen"/>.</summary>
    public byte Fill { get; private init; }

    /// <summary>How long the command waits, for <see cref="FaultKind.Delay"/>.</summary>
    public TimeSpan Time { get; private init; }

    /// <summary>The card leaves the reader.</summary>
    /// <param name="moment">Before the card sees the command, or after it was carried out and before the answer arrives.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such moment.</exception>
    public static FaultAction Remove(RemovalMoment moment = RemovalMoment.BeforeCommand) => new(FaultKind.Remove)
    {
        Moment = moment is RemovalMoment.BeforeCommand or RemovalMoment.BeforeAnswer ? moment : throw new ArgumentOutOfRangeException(nameof(moment)),
    };

    /// <summary>Inverts bits of the answer. Bytes beyond either end of it stay away.</summary>
    /// <param name="offset">First byte: from the start, or negative from the end (−1 is SW2, −2 is SW1).</param>
    /// <param name="mask">One byte for each byte of the answer; a set bit is inverted.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentException"><paramref name="mask"/> has no set bit.</exception>
    public static FaultAction FlipBits(int offset, params ReadOnlySpan<byte> mask) => mask.ContainsAnyExcept((byte)0)
        ? new FaultAction(FaultKind.FlipBits, mask) { Offset = offset }
        : throw new ArgumentException("A mask inverts at least one bit.", nameof(mask));

    /// <summary>Gives a status word and no data.</summary>
    /// <param name="status">Any status word, such as one that no card sends.</param>
    /// <param name="reachesCard">Whether the card carries the command out all the same: a try is spent then.</param>
    /// <returns>The action.</returns>
    public static FaultAction Answer(StatusWord status, bool reachesCard = false) => new(FaultKind.Answer) { Status = status, ReachesCard = reachesCard };

    /// <summary>Lets the answer end early.</summary>
    /// <param name="length">Bytes that arrive, status word counted; 0 or 1 leave none. An answer that is no longer stays as it is.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public static FaultAction Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return new FaultAction(FaultKind.Truncate) { Length = length };
    }

    /// <summary>Puts bytes before the status word. Where the caller's buffer has no room for them the exchange fails, as a reader's driver does.</summary>
    /// <param name="count">How many, 1 to 65,536.</param>
    /// <param name="fill">Their value.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is outside its range.</exception>
    public static FaultAction Lengthen(int count, byte fill = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 65536);
        return new FaultAction(FaultKind.Lengthen) { Length = count, Fill = fill };
    }

    /// <summary>Lets the command wait before it is sent.</summary>
    /// <param name="time">How long by the clock that the channel was given; more than zero and at most a day.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is outside its range.</exception>
    public static FaultAction Delay(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, TimeSpan.FromDays(1));
        return new FaultAction(FaultKind.Delay) { Time = time };
    }

    /// <summary>Tears an answer: the card carries the command out, half of the data (rounded down) reaches the buffer, and the card is gone. Made for signatures.</summary>
    /// <returns>The action.</returns>
    public static FaultAction Tear() => new(FaultKind.Tear);

    private FaultAction(FaultKind kind, ReadOnlySpan<byte> mask)
        : this(kind) => _mask = mask.ToArray();
}
