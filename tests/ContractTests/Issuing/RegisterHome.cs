using System.Data.Common;
using System.Security.Cryptography;
using MyNumber.IssuingHost;
using MyNumber.Numbering.Issuing.Storage;
using MyNumber.Numbering.Issuing.Storage.Codes;
using MyNumber.Numbering.Issuing.Storage.Versions;
using MyNumber.Numbering.Storage;
using MyNumber.TestKit;
using Npgsql;

namespace MyNumber.ContractTests.Issuing;

/// <summary>An empty database with the tables of every register, gone when disposed of.</summary>
public sealed class RegisterHome : IAsyncDisposable
{
    private readonly IDisposable? _folder;

    private RegisterHome(string kind, string connection, IDisposable? folder)
    {
        (Kind, Connection, _folder) = (kind, connection, folder);
        Source = Databases.Open(kind, connection);
        Dialect = Databases.DialectOf(kind);
        Register = new SqlNumberRegister(Source, Dialect);
        Allotted = new SqlAllottedCodes(Source, Dialect, RandomNumberGenerator.Create());
        Entries = new SqlResidentCodeRegister(Source, Dialect);
        Corporate = new SqlCorporateRegister(Source, Dialect);
        Identity = new SqlIdentityRegister(Source, Dialect);
    }

    public string Kind { get; }

    public string Connection { get; }

    public DbDataSource Source { get; }

    public SqlDialect Dialect { get; }

    public SqlNumberRegister Register { get; }

    public SqlAllottedCodes Allotted { get; }

    public SqlResidentCodeRegister Entries { get; }

    public SqlCorporateRegister Corporate { get; }

    public SqlIdentityRegister Identity { get; }

    public static async Task<RegisterHome> SqliteAsync()
    {
        TemporaryFolder folder = new();
        RegisterHome home = new("sqlite", $"Data Source={Path.Combine(folder.Path, "register.db")};Pooling=false", folder);
        await home.CreateTablesAsync();
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
        await home.CreateTablesAsync();
        return home;
    }

    public async Task CreateTablesAsync()
    {
        await Register.CreateTablesAsync();
        await Allotted.CreateTablesAsync();
        await Entries.CreateTablesAsync();
        await Corporate.CreateTablesAsync();
        await Identity.CreateTablesAsync();
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
