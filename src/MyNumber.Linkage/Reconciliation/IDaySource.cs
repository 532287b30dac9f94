namespace MyNumber.Linkage.Reconciliation;

/// <summary>One party's records of a scope, asked by range; in process or over a network.</summary>
public interface IDaySource
{
    /// <summary>Answers for ranges.</summary>
    /// <param name="ranges">The ranges.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>One answer for each, in the same order.</returns>
    ValueTask<IReadOnlyList<RangeAnswer>> AskAsync(IReadOnlyList<DayRange> ranges, CancellationToken cancellationToken = default);
}
