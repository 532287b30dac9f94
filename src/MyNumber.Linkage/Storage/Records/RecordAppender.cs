using System.Data;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Storage.Records;

/// <summary>Appends within one transaction. The owner's counter is moved first, so that appends of one owner come one after the other until they are committed.</summary>
internal sealed class RecordAppender(SqlText text, LogOwner owner)
{
    private const int RowsPrepared = 16;

    private readonly string _move = $"update log_size set size = size + {text.Mark(0)} where owner = {text.Mark(1)}";
    private readonly string _size = $"select size from log_size where owner = {text.Mark(0)}";
    private readonly string _begin = $"insert into log_size (owner, size) values ({text.Mark(0)}, 0) on conflict do nothing";

    private object Owner => owner.Agency.Value;

    public static bool Prepares(int records) => records <= RowsPrepared;

    /// <summary>Writes what is not there.</summary>
    /// <returns>One place for each.</returns>
    public async ValueTask<RecordPlace[]> AppendAsync(SqlSession session, SaltedRecord[] records, CancellationToken cancellationToken)
    {
        (long start, Dictionary<RecordKey, (long Position, Digest Commitment)> there) = await LockAsync(session, records, cancellationToken).ConfigureAwait(false);
        RecordPlace[] places = new RecordPlace[records.Length];
        List<RecordRow> rows = [];
        for (int i = 0; i < places.Length; i++)
        {
            RecordKey key = records[i].Record.Key;
            if (there.TryGetValue(key, out (long Position, Digest Commitment) kept))
            {
                places[i] = new RecordPlace(kept.Commitment == records[i].Commitment ? RecordAppend.AlreadyThere : RecordAppend.Conflict, kept.Position);
                continue;
            }

            places[i] = new RecordPlace(RecordAppend.Written, start + rows.Count);
            there.Add(key, (places[i].Position, records[i].Commitment));
            rows.Add(new RecordRow(owner, places[i].Position, records[i]));
        }

        await WriteAsync(session, [.. rows], rows.Count - records.Length, cancellationToken).ConfigureAwait(false);
        return places;
    }

    /// <summary>Moves the counter by all records, and looks which of them are there; nobody else can append them meanwhile.</summary>
    /// <returns>The first free position, and what is there.</returns>
    private async ValueTask<(long Start, Dictionary<RecordKey, (long Position, Digest Commitment)> There)> LockAsync(
        SqlSession session, SaltedRecord[] records, CancellationToken cancellationToken)
    {
        while (true)
        {
            SqlBatch batch = new(session);
            batch.Add(_move, [(DbType.Int64, (long)records.Length), (DbType.Int32, Owner)]);
            List<long> size = batch.Ask(_size, [(DbType.Int32, Owner)], reader => reader.GetInt64(0));
            List<List<(RecordKey Key, long Position, Digest Commitment)>> found = [.. Inquiries(records).Chunk(text.KeysPerQuery).Select(some => Ask(batch, some))];
            await batch.RunAsync(cancellationToken).ConfigureAwait(false);
            if (size.Count == 1)
            {
                return (size[0] - records.Length, found.SelectMany(rows => rows).ToDictionary(row => row.Key, row => (row.Position, row.Commitment)));
            }

            await session.ExecuteAsync(_begin, [(DbType.Int32, Owner)], cancellationToken).ConfigureAwait(false);
        }
    }

    private List<(RecordKey Key, long Position, Digest Commitment)> Ask(SqlBatch batch, Guid[] inquiries) => batch.Ask(
        $"select inquiry, correction, position, commitment from log_record where owner = {text.Mark(0)} and inquiry in ({text.Marks(1, inquiries.Length)})",
        [(DbType.Int32, Owner), .. inquiries.Select(inquiry => (DbType.Guid, (object)inquiry))],
        reader => (RecordRow.ReadKey(reader), reader.GetInt64(2), RecordRow.ReadDigest(reader, 3)));

    private static IEnumerable<Guid> Inquiries(SaltedRecord[] records) => records.Select(record => record.Record.Inquiry.Value).Distinct();

    private async ValueTask WriteAsync(SqlSession session, RecordRow[] rows, int back, CancellationToken cancellationToken)
    {
        foreach (RecordRow[] some in rows.Chunk(text.RowsPerInsert(RecordRow.Columns.Length)))
        {
            SqlBatch batch = new(session);
            batch.Add(text.Insert("log_record", RecordRow.Columns, some.Length), Values(RecordRow.Columns, some));
            batch.Add(text.Insert("log_leaf", RecordRow.LeafColumns, some.Length), Values(RecordRow.LeafColumns, some));
            if ((await batch.RunAsync(cancellationToken).ConfigureAwait(false)).Any(touched => touched != some.Length))
            {
                throw new InvalidOperationException("A row of the log is there already although the log was locked: rows were written by another hand.");
            }
        }

        if (back != 0)
        {
            await session.ExecuteAsync(_move, [(DbType.Int64, (long)back), (DbType.Int32, Owner)], cancellationToken).ConfigureAwait(false);
        }
    }

    private static (DbType, object)[] Values(SqlColumn<RecordRow>[] columns, RecordRow[] rows) =>
        [.. rows.SelectMany(row => columns.Select(column => (column.Type, column.Value(row))))];
}
