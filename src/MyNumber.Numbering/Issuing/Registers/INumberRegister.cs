namespace MyNumber.Numbering.Issuing.Registers;

/// <summary>The register of every individual number that was ever issued.</summary>
/// <remarks>
/// <para>Requests, numbers, (code, count) and replaced numbers are each unique over the whole history. Nothing is deleted; an issue only moves forward through
/// <see cref="DesignationState"/>.</para>
/// <para>Thread safe, and safe for several processes where it is kept outside of one. One contract test suite runs over every implementation.</para>
/// </remarks>
public interface INumberRegister
{
    /// <summary>Writes a batch: all of it or nothing.</summary>
    /// <param name="issues">The issues, read during the call only.</param>
    /// <param name="checkpoint">The step of a bulk run that this batch is, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Gives up; then nothing is written.</param>
    /// <returns>Written, or the first conflict: in the order of the batch, and for one issue in the order of <see cref="RegisterConflict"/>.</returns>
    /// <exception cref="ArgumentException">An issue has no request, code, number or municipality, or its counter is not one digit, or its reason is none, or it replaces itself, or its former codes
    /// are not those of a first issue, or a state is missing before a later one.</exception>
    ValueTask<RegisterResult> AddAsync(ReadOnlyMemory<NumberIssue> issues, BulkCheckpoint? checkpoint = null, CancellationToken cancellationToken = default);

    /// <summary>Moves issues one state forward, all in one step.</summary>
    /// <param name="requests">Requests of the issues.</param>
    /// <param name="to">Notified, designated or recorded.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Gives up; then nothing is moved.</param>
    /// <returns>How many moved. An issue that stands elsewhere than just before <paramref name="to"/>, or is not there, is left alone: asking again does no harm.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is not a state that is moved to.</exception>
    ValueTask<int> AdvanceAsync(ReadOnlyMemory<Guid> requests, DesignationState to, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>The issue that answered a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The issue, or <see langword="null"/>.</returns>
    ValueTask<NumberIssue?> FindByRequestAsync(Guid request, CancellationToken cancellationToken = default);

    /// <summary>The issue of a number, superseded or not.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The issue, or <see langword="null"/>.</returns>
    ValueTask<NumberIssue?> FindByNumberAsync(IndividualNumber number, CancellationToken cancellationToken = default);

    /// <summary>The issue that replaced a number.</summary>
    /// <param name="replaced">The number that was replaced.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The later issue, or <see langword="null"/> when the number stands.</returns>
    ValueTask<NumberIssue?> FindReplacementAsync(IndividualNumber replaced, CancellationToken cancellationToken = default);

    /// <summary>Every issue from one resident record code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>By counter; empty when the code gave no number.</returns>
    ValueTask<IReadOnlyList<NumberIssue>> HistoryAsync(ResidentRecordCode code, CancellationToken cancellationToken = default);

    /// <summary>How many issues there are.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The count, superseded ones included.</returns>
    ValueTask<long> CountAsync(CancellationToken cancellationToken = default);

    /// <summary>Every issue, superseded ones included, page by page: nothing is held while the caller works on what it was given.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// Each issue once, in an order of the register's own that stays the same between two readings. What was there at the start is all there; what is written while reading may
    /// be there or not.
    /// </returns>
    IAsyncEnumerable<NumberIssue> ReadAllAsync(CancellationToken cancellationToken = default);

    /// <summary>How many people of a bulk run are done.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>0 for a run that never began.</returns>
    ValueTask<long> BulkPositionAsync(long run, CancellationToken cancellationToken = default);
}
