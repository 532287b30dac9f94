using System.Net;
using BankPortal.Bounds;
using BankPortal.Opening;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;

namespace BankPortalTests;

/// <summary>One line cannot use up what all customers share.</summary>
public sealed class BoundsTests : IAsyncLifetime
{
    private const string Crowd = "192.0.2.1", Neighbour = "192.0.2.2", Evil = "https://evil.example";

    private Portal _portal = null!;

    public async Task InitializeAsync() => _portal = await Portal.StartAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    public static TheoryData<string, string> Steps { get; } = new()
    {
        { "drafts by hand", "/open?handler=Hand" },
        { "drafts by card", "/open?handler=Card" },
        { "the page's other address", "/open/index?handler=Hand" },
        { "other letters and a slash", "/OPEN/?handler=Hand" },
        { "forms", "/open/form" },
        { "signatures", "/open/confirm" },
        { "logins", "/login" },
        { "answers with a certificate", "/open/certificate" },
        { "answers with a signature", "/open/signed" },
        { "answers to a login", "/signin-jpki" },
        { "clerks' logins", "/clerk/login" },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Line_over_its_bound_gets_a_page_that_says_when_and_another_line_is_served(string what, string path)
    {
        using Browser crowd = _portal.Open(Crowd);
        for (int step = 0; step < 100; step++)
        {
            (await TakeAsync(crowd, path)).Status.ShouldNotBe(HttpStatusCode.TooManyRequests, $"{what}, step {step}");
        }

        Shown refused = await TakeAsync(crowd, path);
        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests, what);
        refused.Header("Retry-After").ShouldBe("60");
        refused.Text.ShouldContain("短い時間に操作が続いています");
        refused.Text.ShouldContain("1分ほど待ってから");
        refused.Body.ShouldContain("<html lang=\"ja\">");
        refused.Header("Cache-Control").ShouldContain("no-store");
        refused.Header("Content-Security-Policy").ShouldContain("default-src 'none'");
        using Browser neighbour = _portal.Open(Neighbour);
        (await TakeAsync(neighbour, path)).Status.ShouldNotBe(HttpStatusCode.TooManyRequests, what);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Page_of_another_site_uses_up_no_step_of_its_visitor(string what, string path)
    {
        using Browser visitor = _portal.Open(Crowd);
        for (int post = 0; post <= 100; post++)
        {
            (await visitor.PostAsync(path, [], Evil)).Status.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.Redirect);
        }

        (await TakeAsync(visitor, path)).Status.ShouldNotBe(HttpStatusCode.TooManyRequests, what);
    }

    [Theory]
    [InlineData("another site", Evil, "cross-site", "document")]
    [InlineData("another site without a name", "null", "cross-site", "document")]
    [InlineData("another port of the same machine", "https://bank.localhost:8443", "same-site", "document")]
    [InlineData("another site, which the browser tells by its origin alone", Evil, "", "")]
    [InlineData("a frame", Portal.Origin, "same-origin", "iframe")]
    [InlineData("a script", Portal.Origin, "same-origin", "empty")]
    public async Task Post_that_is_not_an_own_pages_is_refused_before_it_counts(string what, string origin, string site, string destination)
    {
        using Browser visitor = _portal.Open(Crowd);
        Dictionary<string, string> fields = (await visitor.GetAsync("/login")).Form().Fields;
        for (int post = 0; post <= 100; post++)
        {
            Shown refused = await visitor.PostAsync("/login", fields, origin, site, destination);
            refused.Status.ShouldBe(HttpStatusCode.BadRequest, what);
            refused.Text.ShouldContain("その操作は受け付けられません");
        }

        (await visitor.PostAsync("/login", fields)).Status.ShouldBe(HttpStatusCode.OK, what);
    }

