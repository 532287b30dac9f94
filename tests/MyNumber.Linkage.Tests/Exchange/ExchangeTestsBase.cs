namespace MyNumber.Linkage.Tests.Exchange;

/// <summary>Tests over one <see cref="ExchangeWorld"/>, fresh for each.</summary>
public abstract class ExchangeTestsBase : IAsyncLifetime
{
    private protected ExchangeWorld World { get; private set; } = null!;

    public async Task InitializeAsync() => World = await ExchangeWorld.StartAsync();

    public Task DisposeAsync()
    {
        World.Dispose();
        return Task.CompletedTask;
    }
}
