using System.Data.Common;
using System.Security.Cryptography;
using MyNumber.Numbering.Issuing.Storage;
using MyNumber.Numbering.Issuing.Storage.Codes;
using MyNumber.Numbering.Issuing.Storage.Versions;
using MyNumber.Numbering.Storage;
using MyNumber.TestKit;

namespace MyNumber.ContractTests.Issuing;

/// <summary>An empty database with the tables of every register, gone when disposed of.</summary>
public sealed class RegisterHome : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private RegisterHome(TestDatabase database)
    {
        _database = database;
        Register = new SqlNumberRegister(Source, Dialect);
        Allotted = new SqlAllottedCodes(Source, Dialect, RandomNumberGenerator.Create());
        Entries = new SqlResidentCodeRegister(Source, Dialect);
        Corporate = new SqlCorporateRegister(Source, Dialect);
        Identity = new SqlIdentityRegister(Source, Dialect);
    }

    public string Kind => _database.Kind;

    public string Connection => _database.Connection;

    public DbDataSource Source => _database.Source;

    public SqlDialect Dialect => _database.Dialect;

    public SqlNumberRegister Register { get; }

    public SqlAllottedCodes Allotted { get; }

    public SqlResidentCodeRegister Entries { get; }

    public SqlCorporateRegister Corporate { get; }

    public SqlIdentityRegister Identity { get; }

    public static Task<RegisterHome> SqliteAsync() => OpenAsync(TestDatabase.Sqlite());

    public static async Task<RegisterHome> PostgreSqlAsync(PostgresServer server) => await OpenAsync(await TestDatabase.PostgreSqlAsync(server));

    public async Task CreateTablesAsync()
    {
        await Register.CreateTablesAsync();
        await Allotted.CreateTablesAsync();
        await Entries.CreateTablesAsync();
        await Corporate.CreateTablesAsync();
        await Identity.CreateTablesAsync();
    }

    /// <summary>One number that the database answers.</summary>
    public Task<long> AskAsync(string statement) => _database.AskAsync(statement);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static async Task<RegisterHome> OpenAsync(TestDatabase database)
    {
        RegisterHome home = new(database);
        await home.CreateTablesAsync();
        return home;
    }
}
