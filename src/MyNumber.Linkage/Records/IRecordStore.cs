using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Records;

/// <summary>The records of one party's log.</summary>
/// <remarks>
/// <para>Positions are 0, 1 and so on without a hole, and keys are unique. Nothing is changed; what is past its retention is dropped, except position and commitment.</para>
/// <para>A call is one transaction. Thread safe, and safe for several processes where it is kept outside of one.</para>
/// </remarks>
public interface IRecordStore
{
    /// <summary>Writes records at the next positions, in the order of the batch.</summary>
    /// <param name="records">The records, read during the call only.</param>
    /// <param name="cancellationToken">Gives up; then nothing is written.</param>
    /// <returns>One place for each: <see cref="RecordAppend.Written"/>, <see cref="RecordAppend.AlreadyThere"/> when key and commitment are those of a stored one, or
    /// <see cref="RecordAppend.Conflict"/>, which keeps nothing else from being written.</returns>
    ValueTask<IReadOnlyList<RecordPlace>> AppendAsync(ReadOnlyMemory<SaltedRecord> records, CancellationToken cancellationToken = default);

    /// <summary>Finds a record.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The record, or <see langword="null"/> when it is not there or was dropped.</returns>
    ValueTask<StoredRecord?> FindAsync(RecordKey key, CancellationToken cancellationToken = default);

    /// <summary>The commitments of consecutive positions, those of dropped records included.</summary>
    /// <param name="from">The first position.</param>
    /// <param name="max">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The commitments; fewer at the end of the log.</returns>
    ValueTask<IReadOnlyList<Digest>> ReadCommitmentsAsync(long from, int max, CancellationToken cancellationToken = default);

    /// <summary>The daily index of a scope.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Ascending by key.</returns>
    ValueTask<IReadOnlyList<DayCommitment>> ReadDayAsync(RecordScope scope, CancellationToken cancellationToken = default);

    /// <summary>The scopes of a day that have records.</summary>
    /// <param name="day">The day in Japan.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>In no order.</returns>
    ValueTask<IReadOnlyList<RecordScope>> ReadScopesAsync(DateOnly day, CancellationToken cancellationToken = default);

    /// <summary>Drops records and salts of days up to one, and leaves commitments.</summary>
    /// <param name="lastDay">The last day that is dropped.</param>
    /// <param name="max">At most so many records, the oldest days first.</param>
    /// <param name="cancellationToken">Gives up; then nothing is dropped.</param>
    /// <returns>The keys of what was dropped, so that what others keep under them is dropped as well.</returns>
    ValueTask<IReadOnlyList<RecordKey>> ShredAsync(DateOnly lastDay, int max, CancellationToken cancellationToken = default);
}
