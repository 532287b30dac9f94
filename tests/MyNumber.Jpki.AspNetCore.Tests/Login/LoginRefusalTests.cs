using System.Buffers.Text;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.AspNetCore.Login;
using MyNumber.Jpki.Services;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Login;

public sealed class LoginRefusalTests(LabFixture lab) : IClassFixture<LabFixture>
{
    private const string Callback = JpkiLoginDefaults.CallbackPath;

    private readonly LabWorld _world = lab.World;

    [Fact]
    public async Task An_answer_posted_twice_is_refused_the_second_time_even_with_the_cookie_of_the_first()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open(), thief = bank.Open();
        Dictionary<string, string> answer = await bank.SignAsync(browser, _world.Holder);
        browser.CopyCookiesTo(thief);

        (await browser.PostAsync(Callback, answer)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await Refusal.OfAsync(await thief.PostAsync(Callback, answer), HttpStatusCode.Unauthorized, "ChallengeNotFound");
        await Refusal.OfAsync(await browser.PostAsync(Callback, answer), HttpStatusCode.Unauthorized, "ChallengeNotFound");
        (await thief.GetAsync("/account", "empty")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Of_many_posts_of_one_answer_at_once_one_logs_in()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        Dictionary<string, string> answer = await bank.SignAsync(browser, _world.Holder);
        string cookie = browser.Cookies.GetCookieHeader(new Uri(WebBank.Origin + Callback));

        HttpStatusCode[] answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            using Browser copy = bank.Open();
            copy.Cookies.SetCookies(new Uri(WebBank.Origin), cookie);
            return (await copy.PostAsync(Callback, answer)).StatusCode;
        })));

        answers.Count(status => status == HttpStatusCode.Redirect).ShouldBe(1);
        answers.Count(status => status == HttpStatusCode.Unauthorized).ShouldBe(15);
    }

    [Theory]
    [InlineData("none", "")]
    [InlineData("null", "null")]
    [InlineData("another site", "https://evil.example")]
    [InlineData("the bank itself", WebBank.Origin)]
    [InlineData("another port of the holder's computer", "http://127.0.0.1:36201")]
    [InlineData("another name of the holder's computer", "http://localhost:36200")]
    [InlineData("the agent with a path", "http://127.0.0.1:36200/")]
    [InlineData("two", "http://127.0.0.1:36200|http://127.0.0.1:36200")]
    public async Task An_answer_that_the_agents_page_did_not_send_is_refused(string description, string origins)
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        using FormUrlEncodedContent answer = new(await bank.SignAsync(browser, _world.Holder));
        HttpResponseMessage response = await browser.SendAsync(HttpMethod.Post, Callback, answer, origins.Split('|', StringSplitOptions.RemoveEmptyEntries), "document");
        (await Refusal.OfAsync(response, HttpStatusCode.Unauthorized, "ChallengeForOtherOrigin")).GetProperty("number").GetInt32().ShouldBe(302, description);
    }

    [Theory]
    [InlineData("a frame", "iframe")]
    [InlineData("a script", "empty")]
    public async Task An_answer_that_comes_in_a_frame_or_by_a_script_is_refused(string description, string destination)
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        HttpResponseMessage response = await browser.PostAsync(Callback, await bank.SignAsync(browser, _world.Holder), destination: destination);
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, description);
    }

    [Fact]
    public async Task An_answer_in_another_browser_is_refused_and_its_challenge_used_up()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open(), victim = bank.Open();
        Dictionary<string, string> answer = await bank.SignAsync(browser, _world.Holder);

        await Refusal.OfAsync(await victim.PostAsync(Callback, answer), HttpStatusCode.Unauthorized, "ChallengeForOtherOrigin");

        await Refusal.OfAsync(await browser.PostAsync(Callback, answer), HttpStatusCode.Unauthorized, "ChallengeNotFound");
    }

    [Fact]
    public async Task A_cookie_that_a_host_beside_the_site_could_plant_is_not_taken()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser attacker = bank.Open(), victim = bank.Open();
        Dictionary<string, string> answer = await bank.SignAsync(attacker, _world.Holder);
        attacker.PlantCookiesIn(victim).ShouldBe(1);
        await Refusal.OfAsync(await victim.PostAsync(Callback, answer), HttpStatusCode.Unauthorized, "ChallengeForOtherOrigin");
    }

    [Fact]
    public async Task An_answer_with_the_state_of_another_challenge_of_the_same_browser_is_refused()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        Dictionary<string, string> first = await bank.SignAsync(browser, _world.Holder), second = await bank.SignAsync(browser, _world.Holder);
        first["state"] = second["state"];
        await Refusal.OfAsync(await browser.PostAsync(Callback, first), HttpStatusCode.Unauthorized, "ChallengeForOtherOrigin");
    }

    [Theory]
    [InlineData("in the last second", 299, false)]
    [InlineData("at the end", 300, true)]
    public async Task An_answer_is_taken_for_five_minutes(string description, int seconds, bool isRefused)
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        Dictionary<string, string> answer = await bank.SignAsync(browser, _world.Holder);
        _world.Clock.Advance(TimeSpan.FromSeconds(seconds));
        HttpResponseMessage response = await browser.PostAsync(Callback, answer);
        response.StatusCode.ShouldBe(isRefused ? HttpStatusCode.Unauthorized : HttpStatusCode.Redirect, description);
        if (isRefused)
        {
            await Refusal.OfAsync(response, HttpStatusCode.Unauthorized, "ChallengeExpired");
        }
    }

    [Fact]
    public async Task An_answer_for_another_service_with_the_same_store_and_keys_is_refused()
    {
        InMemoryChallengeStore store = new(_world.Clock);
        EphemeralDataProtectionProvider keys = new();
        void Share(IServiceCollection services)
        {
            services.AddSingleton<IChallengeStore>(store);
            services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider>(keys));
        }

        await using WebBank savings = await WebBank.StartAsync(_world, options => options.Audience = "savings", services: Share);
        await using WebBank loans = await WebBank.StartAsync(_world, options => options.Audience = "loans", services: Share);
        using Browser atSavings = savings.Open(), atLoans = loans.Open();
        Dictionary<string, string> answer = await savings.SignAsync(atSavings, _world.Holder);
        atSavings.CopyCookiesTo(atLoans);
        await Refusal.OfAsync(await atLoans.PostAsync(Callback, answer), HttpStatusCode.Unauthorized, "ChallengeForOtherAudience");
    }

    [Fact]
    public async Task What_a_holder_signed_at_another_site_is_refused()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        AgentRequest asked = await WebBank.AskAsync(browser);
        HolderStatement phished = new(StatementPurpose.Login, "https://bank.example.evil.example", asked.Statement.Audience, asked.Statement.Nonce, asked.Statement.IssuedAt);
        AgentAnswer answer = AgentAnswer.Signed(asked, _world.Holder.Certificates.UserAuthentication.Encoded, await CardAtHome.SignAsync(_world.Holder, phished.Message));
        await Refusal.OfAsync(await browser.PostAsync(Callback, answer.ToFields()), HttpStatusCode.Unauthorized, "SignatureInvalid");
    }

    [Fact]
    public async Task A_signature_by_another_card_is_refused()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        LabHolder thief = _world.AddHolder();
        Dictionary<string, string> answer = await bank.SignAsync(browser, thief);
        answer["certificate"] = Base64Url.EncodeToString(_world.Holder.Certificates.UserAuthentication.Encoded.Span);
        await Refusal.OfAsync(await browser.PostAsync(Callback, answer), HttpStatusCode.Unauthorized, "SignatureInvalid");
    }

    [Fact]
    public async Task The_signature_certificate_does_not_log_in()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        Dictionary<string, string> answer = await bank.SignAsync(browser, _world.Holder);
        answer["certificate"] = Base64Url.EncodeToString(_world.Holder.Certificates.Signature!.Encoded.Span);
        await Refusal.OfAsync(await browser.PostAsync(Callback, answer), HttpStatusCode.Unauthorized, "WrongPurpose");
    }

    [Fact]
    public async Task A_held_certificate_is_refused_as_held()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        LabHolder loser = _world.AddHolder();
        _world.Authority.Statuses.Hold(loser.Certificates.UserAuthentication.Identity);
        JsonElement problem = await Refusal.OfAsync(await bank.LogInAsync(browser, loser), HttpStatusCode.Unauthorized, "Held");
        problem.GetProperty("title").GetString().ShouldBe("一時保留中");
        problem.GetProperty("number").GetInt32().ShouldBe(140);
    }

    [Fact]
    public async Task Without_a_responder_the_login_is_undetermined_and_may_be_tried_again()
    {
        await using WebBank bank = await WebBank.StartAsync(_world, options => options.Ocsp = options.Ocsp with { ResponderAddress = new Uri("http://127.0.0.1:1/") });
        using Browser browser = bank.Open();
        HttpResponseMessage response = await bank.LogInAsync(browser, _world.Holder);
        JsonElement problem = await Refusal.OfAsync(response, HttpStatusCode.ServiceUnavailable, "StatusUnreachable");
        problem.GetProperty("outcome").GetString().ShouldBe("Undetermined");
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(30));
        (await browser.GetAsync("/account", "empty")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("the holder cancelled at the PIN", AgentOutcome.Cancelled, "AgentCancelled", HttpStatusCode.Unauthorized)]
    [InlineData("nobody answered", AgentOutcome.TimedOut, "AgentTimedOut", HttpStatusCode.Unauthorized)]
    [InlineData("no card", AgentOutcome.NoCard, "AgentNoCard", HttpStatusCode.Unauthorized)]
    [InlineData("blocked", AgentOutcome.PinBlocked, "AgentPinBlocked", HttpStatusCode.Unauthorized)]
    [InlineData("wrong PINs", AgentOutcome.WrongPin, "AgentWrongPin", HttpStatusCode.Unauthorized)]
    [InlineData("busy", AgentOutcome.Busy, "AgentBusy", HttpStatusCode.Conflict)]
    public async Task An_answer_without_a_signature_is_told_and_its_challenge_used_up(string description, AgentOutcome outcome, string code, HttpStatusCode status)
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open(), copy = bank.Open();
        AgentRequest asked = await WebBank.AskAsync(browser);
        browser.CopyCookiesTo(copy);
        (await Refusal.OfAsync(await browser.PostAsync(Callback, AgentAnswer.Refused(asked, outcome).ToFields()), status, code)).GetProperty("type").GetString()
            .ShouldBe("urn:mynumber-sdk:jpki:" + code, description);
        AgentAnswer late = await CardAtHome.AnswerAsync(_world.Holder, asked, _world.Clock);
        await Refusal.OfAsync(await copy.PostAsync(Callback, late.ToFields()), HttpStatusCode.Unauthorized, "ChallengeNotFound");
    }

    [Fact]
    public async Task A_busy_agent_is_no_failure_of_the_site_and_nothing_says_to_post_again()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        HttpResponseMessage response = await browser.PostAsync(Callback, AgentAnswer.Refused(await WebBank.AskAsync(browser), AgentOutcome.Busy).ToFields());
        (await Refusal.OfAsync(response, HttpStatusCode.Conflict, "AgentBusy")).GetProperty("outcome").GetString().ShouldBe("Invalid");
        response.Headers.RetryAfter.ShouldBeNull();
    }

    [Fact]
    public async Task A_cancellation_told_in_another_browser_does_not_pass_for_the_holders()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open(), other = bank.Open();
        AgentRequest asked = await WebBank.AskAsync(browser);
        await Refusal.OfAsync(await other.PostAsync(Callback, AgentAnswer.Refused(asked, AgentOutcome.Cancelled).ToFields()), HttpStatusCode.Unauthorized, "ChallengeForOtherOrigin");
    }

    [Fact]
    public async Task A_full_store_asks_nobody_and_tells_to_come_again()
    {
        await using WebBank bank = await WebBank.StartAsync(_world, services: TakeOne);
        using Browser first = bank.Open(), second = bank.Open();
        (await first.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        HttpResponseMessage response = await second.GetAsync("/account");
        await Refusal.OfAsync(response, HttpStatusCode.ServiceUnavailable, "Busy");
        response.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Japanese", "ja,en;q=0.8", "<h1>混み合っている</h1><p>次にすること：しばらくしてからやり直す</p><p>コード：Busy (HTTP 503)</p>")]
    [InlineData("English", "en", "<h1>the service is busy</h1><p>What to do next: try again later</p><p>Code: Busy (HTTP 503)</p>")]
    public async Task A_full_store_is_told_to_a_customer_by_a_page(string description, string language, string words)
    {
        await using WebBank bank = await WebBank.StartAsync(_world, services: TakeOne);
        using Browser first = bank.Open(), second = bank.Open();
        await first.GetAsync("/account");
        second.AcceptPages(language);
        HttpResponseMessage response = await second.GetAsync("/account");
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, description);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(30));
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (await response.Content.ReadAsStringAsync()).ShouldContain(words);
    }

    [Theory]
    [InlineData("Japanese", "ja", "<h1>取り消された</h1>")]
    [InlineData("English", "en", "<h1>the holder cancelled</h1>")]
    public async Task A_refused_login_is_told_to_a_customer_by_a_page(string description, string language, string words)
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        browser.AcceptPages(language);
        AgentRequest asked = await WebBank.AskAsync(browser);
        HttpResponseMessage response = await browser.PostAsync(Callback, AgentAnswer.Refused(asked, AgentOutcome.Cancelled).ToFields());
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, description);
        (await response.Content.ReadAsStringAsync()).ShouldContain(words);
    }

    [Fact]
    public async Task A_full_store_leads_to_the_sites_own_page_and_the_application_is_told()
    {
        List<string> told = [];
        await using WebBank bank = await WebBank.StartAsync(_world, services: TakeOne, login: options =>
        {
            options.RejectedPath = "/refused";
            options.Events.OnRejected = context =>
            {
                told.Add(context.Rejection.Code);
                return Task.CompletedTask;
            };
        });
        using Browser first = bank.Open(), second = bank.Open();
        await first.GetAsync("/account");
        HttpResponseMessage response = await second.GetAsync("/account");
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldBe("/refused?reason=Busy");
        told.ShouldBe(["Busy"]);
    }

    [Theory]
    [InlineData("the same", "/account", "/account")]
    [InlineData("with the reason", "/account", "/account?reason=Busy")]
    [InlineData("with a query of its own", "/account?from=card", "/account?from=card&reason=Busy")]
    [InlineData("in capitals, with a slash", "/account", "/Account/")]
    public async Task A_page_for_refusals_that_demands_a_login_itself_is_not_redirected_to_without_end(string description, string rejectedPath, string path)
    {
        await using WebBank bank = await WebBank.StartAsync(_world, services: TakeOne, login: options => options.RejectedPath = rejectedPath);
        using Browser first = bank.Open(), second = bank.Open();
        await first.GetAsync("/secret");
        (await Refusal.OfAsync(await second.GetAsync(path), HttpStatusCode.ServiceUnavailable, "Busy")).GetProperty("status").GetInt32().ShouldBe(503, description);
        (await second.GetAsync("/secret")).Headers.Location!.OriginalString.ShouldStartWith(rejectedPath);
    }

    [Fact]
    public async Task A_refused_login_goes_to_the_sites_own_page_with_the_code()
    {
        await using WebBank bank = await WebBank.StartAsync(_world, login: options => options.RejectedPath = "/refused?lang=ja");
        using Browser browser = bank.Open();
        AgentRequest asked = await WebBank.AskAsync(browser);
        HttpResponseMessage response = await browser.PostAsync(Callback, AgentAnswer.Refused(asked, AgentOutcome.Cancelled).ToFields());
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldBe("/refused?lang=ja&reason=AgentCancelled");
    }

    [Fact]
    public async Task An_application_may_answer_a_refused_login_itself()
    {
        string? told = null;
        await using WebBank bank = await WebBank.StartAsync(_world, login: options => options.Events.OnRejected = async context =>
        {
            told = context.Rejection.Code;
            context.Response.StatusCode = StatusCodes.Status418ImATeapot;
            await context.Response.WriteAsync("own words");
            context.HandleResponse();
        });
        using Browser browser = bank.Open();
        HttpResponseMessage response = await browser.PostAsync(Callback, []);
        response.StatusCode.ShouldBe((HttpStatusCode)418);
        (await response.Content.ReadAsStringAsync()).ShouldBe("own words");
        told.ShouldBe("AnswerMalformed");
    }

    private void TakeOne(IServiceCollection services) => services.AddSingleton<IChallengeStore>(new InMemoryChallengeStore(_world.Clock, capacity: 1));
}
