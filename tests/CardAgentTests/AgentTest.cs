using CardAgentTests.Lab;

namespace CardAgentTests;

/// <summary>A test with an agent of its own.</summary>
public abstract class AgentTest : IAsyncLifetime
{
    private protected RunningAgent Agent { get; private set; } = null!;

    public async Task InitializeAsync() => Agent = await RunningAgent.StartAsync();

    public async Task DisposeAsync() => await Agent.DisposeAsync();
}
