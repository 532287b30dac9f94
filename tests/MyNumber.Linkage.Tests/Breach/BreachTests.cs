using System.Text;

namespace MyNumber.Linkage.Tests.Breach;

/// <summary>What every role's tests share.</summary>
public abstract class BreachTests : IAsyncLifetime
{
    private protected BreachWorld World { get; private set; } = null!;

    public async Task InitializeAsync() => World = await BreachWorld.StartAsync();

    public Task DisposeAsync()
    {
        World.Dispose();
        return Task.CompletedTask;
    }

    private protected static bool Shows(byte[] bytes, string text) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
