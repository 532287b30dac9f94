namespace BrowserTests.Stage;

/// <summary>A test with the whole stage; the programs' complaints go with its failure.</summary>
[Collection(Name)]
public abstract class BrowserTest(Theatre theatre) : IAsyncLifetime
{
    internal const string Name = "browser";

    internal Theatre Theatre { get; } = theatre;

    public Task InitializeAsync() => Theatre.OpenAsync();

    public Task DisposeAsync() => Task.CompletedTask;
}
