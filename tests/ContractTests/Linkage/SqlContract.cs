using System.Data.Common;
using MyNumber.ContractTests.Issuing;

namespace MyNumber.ContractTests.Linkage;

/// <summary>A contract of the core's registers, which make their tables themselves.</summary>
public abstract class SqlContract : HomeContract<TestDatabase>
{
    /// <summary>Processes that call at once.</summary>
    protected const int Rivals = 16;

    protected static Task<TestDatabase?> SqliteAsync() => Task.FromResult<TestDatabase?>(TestDatabase.Sqlite());

    protected static async Task<TestDatabase?> PostgreSqlAsync(PostgresFixture postgres) => await TestDatabase.PostgreSqlAsync(postgres.Server);

    /// <summary>Runs a call many times at once.</summary>
    protected static Task<T[]> AtOnceAsync<T>(Func<int, ValueTask<T>> call) => AtOnceAsync(Rivals, call);

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
