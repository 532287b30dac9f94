using System.Data;
using System.Data.Common;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Links;
using MyNumber.Numbering.Storage;

namespace MyNumber.Linkage.Storage.Core;

/// <summary>The register of link codes in a database that the host supplies, by ADO.NET alone.</summary>
/// <remarks>
/// <para>The unique keys decide; what continues or buries a link takes the link's row first. Isolation is READ COMMITTED.</para>
/// <para>Links and tags are plain bytes in the tables (<see cref="LinkSchema"/>); resident record codes are not there. Thread safe, and safe for several processes at once.</para>
/// </remarks>
public sealed class SqlLinkRegister : ILinkRegister
{
    private readonly SqlDatabase _database;

    /// <summary>Opens a register; nothing is sent yet.</summary>
    /// <param name="source">Connections; stays the caller's.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SqlLinkRegister(DbDataSource source, SqlDialect dialect) => _database = new SqlDatabase(source, dialect);

    /// <summary>Makes the tables that are missing (<see cref="LinkSchema"/>).</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task.</returns>
    /// <exception cref="DbException">The database refuses.</exception>
    public ValueTask CreateTablesAsync(CancellationToken cancellationToken = default) => _database.RunAsync(LinkSchema.Statements(_database.Dialect), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; all are written or none.</exception>
    public async ValueTask<LinkResult> AddAsync(IReadOnlyList<LinkEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        LinkEntry[] lines = [.. entries];
        Array.ForEach(lines, line => ArgumentNullException.ThrowIfNull(line, nameof(entries)));
        while (true)
        {
            if (await _database.ChangeAsync(
                prepares: false,
                async session =>
                {
                    bool isWritten = await LinkWriter.AddAsync(session, lines, cancellationToken).ConfigureAwait(false);
                    return (isWritten, isWritten);
                },
                cancellationToken).ConfigureAwait(false))
            {
                return default;
            }

            SqlSession session = await _database.ReadAsync(cancellationToken).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            {
                LinkResult result = await LinkRows.JudgeAsync(session, lines, cancellationToken).ConfigureAwait(false);
                if (result.Conflict != LinkConflict.None)
                {
                    return result;
                }
            }
        }
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public async ValueTask<LinkCode> FindAsync(ResidentCodeTag tag, CancellationToken cancellationToken = default) => (await _database.QueryAsync(
        $"select link from link_tag where tag = {_database.Text.Mark(0)}",
        [(DbType.Binary, LinkRows.Of(tag))],
        reader => CodeBytes.Link(reader, 0),
        cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public async ValueTask<IReadOnlyList<LinkEntry>> HistoryAsync(LinkCode link, CancellationToken cancellationToken = default) => await _database.QueryAsync(
        $"select link, version, tag, since from link_entry where link = {_database.Text.Mark(0)} order by version",
        [(DbType.Binary, CodeBytes.Of(link))],
        LinkRows.Read,
        cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; the link is buried with its tags moved, or not.</exception>
    public ValueTask<bool> BuryAsync(LinkTombstone tombstone, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tombstone);
        return _database.ChangeAsync(
            prepares: false,
            async session =>
            {
                bool isBuried = await LinkWriter.BuryAsync(session, tombstone, cancellationToken).ConfigureAwait(false);
                return (isBuried, isBuried);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public async ValueTask<LinkTombstone?> FindTombstoneAsync(LinkCode link, CancellationToken cancellationToken = default) => (await _database.QueryAsync(
        $"select link, successor, buried_at from link_code where link = {_database.Text.Mark(0)} and buried_at is not null",
        [(DbType.Binary, CodeBytes.Of(link))],
        reader => new LinkTombstone(CodeBytes.Link(reader, 0), CodeBytes.Link(reader, 1), SqlTime.Read(reader, 2)!.Value),
        cancellationToken).ConfigureAwait(false)).FirstOrDefault();
}
