namespace MyNumber.Numbering.Issuing.Registers;

/// <summary>The step of a bulk run that a batch is: written in the same transaction, so that a run resumes exactly where it stands.</summary>
/// <remarks>Immutable.</remarks>
public readonly struct BulkCheckpoint
{
    /// <summary>Names a step.</summary>
    /// <param name="run">The run.</param>
    /// <param name="from">How many people were done before.</param>
    /// <param name="to">How many are done after.</param>
    /// <exception cref="ArgumentOutOfRangeException">A place is negative, or the step goes back.</exception>
    public BulkCheckpoint(long run, long from, long to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        Run = run;
        From = from;
        To = to;
    }

    /// <summary>The run.</summary>
    public long Run { get; }

    /// <summary>How many people were done before.</summary>
    public long From { get; }

    /// <summary>How many are done after.</summary>
    public long To { get; }
}
