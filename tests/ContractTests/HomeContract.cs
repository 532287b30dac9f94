namespace MyNumber.ContractTests;

/// <summary>A contract that is run in memory, where there is no home, and in each database.</summary>
public abstract class HomeContract<THome> : IAsyncLifetime
    where THome : class, IAsyncDisposable
{
    protected THome? Home { get; private set; }

    protected static CancellationToken Stopped => new(canceled: true);

    public async Task InitializeAsync()
    {
        Home = await OpenHomeAsync();
        await OpenAsync();
    }

    public virtual async Task DisposeAsync()
    {
        if (Home is not null)
        {
            await Home.DisposeAsync();
        }
    }

    protected virtual Task<THome?> OpenHomeAsync() => Task.FromResult<THome?>(null);

    /// <summary>Takes the implementation: in memory, or the home's.</summary>
    protected virtual void Open()
    {
    }

    /// <summary>Takes the implementation where that takes time.</summary>
    protected virtual Task OpenAsync()
    {
        Open();
        return Task.CompletedTask;
    }

    /// <summary>Runs a call many times at once.</summary>
    protected static Task<T[]> AtOnceAsync<T>(int count, Func<int, ValueTask<T>> call) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(index => Task.Run(async () => await call(index))));
}
