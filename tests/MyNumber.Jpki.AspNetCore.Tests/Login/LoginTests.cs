using System.Net;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using MyNumber.Jpki.AspNetCore.Login;
using MyNumber.Jpki.AspNetCore.Problems;
using MyNumber.Jpki.Services;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Login;

public sealed class LoginTests(LabFixture lab) : IClassFixture<LabFixture>
{
    private readonly LabWorld _world = lab.World;

    [Theory]
    [InlineData("by an endpoint", "/account")]
    [InlineData("by a controller", "/secret")]
    [InlineData("with a query", "/account?from=home&%E3%81%82=1")]
    [InlineData("by the login page", "/login?to=/account")]
    public async Task A_holder_comes_to_the_guarded_page_by_a_login(string description, string path)
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();

        HttpResponseMessage login = await bank.LogInAsync(browser, _world.Holder, path);

        login.StatusCode.ShouldBe(HttpStatusCode.Redirect, description);
        string target = path.Replace("/login?to=", string.Empty, StringComparison.Ordinal);
        login.Headers.Location!.OriginalString.ShouldBe(target);
        (await browser.GetAsync(target)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("none", true)]
    [InlineData("same-origin", true)]
    [InlineData("same-site", false)]
    [InlineData("cross-site", false)]
    public async Task A_page_that_another_site_opened_waits_for_a_press_before_it_goes_to_the_agent(string site, bool goesByItself)
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();

        HttpResponseMessage page = await browser.ComeAsync("/account", site);

