using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests;

/// <summary>One lab for a class of tests: persons, cards, authority and responder.</summary>
public sealed class LabFixture : IAsyncLifetime
{
    public LabWorld World { get; private set; } = null!;

    public async Task InitializeAsync() => World = await LabWorld.StartAsync();

    public async Task DisposeAsync() => await World.DisposeAsync();
}
