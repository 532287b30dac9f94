using System.Data.Common;
using MyNumber.ContractTests.Issuing;
using MyNumber.IssuingHost;
using MyNumber.Numbering.Storage;
using MyNumber.TestKit;
using Npgsql;

namespace MyNumber.ContractTests.Linkage;

/// <summary>An empty database, gone when disposed of.</summary>
public sealed class SqlHome : IAsyncDisposable
{
    private readonly IDisposable? _folder;

    private SqlHome(string kind, string connection, IDisposable? folder)
    {
        _folder = folder;
        Source = Databases.Open(kind, connection);
        Dialect = Databases.DialectOf(kind);
    }

    public DbDataSource Source { get; }

    public SqlDialect Dialect { get; }

    public static SqlHome Sqlite()
    {
        TemporaryFolder folder = new();
        return new SqlHome("sqlite", $"Data Source={Path.Combine(folder.Path, "linkage.db")};Pooling=false", folder);
    }

    public static async Task<SqlHome> PostgreSqlAsync(PostgresFixture postgres)
    {
        string database = "linkage_" + Guid.NewGuid().ToString("N");
        await using NpgsqlDataSource first = NpgsqlDataSource.Create(postgres.Server.ConnectionString);
        await using NpgsqlCommand create = first.CreateCommand($"create database {database}");
        await create.ExecuteNonQueryAsync();
        return new SqlHome("postgresql", postgres.Server.ConnectionStringTo(database), null);
    }

    /// <summary>Runs a statement as an administrator of the database would.</summary>
    public async Task RunAsync(string statement)
    {
        await using DbConnection connection = await Source.OpenConnectionAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>One number that the database answers.</summary>
    public async Task<long> AskAsync(string statement)
    {
        await using DbConnection connection = await Source.OpenConnectionAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = statement;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        _folder?.Dispose();
    }
}
