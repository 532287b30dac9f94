namespace BankPortalTests;

/// <summary>Tests at a portal of their own with one customer, the first of the invented people.</summary>
public abstract class CustomerTests : IAsyncLifetime
{
    private protected Portal Portal { get; private set; } = null!;

    private protected Customer Customer { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Portal = await Portal.StartAsync();
        Customer = new Customer(Portal, Portal.Open(), Portal.Person());
        await PrepareAsync();
    }

    public async Task DisposeAsync() => await Portal.DisposeAsync();

    /// <summary>What has happened before each test.</summary>
    private protected virtual Task PrepareAsync() => Task.CompletedTask;
}
