using MyNumber.ContractTests.Issuing;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Storage.Bodies;
using MyNumber.Linkage.Storage.Records;

namespace MyNumber.ContractTests.Linkage;

/// <summary>Databases with the tables of the exchange: spaces, records, heads.</summary>
internal static class LinkageHomes
{
    public static Task<TestDatabase?> SqliteAsync() => WithTablesAsync(TestDatabase.Sqlite());

    public static async Task<TestDatabase?> PostgreSqlAsync(PostgresFixture postgres) => await WithTablesAsync(await TestDatabase.PostgreSqlAsync(postgres.Server));

    public static async Task CreateTablesAsync(TestDatabase database)
    {
        await new SqlBodyStore(database.Source, database.Dialect).CreateTablesAsync();
        await new SqlRecordStore(database.Source, database.Dialect, LogOwner.Core).CreateTablesAsync();
        await new SqlHeadStore(database.Source, database.Dialect).CreateTablesAsync();
    }

    private static async Task<TestDatabase?> WithTablesAsync(TestDatabase database)
    {
        await CreateTablesAsync(database);
        return database;
    }
}
