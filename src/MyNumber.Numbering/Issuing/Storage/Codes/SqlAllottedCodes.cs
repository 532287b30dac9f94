using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using MyNumber.Numbering.Issuing.Codes;
using MyNumber.Numbering.Storage;

namespace MyNumber.Numbering.Issuing.Storage.Codes;

/// <summary>Designated codes and pools in SQL, over a source of connections that the host supplies.</summary>
/// <remarks>
/// <para>A code is written by its unique key, so it is designated once whoever writes. A pool's row is locked from the beginning of a draw to its end, so draws from one
/// pool come one after the other, and draws from different pools do not wait for each other. A transaction that is abandoned has drawn nothing.</para>
/// <para>Thread safe when the source of randomness is, and safe for several processes at once. Isolation is READ COMMITTED.</para>
/// </remarks>
public sealed class SqlAllottedCodes : IAllottedCodes
{
    private static readonly SqlColumn<(long Code, int Municipality)>[] _allottedColumns =
    [
        new("code", DbType.Int64, row => row.Code), new("municipality", DbType.Int32, row => row.Municipality),
    ];

    private readonly DbDataSource _source;
    private readonly SqlDialect _dialect;
    private readonly SqlText _text;
    private readonly RandomNumberGenerator _random;

    /// <summary>Opens a memory; nothing is sent yet.</summary>
    /// <param name="source">Connections; stays the caller's.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <param name="random">Source of randomness for the draws; stays the caller's.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SqlAllottedCodes(DbDataSource source, SqlDialect dialect, RandomNumberGenerator random)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(dialect);
        ArgumentNullException.ThrowIfNull(random);
        _source = source;
        _dialect = dialect;
        _text = new SqlText(dialect);
        _random = random;
    }

    /// <summary>Makes the tables that are missing (<see cref="CodeSchema.PoolStatements"/>).</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task.</returns>
    /// <exception cref="DbException">The database refuses.</exception>
    public ValueTask CreateTablesAsync(CancellationToken cancellationToken = default) =>
        SqlSession.RunAsync(_source, _text, CodeSchema.PoolStatements(_dialect), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; the codes are there or not.</exception>
    public async ValueTask<int> AddAsync(LocalGovernmentCode municipality, ReadOnlyMemory<ResidentRecordCode> codes, CancellationToken cancellationToken = default)
    {
        long[] distinct = [.. AllotmentRules.Distinct(municipality, codes.Span)];
        while (true)
        {
            SqlSession session = await SqlSession.WriteAsync(_source, _text, cancellationToken).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            {
                long[] free = await FreeAsync(session, distinct, cancellationToken).ConfigureAwait(false);
                if (free.Length == 0)
                {
                    return 0;
                }

                (long, int)[] rows = [.. free.Select(code => (code, municipality.Value))];

                // False: a rival designated one of them since the look, so look again. Every round needs a rival that got further.
                if (await RowWriter.InsertAllAsync(session, "code_allotted", _allottedColumns, rows, cancellationToken).ConfigureAwait(false))
                {
                    await CodePool.AppendAsync(session, municipality, free, cancellationToken).ConfigureAwait(false);
                    await session.CommitAsync(cancellationToken).ConfigureAwait(false);
                    return free.Length;
                }
            }
        }
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; the codes are drawn or not, and asking again with the same requests tells.</exception>
    public async ValueTask<IReadOnlyList<ResidentRecordCode>> DrawAsync(
        LocalGovernmentCode municipality, ReadOnlyMemory<Guid> requests, CancellationToken cancellationToken = default)
    {
        AllotmentRules.Check(municipality, requests.Span);
        SqlSession session = await SqlSession.WriteAsync(_source, _text, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            Dictionary<Guid, long> answers = await CodePool.DrawAsync(session, municipality, requests.ToArray(), _random, cancellationToken).ConfigureAwait(false);
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            return [.. requests.ToArray().Select(request => answers.TryGetValue(request, out long code) ? ResidentRecordCode.FromTrusted(code) : default)];
        }
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public ValueTask<long> CountAsync(CancellationToken cancellationToken = default) => SumAsync("select allotted from code_pool", [], cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public ValueTask<long> LeftAsync(LocalGovernmentCode municipality, CancellationToken cancellationToken = default)
    {
        AllotmentRules.Check(municipality);
        return SumAsync($"select allotted - drawn from code_pool where municipality = {_text.Mark(0)}", [(DbType.Int32, municipality.Value)], cancellationToken);
    }

    private static async ValueTask<long[]> FreeAsync(SqlSession session, long[] codes, CancellationToken cancellationToken)
    {
        HashSet<long> taken = [];
        foreach (long[] some in codes.Chunk(session.Text.KeysPerQuery))
        {
            taken.UnionWith(await session.QueryAsync(
                $"select code from code_allotted where code in ({session.Text.Marks(0, some.Length)})",
                [.. some.Select(code => (DbType.Int64, (object)code))],
                reader => reader.GetInt64(0),
                cancellationToken).ConfigureAwait(false));
        }

        return [.. codes.Where(code => !taken.Contains(code))];
    }

    private async ValueTask<long> SumAsync(string statement, (DbType, object)[] parameters, CancellationToken cancellationToken)
    {
        SqlSession session = await SqlSession.ReadAsync(_source, _text, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            return (await session.QueryAsync(statement, parameters, reader => reader.GetInt64(0), cancellationToken).ConfigureAwait(false)).Sum();
        }
    }
}
