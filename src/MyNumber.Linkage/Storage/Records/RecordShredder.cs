using System.Data;
using System.Data.Common;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Storage.Records;

/// <summary>Drops records and salts within one transaction, the oldest days first. The owner's counter is taken first, so nothing is appended meanwhile.</summary>
internal sealed class RecordShredder(SqlText text, LogOwner owner)
{
    private readonly string _lock = $"update log_size set size = size where owner = {text.Mark(0)}";

    private readonly string _oldest =
        $"select inquiry, correction, day, inquirer, provider from log_record where owner = {text.Mark(0)} and day <= {text.Mark(1)} "
        + $"order by day, inquirer, provider, inquiry, correction limit {text.Mark(2)}";

    private readonly string _drop =
        $"delete from log_record where owner = {text.Mark(0)} and (day, inquirer, provider, inquiry, correction) <= ({text.Marks(1, 5)})";

    private (DbType, object) Owner => (DbType.Int32, owner.Agency.Value);

    public async ValueTask<RecordKey[]> ShredAsync(SqlSession session, DateOnly lastDay, int max, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(_lock, [Owner], cancellationToken).ConfigureAwait(false);
        List<(RecordKey Key, (DbType, object)[] Place)> oldest = await session.QueryAsync(
            _oldest, [Owner, (DbType.Int32, lastDay.DayNumber), (DbType.Int32, max)], Read, cancellationToken).ConfigureAwait(false);
        if (oldest.Count > 0 && await session.ExecuteAsync(_drop, [Owner, .. oldest[^1].Place], cancellationToken).ConfigureAwait(false) != oldest.Count)
        {
            throw new InvalidOperationException("Other records were dropped than were looked up although the log was locked: rows were written by another hand.");
        }

        return [.. oldest.Select(row => row.Key)];
    }

    private static (RecordKey Key, (DbType, object)[] Place) Read(DbDataReader reader)
    {
        RecordKey key = RecordRow.ReadKey(reader);
        return (key,
        [
            (DbType.Int32, reader.GetInt32(2)), (DbType.Int32, reader.GetInt32(3)), (DbType.Int32, reader.GetInt32(4)),
            (DbType.Guid, key.Inquiry.Value), (DbType.Int32, key.Correction),
        ]);
    }
}
