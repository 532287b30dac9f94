using System.Data;
using System.Data.Common;

namespace MyNumber.Numbering.Issuing.Storage.Versions;

/// <summary>A table of versions: unique by a key, which is the first column, and by the version, which is the second; nothing is deleted.</summary>
internal sealed class VersionTable<TRow>(string name, SqlColumn<TRow>[] columns, Func<TRow, int> version, Func<DbDataReader, TRow> read)
    where TRow : class
{
    private readonly SqlColumn<TRow> _key = columns[0];

    /// <summary>The columns in the order of reading.</summary>
    public string ColumnsOf(string table) => string.Join(", ", columns.Select(column => table + column.Name));

    /// <summary>Writes the version that follows the last.</summary>
    /// <remarks>That the version before is there may be read first: it is never taken out. That this one is not is left to the unique key.</remarks>
    /// <returns><see langword="false"/> when it is there already or does not follow.</returns>
    public async ValueTask<bool> AddAsync(SqlSession session, TRow row, CancellationToken cancellationToken)
    {
        if (version(row) > 0)
        {
            List<int> before = await session.QueryAsync(
                $"select version from {name} where {_key.Name} = {session.Text.Mark(0)} and version = {session.Text.Mark(1)}",
                [(_key.Type, _key.Value(row)), (DbType.Int32, version(row) - 1)],
                reader => reader.GetInt32(0),
                cancellationToken).ConfigureAwait(false);
            if (before.Count == 0)
            {
                return false;
            }
        }

        return await RowWriter.InsertAllAsync(session, name, columns, [row], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes in a transaction of its own.</summary>
    public async ValueTask<bool> AddAsync(DbDataSource source, SqlText text, TRow row, CancellationToken cancellationToken)
    {
        SqlSession session = await SqlSession.WriteAsync(source, text, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            bool isWritten = await AddAsync(session, row, cancellationToken).ConfigureAwait(false);
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            return isWritten;
        }
    }

    /// <summary>Every version of a key, the first first.</summary>
    public async ValueTask<IReadOnlyList<TRow>> HistoryAsync(DbDataSource source, SqlText text, object key, CancellationToken cancellationToken)
    {
        SqlSession session = await SqlSession.ReadAsync(source, text, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            return await session.QueryAsync(
                $"select {ColumnsOf(string.Empty)} from {name} where {_key.Name} = {text.Mark(0)} order by version", [(_key.Type, key)], read, cancellationToken).ConfigureAwait(false);
        }
    }
}
