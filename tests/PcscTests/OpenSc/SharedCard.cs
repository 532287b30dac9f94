using MyNumber.PcscTests.Harness;

namespace MyNumber.PcscTests.OpenSc;

/// <summary>One card for the tests of a class that leave its counters as they were. It goes in when the first of them asks.</summary>
public sealed class SharedCard(PcscDaemon daemon) : IAsyncLifetime
{
    private OpenScCard? _card;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _card is null ? Task.CompletedTask : _card.DisposeAsync().AsTask();

    internal async Task<OpenScCard> UseAsync() => _card ??= await OpenScCard.InsertAsync(daemon);
}
