namespace MyNumber.Numbering.Issuing.Bulk;

/// <summary>Who is to be numbered in a bulk run, in an order that never changes.</summary>
/// <remarks>A run that resumes reads from where it stopped, so the person at a place must be the same in every process.</remarks>
public interface IBulkRoll
{
    /// <summary>How many people.</summary>
    long Count { get; }

    /// <summary>Reads people from a place on.</summary>
    /// <param name="position">The first place, counted from 0.</param>
    /// <param name="into">Filled from the start.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were read: all that fit, or fewer at the end only.</returns>
    ValueTask<int> ReadAsync(long position, Memory<BulkSubject> into, CancellationToken cancellationToken = default);
}
