using System.Net;
using BankPortal.Opening;
using Microsoft.Extensions.DependencyInjection;
using MyNumber.Jpki.Services;

namespace BankPortalTests;

/// <summary>What another site's page can make a browser do: look at addresses, and post without this site's cookies.</summary>
public sealed class ForeignPageTests : IAsyncLifetime
{
    private const string Evil = "https://evil.example";

    private readonly CountedChallenges _challenges = new();
    private Portal _portal = null!;
    private Customer _customer = null!;

    public async Task InitializeAsync()
    {
        _portal = await Portal.StartAsync(adjust: services => services.AddSingleton<IChallengeStore>(_challenges));
        _customer = new Customer(_portal, _portal.Open(), _portal.Person());
        await _customer.OpenAccountAsync();
        await _customer.LogInAsync();
        await _customer.ReadCardAsync();
        _challenges.Kept.ShouldBe(4);
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Theory]
    [InlineData("/login")]
    [InlineData("/login?handler=Post")]
    [InlineData("/open")]
    [InlineData("/open?handler=Card")]
    [InlineData("/open?handler=Hand")]
    [InlineData("/open/form")]
    [InlineData("/open/confirm")]
    [InlineData("/account")]
    [InlineData("/signin-jpki")]
    public async Task Look_at_an_address_begins_no_draft_and_no_ceremony(string path)
    {
        await _customer.Browser.VisitAsync(path);
        using Browser stranger = _portal.Open();
        await stranger.VisitAsync(path);

        _challenges.Kept.ShouldBe(4);
        _portal.Get<DraftDesk>().Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("/login")]
    [InlineData("/open?handler=Card")]
    [InlineData("/open?handler=Hand")]
    [InlineData("/open/form")]
    [InlineData("/open/confirm")]
    public async Task Post_of_another_sites_page_begins_no_draft_and_no_ceremony(string path)
    {
        using Browser attacker = _portal.Open();
        Dictionary<string, string> fields = (await attacker.GetAsync("/login")).Form().Fields; // a token of the attacker's own browser

        (await _customer.Browser.PostAsync(path, fields, Evil)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _customer.Browser.PostAsync(path, [], Evil)).Status.ShouldBe(HttpStatusCode.BadRequest);
        _challenges.Kept.ShouldBe(4);
        _portal.Get<DraftDesk>().Count.ShouldBe(2);
    }
}