        string markup = await page.Content.ReadAsStringAsync();
        markup.Contains("<script", StringComparison.Ordinal).ShouldBe(goesByItself);
        markup.Contains("ご自分で始めた手続きでなければ", StringComparison.Ordinal).ShouldBe(!goesByItself);
        page.Headers.GetValues("Content-Security-Policy").Single().Contains("script-src", StringComparison.Ordinal).ShouldBe(goesByItself);
        AutoForm.Read(markup).AskedBy(WebBank.Origin).Statement.Origin.ShouldBe(WebBank.Origin);
    }

    [Fact]
    public async Task Claims_are_subject_method_and_instant_and_nothing_else()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        await bank.LogInAsync(browser, _world.Holder);

        string[] claims = (await (await browser.GetAsync("/account")).Content.ReadAsStringAsync()).Split('\n');

        claims.ShouldBe(
        [
            $"{ClaimTypes.NameIdentifier}={PairwiseSubject.For(_world.Holder.Certificates.UserAuthentication.Identity, WebBank.SubjectKey.Span)}",
            $"{ClaimTypes.AuthenticationMethod}=jpki",
            $"{ClaimTypes.AuthenticationInstant}={_world.Clock.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'}",
        ]);
        Personal.ShouldBeAbsent(_world.Holder, claims);
    }

    [Fact]
    public async Task The_same_card_is_the_same_subject_and_another_card_is_another()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        LabHolder other = _world.AddHolder();

        string first = await SubjectAsync(bank, _world.Holder), again = await SubjectAsync(bank, _world.Holder), others = await SubjectAsync(bank, other);

        again.ShouldBe(first);
        others.ShouldNotBe(first);
    }

    [Fact]
    public async Task The_application_looks_up_the_account_and_adds_its_own_claims()
    {
        await using WebBank bank = await WebBank.StartAsync(_world, login: options => options.Events.OnCertificateValidated = context =>
        {
            context.Certificate.ShouldBe(_world.Holder.Certificates.UserAuthentication.Identity);
            context.Identity.AddClaim(new Claim("account", "A-1"));
            return Task.CompletedTask;
        });
        using Browser browser = bank.Open();
        await bank.LogInAsync(browser, _world.Holder);
        (await (await browser.GetAsync("/account")).Content.ReadAsStringAsync()).ShouldEndWith("account=A-1");
    }

    [Fact]
    public async Task The_application_refuses_a_card_that_is_linked_to_no_account()
    {
        JpkiRejection unknown = JpkiRejection.Own("AccountUnknown", 403, "口座に紐付いていないカード", "the card is linked to no account", "窓口で紐付ける", "link it at a branch");
        await using WebBank bank = await WebBank.StartAsync(_world, login: options => options.Events.OnCertificateValidated = context =>
        {
            context.Refuse(unknown);
            return Task.CompletedTask;
        });
        using Browser browser = bank.Open();
        await Refusal.OfAsync(await bank.LogInAsync(browser, _world.Holder), HttpStatusCode.Forbidden, "AccountUnknown");
        (await browser.GetAsync("/account", "empty")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("another site", "https://evil.example/")]
    [InlineData("another site without scheme", "//evil.example/")]
    [InlineData("with a backslash", "/\\evil.example/")]
    [InlineData("with a backslash later", "/a\\b")]
    [InlineData("a script", "javascript:alert(1)")]
    [InlineData("a relative path", "account")]
    [InlineData("beyond ASCII, which no Location header takes", "/口座")]
    [InlineData("with a line break", "/a\r\nSet-Cookie: b=c")]
    [InlineData("with a tab", "/\t/evil.example")]
    [InlineData("its own origin in full", "https://bank.example.evil.example/account")]
    public async Task A_return_address_outside_of_the_site_becomes_its_root(string description, string address)
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        HttpResponseMessage login = await bank.LogInAsync(browser, _world.Holder, "/login?to=" + Uri.EscapeDataString(address));
        login.StatusCode.ShouldBe(HttpStatusCode.Redirect, description);
        login.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task A_return_address_too_long_becomes_the_root()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        HttpResponseMessage login = await bank.LogInAsync(browser, _world.Holder, "/login?to=/" + new string('a', 3000));
        login.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Theory]
    [InlineData("a script", "empty")]
    [InlineData("a frame", "iframe")]
    [InlineData("a picture", "image")]
    public async Task A_request_that_is_not_of_a_page_gets_neither_page_nor_challenge(string description, string destination)
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        HttpResponseMessage response = await browser.GetAsync("/account", destination);
        (await Refusal.OfAsync(response, HttpStatusCode.Unauthorized, "LoginRequired")).GetProperty("title").GetString().ShouldBe("ログインしていない", description);
        response.Headers.WwwAuthenticate.ToString().ShouldBe("Jpki");
        browser.Cookies.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("deletes", "DELETE", null)]
    [InlineData("puts, and takes a page", "PUT", "text/html")]
    [InlineData("looks whether it is there", "HEAD", "*/*")]
    [InlineData("takes JSON", "GET", "application/json")]
    [InlineData("takes problem details and plain text", "GET", "application/problem+json, text/plain;q=0.5")]
    [InlineData("posts and takes JSON", "POST", "application/json")]
    [InlineData("takes anything but a page", "GET", "*/*, text/html;q=0")]
    public async Task A_program_gets_neither_page_nor_challenge(string description, string method, string? accept)
    {
        InMemoryChallengeStore store = new(_world.Clock, capacity: 1);
        await using WebBank bank = await WebBank.StartAsync(_world, services: services => services.AddSingleton<IChallengeStore>(store));
        using Browser program = bank.Open(), browser = bank.Open();

        HttpResponseMessage response = await program.CallAsync(new HttpMethod(method), "/orders", accept);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, description);
        response.Headers.WwwAuthenticate.ToString().ShouldBe("Jpki");
        if (method != "HEAD")
        {
            response.Content.Headers.ContentType!.MediaType.ShouldBe(method == "PUT" ? "text/html" : "application/problem+json");
            (await response.Content.ReadAsStringAsync()).ShouldContain("LoginRequired");
        }

        program.Cookies.Count.ShouldBe(0);
        (await browser.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK, "the store has its one place still");
    }

    [Theory]
    [InlineData("nothing said", "GET", null)]
    [InlineData("nothing that is of its kind", "GET", ";;q=")]
    [InlineData("anything", "GET", "*/*")]
    [InlineData("any text", "GET", "text/*")]
    [InlineData("JSON before anything", "GET", "application/json, */*;q=0.1")]
    [InlineData("a form that was sent without a session", "POST", "text/html")]
    public async Task What_may_show_a_page_is_asked(string description, string method, string? accept)
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        AutoForm form = await AutoForm.ReadAsync(await browser.CallAsync(new HttpMethod(method), "/orders", accept));
        form.AskedBy(WebBank.Origin).Statement.Origin.ShouldBe(WebBank.Origin, description);
    }

    [Fact]
    public async Task The_cookie_of_a_login_is_of_this_host_alone_and_out_of_reach_of_scripts()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        string cookie = (await browser.GetAsync("/account")).Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldStartWith("__Host-MyNumber.Jpki.Login.");
        cookie.ShouldEndWith("; path=/; secure; samesite=none; httponly");
        cookie.ShouldNotContain("domain=");
    }

    [Fact]
    public async Task A_browser_that_tells_no_destination_is_asked_too()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        (await AutoForm.ReadAsync(await browser.GetAsync("/account", null))).Action.ShouldBe(new Uri("http://127.0.0.1:36200/ask"));
    }

    private static async Task<string> SubjectAsync(WebBank bank, LabHolder holder)
    {
        using Browser browser = bank.Open();
        await bank.LogInAsync(browser, holder, "/secret");
        return await (await browser.GetAsync("/secret")).Content.ReadAsStringAsync();
    }
}
