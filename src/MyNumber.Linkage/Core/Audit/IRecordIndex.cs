using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Core.Audit;

/// <summary>By which the core finds a person's access records without a code in the log: tag of person and year → keys of records.</summary>
/// <remarks>Entries are added and dropped, never changed. An entry comes before its record, so a key may be here whose record is not there yet. A call is one
/// transaction. Thread safe; safe for several processes where it is kept outside of one.</remarks>
public interface IRecordIndex
{
    /// <summary>Adds entries; one that is there is passed over.</summary>
    /// <param name="entries">The entries, read during the call only.</param>
    /// <param name="cancellationToken">Gives up; then nothing is added.</param>
    /// <returns>How many are new.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> is null.</exception>
    /// <exception cref="ArgumentException">A tag or a key is empty.</exception>
    ValueTask<int> AddAsync(IReadOnlyList<IndexedRecord> entries, CancellationToken cancellationToken = default);

    /// <summary>Reads the keys under a tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="after">Where the last page ended; <see langword="null"/> for the first.</param>
    /// <param name="most">How many at most, above zero.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Ascending by key, which is by the time of the inquiry.</returns>
    ValueTask<IReadOnlyList<RecordKey>> ReadAsync(AuditTag tag, RecordKey? after, int most, CancellationToken cancellationToken = default);

    /// <summary>Drops what is kept under keys, when their records expired.</summary>
    /// <param name="keys">What <see cref="PartyLog.ShredExpiredAsync"/> of the core's log gave; keys of corrections and unknown ones do no harm.</param>
    /// <param name="cancellationToken">Gives up; then nothing is dropped.</param>
    /// <returns>How many entries are gone.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="keys"/> is null.</exception>
    ValueTask<int> DropAsync(IReadOnlyList<RecordKey> keys, CancellationToken cancellationToken = default);
}
