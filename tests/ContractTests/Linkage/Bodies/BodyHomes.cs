using MyNumber.ContractTests.Issuing;
using MyNumber.Linkage.Storage.Bodies;

namespace MyNumber.ContractTests.Linkage.Bodies;

/// <summary>Databases with the table of spaces.</summary>
internal static class BodyHomes
{
    public static Task<TestDatabase?> SqliteAsync() => WithTablesAsync(TestDatabase.Sqlite());

    public static async Task<TestDatabase?> PostgreSqlAsync(PostgresFixture postgres) => await WithTablesAsync(await TestDatabase.PostgreSqlAsync(postgres.Server));

    private static async Task<TestDatabase?> WithTablesAsync(TestDatabase database)
    {
        await new SqlBodyStore(database.Source, database.Dialect).CreateTablesAsync();
        return database;
    }
}
