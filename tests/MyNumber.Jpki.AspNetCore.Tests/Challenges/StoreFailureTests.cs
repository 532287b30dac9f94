using System.Net;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.AspNetCore.Login;
using MyNumber.Jpki.Services;
using MyNumber.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace MyNumber.Jpki.AspNetCore.Tests.Challenges;

public sealed class StoreFailureTests(LabFixture lab) : IClassFixture<LabFixture>
{
    private readonly LabWorld _world = lab.World;

    [Theory]
    [InlineData("a login", "/account", 7007)]
    [InlineData("a certificate", "/prefill", 7015)]
    public async Task A_store_that_takes_nothing_is_told_as_unavailable(string description, string path, int logged)
    {
        FailingStore store = new(new InMemoryChallengeStore(_world.Clock)) { FailsToAdd = true };
        await using WebBank bank = await WebBank.StartAsync(_world, services: services => services.AddSingleton<IChallengeStore>(store));
        using Browser browser = bank.Open();
        HttpResponseMessage response = path == "/account" ? await browser.GetAsync(path) : await browser.PostAsync(path, []);
        (await Refusal.OfAsync(response, HttpStatusCode.ServiceUnavailable, "StoreFailed")).GetProperty("outcome").GetString().ShouldBe("Undetermined", description);
        bank.Log.Lines.ShouldContain(line => line.Id.Id == logged && line.Text.Contains("IOException", StringComparison.Ordinal));
        bank.Log.Lines.ShouldNotContain(line => line.Text.Contains("at SET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_store_that_takes_nothing_leads_a_login_to_the_sites_own_page()
    {
        FailingStore store = new(new InMemoryChallengeStore(_world.Clock)) { FailsToAdd = true };
        await using WebBank bank = await WebBank.StartAsync(_world, services: services => services.AddSingleton<IChallengeStore>(store), login: options => options.RejectedPath = "/refused");
        using Browser browser = bank.Open();
        (await browser.GetAsync("/account")).Headers.Location!.OriginalString.ShouldBe("/refused?reason=StoreFailed");
    }

    [Fact]
    public async Task A_store_that_takes_nothing_is_told_to_an_applicant_by_a_page()
    {
        FailingStore store = new(new InMemoryChallengeStore(_world.Clock)) { FailsToAdd = true };
        await using WebBank bank = await WebBank.StartAsync(_world, services: services => services.AddSingleton<IChallengeStore>(store));
        using Browser browser = bank.Open();
        browser.AcceptPages("en");
        HttpResponseMessage response = await browser.PostAsync("/prefill", []);
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync()).ShouldContain("<h1>the service has a failure inside</h1>");
    }

    [Theory]
    [InlineData("a login", "/account", JpkiLoginDefaults.CallbackPath, 7007, HttpStatusCode.Unauthorized)]
    [InlineData("a certificate", "/prefill", "/prefill/return", 7015, HttpStatusCode.Forbidden)]
    public async Task A_store_that_fails_at_the_answer_admits_nobody_and_is_told_as_unavailable(string description, string path, string back, int logged, HttpStatusCode refused)
    {
        FailingStore store = new(new InMemoryChallengeStore(_world.Clock));
        await using WebBank bank = await WebBank.StartAsync(_world, services: services => services.AddSingleton<IChallengeStore>(store));
        using Browser browser = bank.Open(), copy = bank.Open();
        AgentRequest asked = path == "/account" ? await WebBank.AskAsync(browser) : (await AutoForm.ReadAsync(await browser.PostAsync(path, []))).AskedBy(WebBank.Origin);
        AgentAnswer answer = await CardAtHome.AnswerAsync(_world.Holder, asked, _world.Clock);
        browser.CopyCookiesTo(copy);
        store.FailsToTake = true;
        await Refusal.OfAsync(await browser.PostAsync(back, answer.ToFields()), HttpStatusCode.ServiceUnavailable, "StoreFailed");
        bank.Log.Lines.ShouldContain(line => line.Id.Id == logged, description);
        bank.Log.Lines.ShouldNotContain(line => line.Text.Contains("at GET", StringComparison.Ordinal) || line.Text.Contains(asked.Statement.Nonce, StringComparison.Ordinal));
        store.FailsToTake = false;
        await Refusal.OfAsync(await copy.PostAsync(back, answer.ToFields()), refused, "ChallengeNotFound");
    }
}
