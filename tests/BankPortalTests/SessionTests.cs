using System.Net;
using BankPortal.Sessions;
using BankPortal.Web;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BankPortalTests;

public sealed class SessionTests : CustomerTests
{
    private const string CookieName = "__Host-BankPortal.Customer";

    private protected override async Task PrepareAsync()
    {
        await Customer.OpenAccountAsync();
        await Customer.LogInAsync();
    }

    [Fact]
    public async Task Session_without_a_request_for_its_time_ends()
    {
        Portal.Clock.Advance(SessionDesk.Idle);

        (await AccountAsync(Customer.Browser)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Session_in_use_goes_on_and_ends_after_an_hour()
    {
        for (int minutes = 9; minutes < 60; minutes += 9)
        {
            Portal.Clock.Advance(TimeSpan.FromMinutes(9));
            (await AccountAsync(Customer.Browser)).ShouldBe(HttpStatusCode.OK, $"after {minutes} minutes");
        }

        Portal.Clock.Advance(TimeSpan.FromMinutes(6));
        (await AccountAsync(Customer.Browser)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Logout_ends_copies_of_the_cookie_too()
    {
        Browser thief = Copy();
        (await AccountAsync(thief)).ShouldBe(HttpStatusCode.OK);
        await Customer.Browser.SubmitAsync(await Customer.Browser.GetAsync("/account"), "/logout");

        (await AccountAsync(thief)).ShouldBe(HttpStatusCode.Redirect);
        (await AccountAsync(Customer.Browser)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Logout_by_an_address_or_without_the_token_does_nothing()
    {
        (await Customer.Browser.GetAsync("/logout")).Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await Customer.Browser.PostAsync("/logout", [])).Status.ShouldBe(HttpStatusCode.BadRequest); // with all cookies that the browser has, so that the token alone stands in the way

        (await AccountAsync(Customer.Browser)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Each_login_begins_another_session()
    {
        string first = SessionOf(Customer.Browser);
        await Customer.LogInAsync();

        SessionOf(Customer.Browser).ShouldNotBe(first);
    }

    [Fact]
    public async Task Copy_of_the_former_session_ends_with_the_next_login()
    {
        Browser thief = Copy();
        (await AccountAsync(thief)).ShouldBe(HttpStatusCode.OK);
        await Customer.LogInAsync();

        (await AccountAsync(thief)).ShouldBe(HttpStatusCode.Redirect);
        (await AccountAsync(Customer.Browser)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Login_in_another_browser_ends_the_session_of_the_first()
    {
        Customer elsewhere = new(Portal, Portal.Open(), Portal.Person());
        await elsewhere.LogInAsync();

        (await AccountAsync(elsewhere.Browser)).ShouldBe(HttpStatusCode.OK);
        (await AccountAsync(Customer.Browser)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Session_that_an_attacker_planted_does_not_become_the_victims()
    {
        Customer victim = new(Portal, Portal.Open(), Portal.Person(1));
        await victim.OpenAccountAsync();
        victim.Browser.Cookies.Plant(Customer.Browser.Cookies.All.Single(cookie => cookie.Name == CookieName));

        Shown account = await victim.LogInAsync();

        account.Text.ShouldContain("0000002");
        SessionOf(victim.Browser).ShouldNotBe(SessionOf(Customer.Browser));
        (await AccountAsync(Customer.Browser)).ShouldBe(HttpStatusCode.Redirect, "the planted session ended");
    }

    [Fact]
    public async Task Cookie_that_was_altered_is_none()
    {
        Browser other = Copy();
        SetCookieHeaderValue cookie = other.Cookies.All.Single(one => one.Name == CookieName);
        char[] value = cookie.Value.ToString().ToCharArray();
        value[40] = value[40] == 'A' ? 'B' : 'A';
        cookie.Value = new string(value);

        (await AccountAsync(other)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Cookies_are_for_this_site_alone_and_out_of_reach_of_scripts()
    {
        await Clerk.BeginAsync(Customer.Browser);
        await Customer.ConfirmAsync();
        await Customer.BeginLoginAsync();
        string[] names = ["__Host-BankPortal.Customer", "__Host-BankPortal.Clerk", "__Host-BankPortal.Draft", "__Host-BankPortal.Form", "__Host-MyNumber.Jpki.Login.", "__Host-MyNumber.Jpki.Asked."];
        names.ShouldAllBe(name => Customer.Browser.Cookies.All.Any(cookie => cookie.Name.Value!.StartsWith(name, StringComparison.Ordinal)));
        Customer.Browser.Cookies.All.Single(one => one.Name == CookieName).SameSite.ShouldBe(Microsoft.Net.Http.Headers.SameSiteMode.Lax);
        foreach (SetCookieHeaderValue cookie in Customer.Browser.Cookies.All)
        {
            cookie.Name.Value!.ShouldStartWith("__Host-");
            cookie.HttpOnly.ShouldBeTrue(cookie.Name.Value);
            cookie.Secure.ShouldBeTrue(cookie.Name.Value);
            cookie.Domain.Value.ShouldBeNull(cookie.Name.Value);
            cookie.Path.Value.ShouldBe("/", cookie.Name.Value);
        }
    }

    [Fact]
    public async Task No_two_browsers_have_a_cookie_of_the_same_value_or_of_a_persons_making()
    {
        Customer other = new(Portal, Portal.Open(), Portal.Person(1));
        await other.OpenAccountAsync();
        await other.LogInAsync();
        foreach (SetCookieHeaderValue cookie in Customer.Browser.Cookies.All)
        {
            cookie.Value.Length.ShouldBeGreaterThan(40, cookie.Name.Value);
            other.Browser.Cookies.Find(cookie.Name.Value!).ShouldNotBeNull(cookie.Name.Value);
            other.Browser.Cookies.Find(cookie.Name.Value!).ShouldNotBe(cookie.Value.Value, cookie.Name.Value);
        }
    }

    [Theory]
    [InlineData("over https", "https")]
    [InlineData("over the http of localhost", "http")]
    public async Task Cookie_of_a_form_is_secure(string what, string scheme)
    {
        Shown login = await Portal.Open().GetAsync($"{scheme}://{new Uri(Portal.Origin).Authority}/login");

        SetCookieHeaderValue cookie = SetCookieHeaderValue.Parse(login.Response.Headers.GetValues("Set-Cookie").Single());
        (cookie.Name.Value, cookie.Secure, cookie.HttpOnly, cookie.Path.Value, cookie.SameSite).ShouldBe(("__Host-BankPortal.Form", true, true, "/", SameSiteMode.Lax), what);
    }

    private static async Task<HttpStatusCode> AccountAsync(Browser browser) => (await browser.GetAsync("/account")).Status;

    private string SessionOf(Browser browser) => Portal.Get<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme)
        .TicketDataFormat.Unprotect(browser.Cookies.Find(CookieName))!.Principal.FindFirst(Policies.SessionClaim)!.Value;

    private Browser Copy()
    {
        Browser other = Portal.Open();
        foreach (SetCookieHeaderValue cookie in Customer.Browser.Cookies.All)
        {
            other.Cookies.Plant(SetCookieHeaderValue.Parse(cookie.ToString()));
        }

        return other;
    }
}
