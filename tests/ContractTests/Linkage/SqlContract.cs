using System.Data.Common;
using MyNumber.ContractTests.Issuing;

namespace MyNumber.ContractTests.Linkage;

/// <summary>A contract that is run in memory, where there is no home, and in each database.</summary>
public abstract class SqlContract : IAsyncLifetime
{
    /// <summary>Processes that call at once.</summary>
    protected const int Rivals = 16;

    protected SqlHome? Home { get; private set; }

    protected static CancellationToken Stopped => new(canceled: true);

    public async Task InitializeAsync()
    {
        Home = await OpenHomeAsync();
        await OpenAsync();
    }

    public async Task DisposeAsync()
    {
        if (Home is not null)
        {
            await Home.DisposeAsync();
        }
    }

    protected virtual Task<SqlHome?> OpenHomeAsync() => Task.FromResult<SqlHome?>(null);

    /// <summary>Takes the implementation: in memory, or over the home with its tables made.</summary>
    protected abstract Task OpenAsync();

    protected static Task<SqlHome?> SqliteAsync() => Task.FromResult<SqlHome?>(SqlHome.Sqlite());

    protected static async Task<SqlHome?> PostgreSqlAsync(PostgresFixture postgres) => await SqlHome.PostgreSqlAsync(postgres);

    /// <summary>Runs a call many times at once.</summary>
    protected static Task<T[]> AtOnceAsync<T>(Func<int, ValueTask<T>> call) =>
        Task.WhenAll(Enumerable.Range(0, Rivals).Select(index => Task.Run(async () => await call(index))));

    /// <summary>Breaks a call off in its middle, as a crash does: the database loses a table that the call comes to, and gets it back. In memory there is no middle, and nothing happens.</summary>
    /// <param name="table">The table.</param>
    /// <param name="call">The call.</param>
    /// <param name="secrets">Bytes that no text of the failure may hold.</param>
    protected async Task BreakOffAsync(string table, Func<Task> call, params byte[][] secrets)
    {
        if (Home is null)
        {
            return;
        }

        await Home.RunAsync($"alter table {table} rename to {table}_away");
        string text = (await Should.ThrowAsync<DbException>(call)).ToString();
        await Home.RunAsync($"alter table {table}_away rename to {table}");
        foreach (byte[] secret in secrets)
        {
            text.ShouldNotContain(Convert.ToHexString(secret), Case.Insensitive);
        }
    }
}
