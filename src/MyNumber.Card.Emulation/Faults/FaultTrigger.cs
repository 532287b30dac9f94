namespace MyNumber.Card.Emulation.Faults;

/// <summary>Which command a fault strikes: the n-th of all, or the n-th that matches some header bytes.</summary>
/// <remarks>Immutable. Counting goes on over connections of one <see cref="FaultReader"/>.</remarks>
public sealed record FaultTrigger
{
    private FaultTrigger(int count) => Count = count;

    /// <summary>The first command that is meant, counted from 1 among those that match.</summary>
    public int Count { get; }

    /// <summary>Class byte, or <see langword="null"/> for any.</summary>
    public byte? Cla { get; private init; }

    /// <summary>Instruction byte, or <see langword="null"/> for any.</summary>
    public byte? Ins { get; private init; }

    /// <summary>First parameter, or <see langword="null"/> for any.</summary>
    public byte? P1 { get; private init; }

    /// <summary>Second parameter, or <see langword="null"/> for any.</summary>
    public byte? P2 { get; private init; }

    /// <summary>Whether every later command that matches is struck too.</summary>
    public bool Repeats { get; private init; }

    /// <summary>The n-th command of all, once.</summary>
    /// <param name="command">Counted from 1.</param>
    /// <returns>The trigger.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="command"/> is less than 1.</exception>
    public static FaultTrigger At(int command)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(command, 1);
        return new FaultTrigger(command);
    }

    /// <summary>The n-th command with these header bytes, once.</summary>
    /// <param name="ins">Instruction byte.</param>
    /// <param name="p1">First parameter, or <see langword="null"/> for any.</param>
    /// <param name="p2">Second parameter, or <see langword="null"/> for any.</param>
    /// <param name="cla">Class byte, or <see langword="null"/> for any.</param>
    /// <param name="occurrence">Counted from 1 among the commands that match.</param>
    /// <returns>The trigger.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="occurrence"/> is less than 1.</exception>
    public static FaultTrigger On(byte ins, byte? p1 = null, byte? p2 = null, byte? cla = null, int occurrence = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(occurrence, 1);
        return new FaultTrigger(occurrence) { Cla = cla, Ins = ins, P1 = p1, P2 = p2 };
    }

    /// <summary>The same trigger for every command from that one on.</summary>
    /// <returns>A trigger that repeats.</returns>
    public FaultTrigger AndLater() => this with { Repeats = true };

    internal bool Matches(ReadOnlySpan<byte> command) =>
        Fits(Cla, command, 0) && Fits(Ins, command, 1) && Fits(P1, command, 2) && Fits(P2, command, 3);

    internal bool Strikes(int matches) => matches == Count || (Repeats && matches > Count);

    private static bool Fits(byte? wanted, ReadOnlySpan<byte> command, int at) => wanted is null || (command.Length > at && command[at] == wanted);
}
