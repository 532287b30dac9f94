using System.Net;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.AspNetCore.Login;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Agent;

/// <summary>A browser that is made to ask again and again.</summary>
public sealed class AskedCookiesTests(LabFixture lab) : IClassFixture<LabFixture>
{
    private readonly LabWorld _world = lab.World;

    [Theory]
    [InlineData("logins", "/account", JpkiLoginDefaults.CallbackPath, HttpStatusCode.Unauthorized)]
    [InlineData("applications", "/prefill", "/prefill/return", HttpStatusCode.Forbidden)]
    public async Task The_last_five_askings_of_one_browser_wait_and_those_before_them_are_given_up(string description, string path, string back, HttpStatusCode refused)
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        List<AgentRequest> asked = [];
        for (int i = 0; i < 12; i++)
        {
            HttpResponseMessage page = path == "/account" ? await browser.GetAsync(path) : await browser.PostAsync(path, []);
            asked.Add((await AutoForm.ReadAsync(page)).AskedBy(WebBank.Origin));
            browser.Cookies.Count.ShouldBe(Math.Min(i + 1, 5), description);
        }

        await Refusal.OfAsync(await AnswerAsync(browser, asked[6], back), refused, "ChallengeForOtherOrigin");
        foreach (AgentRequest waiting in asked[7..])
        {
            ((int)(await AnswerAsync(browser, waiting, back)).StatusCode).ShouldBeLessThan(400);
        }
    }

    [Fact]
    public async Task A_cookie_of_the_sites_own_whose_name_begins_alike_stays()
    {
        await using WebBank bank = await WebBank.StartAsync(_world, login: options => options.CorrelationCookie.Name = "c");
        using Browser browser = bank.Open();
        browser.Cookies.Add(new Uri(WebBank.Origin), new Cookie("cart", "3"));
        for (int i = 0; i < 6; i++)
        {
            await browser.GetAsync("/account");
        }

        browser.Cookies.GetAllCookies()["cart"]!.Value.ShouldBe("3");
        browser.Cookies.Count.ShouldBe(6);
    }

    private async Task<HttpResponseMessage> AnswerAsync(Browser browser, AgentRequest asked, string back) =>
        await browser.PostAsync(back, (await CardAtHome.AnswerAsync(_world.Holder, asked, _world.Clock)).ToFields());
}
