namespace BankPortalTests;

/// <summary>One browser in which a customer has an account, a session and another application in progress, and a clerk has begun.</summary>
public sealed class PageFixture : IAsyncLifetime
{
    internal Portal Portal { get; private set; } = null!;

    internal Browser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Portal = await Portal.StartAsync();
        Browser = Portal.Open();
        Customer customer = new(Portal, Browser, Portal.Person());
        await customer.OpenAccountAsync();
        await customer.LogInAsync();
        await customer.ConfirmAsync();
        await Browser.SubmitAsync(await Browser.GetAsync("/clerk/login"), "/clerk/login");
    }

    public async Task DisposeAsync()
    {
        Browser.Dispose();
        await Portal.DisposeAsync();
    }
}
