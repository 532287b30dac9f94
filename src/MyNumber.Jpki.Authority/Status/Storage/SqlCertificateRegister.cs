using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using MyNumber.Numbering.Storage;

namespace MyNumber.Jpki.Authority.Status.Storage;

/// <summary>A register in a database that the host supplies, by ADO.NET alone.</summary>
/// <remarks>
/// <para>An entry is one transaction at READ COMMITTED over all tables (<see cref="RegisterSchema"/>); after a crash at any moment it is there or not. Its place is a unique key: of two
/// writers one has it, and nothing is decided by reading first. Of lists only the latest of each scope are kept.</para>
/// <para>Thread safe. Several processes may write to one database. <see cref="DbException"/> comes through from the provider when the database fails; an authority over this register goes on
/// answering from its memory meanwhile, and finds out at its next write what is there.</para>
/// </remarks>
public sealed class SqlCertificateRegister : ICertificateRegister
{
    private const int EntriesPerPage = 500;

    private readonly SqlDatabase _database;

    /// <summary>Opens a register; nothing is sent yet.</summary>
    /// <param name="source">Connections; stays the caller's.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SqlCertificateRegister(DbDataSource source, SqlDialect dialect) => _database = new SqlDatabase(source, dialect);

    /// <summary>Makes the tables that are missing (<see cref="RegisterSchema"/>).</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task.</returns>
    /// <exception cref="DbException">The database refuses.</exception>
    public ValueTask CreateTablesAsync(CancellationToken cancellationToken = default) => _database.RunAsync(RegisterSchema.Statements(_database.Dialect), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; the entry is there or not.</exception>
    /// <exception cref="InvalidOperationException">The place is free, yet something in the entry has a key that is there already.</exception>
    public ValueTask<bool> TryAppendAsync(RegisterEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return _database.ChangeAsync(
            prepares: false,
            async session =>
            {
                bool isNext = await TakePlaceAsync(session, entry, cancellationToken).ConfigureAwait(false);
                if (isNext)
                {
                    await WriteAsync(session, entry, cancellationToken).ConfigureAwait(false);
                    await DropOldListsAsync(session, entry.Lists, cancellationToken).ConfigureAwait(false);
                }

                return (isNext, isNext);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>No connection is held between two pages.</remarks>
    /// <exception cref="DbException">The database fails.</exception>
    public async IAsyncEnumerable<RegisterEntry> ReadAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        int count;
        do
        {
            List<RegisterEntry> page = await PageAsync(after, cancellationToken).ConfigureAwait(false);
            count = page.Count;
            after += count;
            foreach (RegisterEntry entry in page)
            {
                yield return entry;
            }
        }
        while (count == EntriesPerPage);
    }

    private static async ValueTask<bool> TakePlaceAsync(SqlSession session, RegisterEntry entry, CancellationToken cancellationToken)
    {
        SqlText text = session.Text;
        if (entry.Position != 1)
        {
            List<long> before = await session.QueryAsync(
                $"select position from authority_entry where position = {text.Mark(0)}", [(DbType.Int64, entry.Position - 1)], reader => reader.GetInt64(0), cancellationToken)
                .ConfigureAwait(false);
            if (before.Count == 0)
            {
                return false;
            }
        }

        return await session.ExecuteAsync(
            $"insert into authority_entry (position, made_at) values ({text.Marks(0, 2)}) on conflict do nothing",
            [(DbType.Int64, entry.Position), (DbType.Int64, SqlTime.Of(entry.At))],
            cancellationToken).ConfigureAwait(false) == 1;
    }

    private static async ValueTask WriteAsync(SqlSession session, RegisterEntry entry, CancellationToken cancellationToken)
    {
        long at = entry.Position;
        bool isNew = await RegisterTables.Generations.WriteAsync(session, at, entry.Generations, cancellationToken).ConfigureAwait(false)
            && await RegisterTables.Certificates.WriteAsync(session, at, entry.Issued, cancellationToken).ConfigureAwait(false)
            && await RegisterTables.Changes.WriteAsync(session, at, entry.Changes, cancellationToken).ConfigureAwait(false)
            && await RegisterTables.Links.WriteAsync(session, at, entry.Links, cancellationToken).ConfigureAwait(false)
            && await RegisterTables.Applications.WriteAsync(session, at, entry.Applications, cancellationToken).ConfigureAwait(false)
            && await RegisterTables.Events.WriteAsync(session, at, entry.Events, cancellationToken).ConfigureAwait(false)
            && await RegisterTables.Lists.WriteAsync(session, at, entry.Lists, cancellationToken).ConfigureAwait(false);
        if (!isNew)
        {
            throw new InvalidOperationException("Something in the entry is in the register already.");
        }
    }

    private static async ValueTask DropOldListsAsync(SqlSession session, IReadOnlyList<PublishedCrl> lists, CancellationToken cancellationToken)
    {
        SqlText text = session.Text;
        if (lists.Count != 0)
        {
            await ManyRows.RunEachAsync(
                session,
                $"delete from authority_list where purpose = {text.Mark(0)} and generation = {text.Mark(1)} and scope = {text.Mark(2)} and number < {text.Mark(3)}",
                [.. lists.Select(list => new (DbType, object)[]
                {
                    (DbType.Int16, (short)list.Purpose), (DbType.Int32, list.Generation), (DbType.String, list.Scope), (DbType.Int64, list.Number),
                })],
                cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<List<RegisterEntry>> PageAsync(long after, CancellationToken cancellationToken)
    {
        SqlSession session = await _database.ReadAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            List<(long Position, DateTimeOffset At)> places = await session.QueryAsync(
                $"select position, made_at from authority_entry where position > {session.Text.Mark(0)} and position <= {session.Text.Mark(1)} order by position",
                [(DbType.Int64, after), (DbType.Int64, after + EntriesPerPage)],
                reader => (reader.GetInt64(0), SqlTime.Read(reader, 1)!.Value),
                cancellationToken).ConfigureAwait(false);
            return places.Count == 0 ? [] : await EntriesAsync(session, places, cancellationToken).ConfigureAwait(false);
        }
    }

    // The contents are read up to the last place that was seen, so that an entry is never seen in part.
    private static async ValueTask<List<RegisterEntry>> EntriesAsync(SqlSession session, List<(long Position, DateTimeOffset At)> places, CancellationToken cancellationToken)
    {
        (long after, long last) = (places[0].Position - 1, places[^1].Position);
        ILookup<long, GenerationRecord> generations = await RegisterTables.Generations.ReadAsync(session, after, last, cancellationToken).ConfigureAwait(false);
        ILookup<long, Issuing.IssuedCertificate> issued = await RegisterTables.Certificates.ReadAsync(session, after, last, cancellationToken).ConfigureAwait(false);
        ILookup<long, StatusChange> changes = await RegisterTables.Changes.ReadAsync(session, after, last, cancellationToken).ConfigureAwait(false);
        ILookup<long, SerialLink> links = await RegisterTables.Links.ReadAsync(session, after, last, cancellationToken).ConfigureAwait(false);
        ILookup<long, Applications.ApplicationRecord> applications = await RegisterTables.Applications.ReadAsync(session, after, last, cancellationToken).ConfigureAwait(false);
        ILookup<long, Applications.ApplicationEvent> events = await RegisterTables.Events.ReadAsync(session, after, last, cancellationToken).ConfigureAwait(false);
        ILookup<long, PublishedCrl> lists = await RegisterTables.Lists.ReadAsync(session, after, last, cancellationToken).ConfigureAwait(false);
        return
        [
            .. places.Select(place => new RegisterEntry
            {
                Position = place.Position,
                At = place.At,
                Generations = [.. generations[place.Position]],
                Issued = [.. issued[place.Position]],
                Changes = [.. changes[place.Position]],
                Links = [.. links[place.Position]],
                Applications = [.. applications[place.Position]],
                Events = [.. events[place.Position]],
                Lists = [.. lists[place.Position]],
            }),
        ];
    }
}
