using System.Data.Common;
using MyNumber.IssuingHost;
using MyNumber.Numbering.Storage;
using MyNumber.TestKit;
using Npgsql;

namespace MyNumber.ContractTests;

/// <summary>An empty database, gone when disposed of.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly IDisposable? _folder;
    private readonly List<DbDataSource> _further = [];

    private TestDatabase(string kind, string connection, IDisposable? folder)
    {
        (Kind, Connection, _folder) = (kind, connection, folder);
        Source = Databases.Open(kind, connection);
        Dialect = Databases.DialectOf(kind);
    }

    public string Kind { get; }

    public string Connection { get; }

    public DbDataSource Source { get; }

    public SqlDialect Dialect { get; }

    public bool IsServer => Kind == "postgresql";

    public static TestDatabase Sqlite()
    {
        TemporaryFolder folder = new();
        return new("sqlite", $"Data Source={Path.Combine(folder.Path, "register.db")};Pooling=false", folder);
    }

    public static async Task<TestDatabase> PostgreSqlAsync(PostgresServer server)
    {
        string database = "register_" + Guid.NewGuid().ToString("N");
        await using NpgsqlDataSource first = NpgsqlDataSource.Create(server.ConnectionString);
        await using NpgsqlCommand create = first.CreateCommand($"create database {database}");
        await create.ExecuteNonQueryAsync();
        return new("postgresql", server.ConnectionStringTo(database), null);
    }

    /// <summary>Connections of their own, as another process has them.</summary>
    public DbDataSource Another()
    {
        _further.Add(Databases.Open(Kind, Connection));
        return _further[^1];
    }

    /// <summary>One number that the database answers.</summary>
    public async Task<long> AskAsync(string statement)
    {
        await using DbConnection connection = await Source.OpenConnectionAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = statement;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Runs a statement as an administrator would.</summary>
    public Task RunAsync(string statement) => AskAsync(statement);

    public async ValueTask DisposeAsync()
    {
        foreach (DbDataSource source in _further)
        {
            await source.DisposeAsync();
        }

        await Source.DisposeAsync();
        _folder?.Dispose();
    }
}
