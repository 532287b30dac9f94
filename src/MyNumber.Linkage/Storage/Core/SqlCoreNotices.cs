using System.Data;
using System.Data.Common;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Notices;
using MyNumber.Numbering.Storage;

namespace MyNumber.Linkage.Storage.Core;

/// <summary>Notices and waits in a database that the host supplies, by ADO.NET alone.</summary>
/// <remarks>
/// <para>A holder's notices are numbered by a count of its own, without a sequence: writers to one holder go one after the other, so a notice that comes later is never read before one that
/// comes earlier. Waits become notices in one transaction. Isolation is READ COMMITTED.</para>
/// <para>Codes and links are plain bytes in the tables (<see cref="NoticeSchema"/>). Thread safe, and safe for several processes at once.</para>
/// </remarks>
public sealed class SqlCoreNotices : ICoreNotices
{
    private readonly SqlDatabase _database;

    /// <summary>Opens the notices; nothing is sent yet.</summary>
    /// <param name="source">Connections; stays the caller's.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SqlCoreNotices(DbDataSource source, SqlDialect dialect) => _database = new SqlDatabase(source, dialect);

    /// <summary>Makes the tables that are missing (<see cref="NoticeSchema"/>).</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task.</returns>
    /// <exception cref="DbException">The database refuses.</exception>
    public ValueTask CreateTablesAsync(CancellationToken cancellationToken = default) => _database.RunAsync(NoticeSchema.Statements(_database.Dialect), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; all are written or none.</exception>
    public ValueTask<int> AddAsync(IReadOnlyList<CoreNotice> notices, CancellationToken cancellationToken = default)
    {
        CoreNotice[] rows = Checked(notices);
        return _database.ChangeAsync(prepares: false, async session => (true, await NoticeWriter.AddAsync(session, rows, cancellationToken).ConfigureAwait(false)), cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public async ValueTask<IReadOnlyList<CoreNotice>> FindOwedAsync(CodeHolderId holder, int most, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        return await _database.QueryAsync(
            $"select {NoticeRows.Columns} from core_notice where holder = {_database.Text.Mark(0)} order by place limit {_database.Text.Mark(1)}",
            [(DbType.Int32, holder.Value), (DbType.Int32, most)],
            NoticeRows.Read,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; all are taken or none.</exception>
    public ValueTask<int> MarkTakenAsync(IReadOnlyList<CoreNotice> notices, CancellationToken cancellationToken = default)
    {
        CoreNotice[] rows = Checked(notices);
        return _database.ChangeAsync(prepares: false, async session => (true, await NoticeWriter.RemoveAsync(session, rows, cancellationToken).ConfigureAwait(false)), cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; the wait is there or not.</exception>
    public ValueTask<bool> WaitAsync(CodeWait wait, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(wait);
        return _database.ChangeAsync(
            prepares: false,
            async session => (true, await RowWriter.InsertAllAsync(session, "core_wait", NoticeRows.Wait, [wait], cancellationToken).ConfigureAwait(false)), cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; every wait is a notice or none is.</exception>
    public ValueTask<int> ReleaseAsync(CodeHolderId provider, LinkCode link, DateTimeOffset at, CancellationToken cancellationToken = default) => _database.ChangeAsync(
        prepares: false,
        async session =>
        {
            CodeWait[] waits = await NoticeWriter.EndWaitsAsync(session, provider, link, cancellationToken).ConfigureAwait(false);
            CoreNotice[] notices = [.. waits.Select(wait => wait.Ended(at))];
            await NoticeWriter.AddAsync(session, notices, cancellationToken).ConfigureAwait(false);
            return (true, waits.Length);
        },
        cancellationToken);

    private static CoreNotice[] Checked(IReadOnlyList<CoreNotice> notices)
    {
        ArgumentNullException.ThrowIfNull(notices);
        CoreNotice[] rows = [.. notices];
        Array.ForEach(rows, row => ArgumentNullException.ThrowIfNull(row, nameof(notices)));
        return rows;
    }
}