    [Fact]
    public async Task Browser_that_says_nothing_of_the_sender_is_served()
    {
        using Browser old = _portal.Open();
        Shown login = await old.GetAsync("/login");

        (await old.PostAsync("/login", login.Form().Fields, string.Empty, string.Empty, string.Empty)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Pictures_and_posts_of_other_sites_do_not_keep_a_signed_answer_out()
    {
        Customer customer = new(_portal, _portal.Open(Crowd), _portal.Person());
        Shown asked = await customer.ConfirmAsync();
        for (int request = 0; request <= 100; request++)
        {
            await customer.Browser.EmbedAsync("/signin-jpki");
            await customer.Browser.PostAsync("/open/signed", [], Evil);
        }

        (await customer.AnswerAsync(asked)).Text.ShouldContain("口座が開設されました");
        (await customer.LogInAsync()).Path.ShouldBe("/account");
    }

    [Fact]
    public async Task Line_that_waited_is_served_again()
    {
        using Browser crowd = _portal.Open(Crowd);
        await FillAsync(crowd);
        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        for (int step = 0; step < 30; step++)
        {
            (await crowd.PostAsync("/login", [])).Status.ShouldNotBe(HttpStatusCode.TooManyRequests, $"step {step}");
        }

        (await crowd.PostAsync("/login", [])).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Line_over_its_bound_may_still_look_at_pages_and_log_out()
    {
        Customer customer = new(_portal, _portal.Open(Crowd), _portal.Person());
        await customer.OpenAccountAsync();
        await customer.LogInAsync();
        await FillAsync(customer.Browser);
        (await customer.Browser.GetAsync("/login")).Status.ShouldBe(HttpStatusCode.OK);
        Shown account = await customer.Browser.GetAsync("/account");
        account.Status.ShouldBe(HttpStatusCode.OK);
        (await customer.Browser.SubmitAsync(account, "/logout")).Location.ShouldBe("/login?ended=true");
    }

    [Fact]
    public async Task Twenty_people_of_an_office_log_in_and_open_accounts_at_once()
    {
        using Browser office = _portal.Open(Crowd);
        for (int person = 0; person < 20; person++)
        {
            foreach (string path in new[] { "/open?handler=Card", "/open/form", "/open/confirm", "/login", "/open/certificate", "/open/signed", "/signin-jpki" })
            {
                (await TakeAsync(office, path)).Status.ShouldNotBe(HttpStatusCode.TooManyRequests, $"{path} of person {person}");
            }
        }
    }

    [Fact]
    public async Task Every_page_and_every_address_that_takes_posts_of_strangers_is_bounded()
    {
        string[] free = ["/Lab", "/Logout", "/Clerk/Application", "/Clerk/Logout", "/Clerk/Status", "/Status", "/Error"]; // the lab's, or behind a login, or endings
        List<string> bounded = [];
        foreach (Endpoint endpoint in _portal.Get<EndpointDataSource>().Endpoints)
        {
            CompiledPageActionDescriptor? page = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } named ? await _portal.Get<PageLoader>().LoadAsync(named, endpoint.Metadata) : null;
            bool isPosted = page is null
                ? endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true
                : page.HandlerMethods.Any(handler => handler.HttpMethod == "Post") && !free.Contains(page.ViewEnginePath);
            if (isPosted)
            {
                (page?.Endpoint ?? endpoint).Metadata.GetMetadata<EnableRateLimitingAttribute>().ShouldNotBeNull(endpoint.DisplayName);
                bounded.Add(page?.ViewEnginePath ?? ((RouteEndpoint)endpoint).RoutePattern.RawText!);
            }
        }

        bounded.Distinct().ShouldBe(["/Login/Index", "/Open/Index", "/Open/Form", "/Open/Confirm", "/Clerk/Login", "/open/certificate", "/open/signed"], ignoreOrder: true);
    }

    [Fact]
    public async Task Line_has_no_more_than_its_drafts_at_a_time()
    {
        for (int draft = 0; draft < DraftDesk.MostOfLine; draft++)
        {
            (await BeginAsync(Crowd)).Location.ShouldBe("/open/form", $"draft {draft}");
            _portal.Clock.Advance(TimeSpan.FromSeconds(2)); // as slow as steps may come for ever
        }

        Shown refused = await BeginAsync(Crowd);
        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Header("Retry-After").ShouldBe("60");
        refused.Text.ShouldContain("短い時間に操作が続いています");
        (await BeginAsync(Neighbour)).Location.ShouldBe("/open/form");
        _portal.Clock.Advance(DraftDesk.EmptyLife);
        (await BeginAsync(Crowd)).Location.ShouldBe("/open/form", "drafts into which nothing was entered lapsed");
    }

    [Theory]
    [InlineData("an IPv4 address", "192.0.2.1", "192.0.2.1")]
    [InlineData("an IPv4 address in an IPv6 one", "::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("an IPv6 address", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData("an IPv6 address with a scope", "fe80::1%2", "fe80::")]
    [InlineData("the loopback", "::1", "::")]
    public void Line_is_an_IPv4_address_or_an_IPv6_network(string what, string address, string line) => ClientLine.Of(IPAddress.Parse(address)).ShouldBe(line, what);

    [Fact]
    public async Task Addresses_of_one_IPv6_network_are_one_line()
    {
        for (int step = 0; step < 100; step++)
        {
            using Browser browser = _portal.Open($"2001:db8:1:2::{step + 1:x}");
            await browser.PostAsync("/login", []);
        }

        using Browser next = _portal.Open("2001:db8:1:2:ffff::1"), elsewhere = _portal.Open("2001:db8:1:3::1");
        (await next.PostAsync("/login", [])).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await elsewhere.PostAsync("/login", [])).Status.ShouldNotBe(HttpStatusCode.TooManyRequests);
    }

    // Own pages post to pages, the agent's page posts answers.
    private static Task<Shown> TakeAsync(Browser browser, string path) =>
        browser.PostAsync(path, [], path is "/open/certificate" or "/open/signed" or "/signin-jpki" ? Portal.AgentOrigin : Portal.Origin);

    private static async Task FillAsync(Browser crowd)
    {
        for (int step = 0; step < StepBounds.MostAtOnce; step++)
        {
            await TakeAsync(crowd, "/login");
        }

        (await TakeAsync(crowd, "/login")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    private async Task<Shown> BeginAsync(string address)
    {
        using Browser browser = _portal.Open(address);
        return await browser.SubmitAsync(await browser.GetAsync("/open"), "Hand");
    }
}
