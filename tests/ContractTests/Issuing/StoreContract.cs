namespace MyNumber.ContractTests.Issuing;

/// <summary>A contract that is run in memory, where there is no home, and in each database.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    protected RegisterHome? Home { get; private set; }

    public async Task InitializeAsync()
    {
        Home = await OpenHomeAsync();
        Open();
    }

    public async Task DisposeAsync()
    {
        if (Home is not null)
        {
            await Home.DisposeAsync();
        }
    }

    protected virtual Task<RegisterHome?> OpenHomeAsync() => Task.FromResult<RegisterHome?>(null);

    /// <summary>Takes the implementation: in memory, or the home's.</summary>
    protected abstract void Open();

    protected static async Task<RegisterHome?> SqliteAsync() => await RegisterHome.SqliteAsync();

    protected static async Task<RegisterHome?> PostgreSqlAsync(PostgresFixture postgres) => await RegisterHome.PostgreSqlAsync(postgres.Server);

    /// <summary>Runs a call many times at once.</summary>
    protected static Task<T[]> AtOnceAsync<T>(int count, Func<int, ValueTask<T>> call) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(index => Task.Run(async () => await call(index))));

    protected static CancellationToken Stopped => new(canceled: true);
}
