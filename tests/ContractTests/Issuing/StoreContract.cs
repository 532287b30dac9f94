namespace MyNumber.ContractTests.Issuing;

/// <summary>A contract over the registers of issuing.</summary>
public abstract class StoreContract : HomeContract<RegisterHome>
{
    protected static async Task<RegisterHome?> SqliteAsync() => await RegisterHome.SqliteAsync();

    protected static async Task<RegisterHome?> PostgreSqlAsync(PostgresFixture postgres) => await RegisterHome.PostgreSqlAsync(postgres.Server);
}
