using System.Data.Common;
using MyNumber.IssuingHost;
using MyNumber.Numbering.Issuing.Storage;
using MyNumber.TestKit;
using Npgsql;

namespace MyNumber.ContractTests.Issuing;

/// <summary>An empty database with the tables of a register, gone when disposed of.</summary>
public sealed class RegisterHome : IAsyncDisposable
{
    private readonly IDisposable? _folder;

    private RegisterHome(string kind, string connection, IDisposable? folder)
    {
        (Kind, Connection, _folder) = (kind, connection, folder);
        Source = Databases.Open(kind, connection);
        Register = new SqlNumberRegister(Source, Databases.DialectOf(kind));
    }

    public string Kind { get; }

    public string Connection { get; }

    public DbDataSource Source { get; }

    public SqlNumberRegister Register { get; }

    public static async Task<RegisterHome> SqliteAsync()
    {
        TemporaryFolder folder = new();
        RegisterHome home = new("sqlite", $"Data Source={Path.Combine(folder.Path, "register.db")};Pooling=false", folder);
        await home.Register.CreateTablesAsync();
        return home;
    }

    public static async Task<RegisterHome> PostgreSqlAsync(PostgresServer server)
    {
        string database = "register_" + Guid.NewGuid().ToString("N");
        await using (NpgsqlDataSource first = NpgsqlDataSource.Create(server.ConnectionString))
        await using (NpgsqlCommand create = first.CreateCommand($"create database {database}"))
        {
            await create.ExecuteNonQueryAsync();
        }

        RegisterHome home = new("postgresql", server.ConnectionStringTo(database), null);
        await home.Register.CreateTablesAsync();
        return home;
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
