using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Testing;

namespace BankPortalTests;

/// <summary>A customer at a browser with a card, who does what the pages ask.</summary>
internal sealed class Customer(Portal portal, Browser browser, LabHolder holder)
{
    public static readonly (string Name, string Value)[] Choices =
        [("Input.Phone", "03-0000-0000"), ("Input.Branch", "本店"), ("Input.Kind", "普通預金"), ("Input.Purpose", "生計費の決済")];

    public Browser Browser => browser;

    /// <summary>What a page that posts itself asks the card agent for.</summary>
    public static AgentRequest Asked(Shown shown) => AutoForm.Read(shown.Body).AskedBy(Portal.Origin);

    /// <summary>What the card agent's page would post.</summary>
    public async Task<IReadOnlyDictionary<string, string>> SignAsync(Shown shown) => (await CardAtHome.AnswerAsync(holder, Asked(shown), portal.Clock)).ToFields();

    /// <summary>The card agent's page posts, from its own site.</summary>
    public Task<Shown> PostAsync(Shown asked, IEnumerable<KeyValuePair<string, string>> answer) =>
        browser.PostAsync(Asked(asked).ReturnAddress.PathAndQuery, answer, Portal.AgentOrigin);

    public async Task<Shown> AnswerAsync(Shown asked) => await browser.FollowAsync(await PostAsync(asked, await SignAsync(asked)));

    public async Task<Shown> RefuseAsync(Shown asked, AgentOutcome outcome) =>
        await browser.FollowAsync(await PostAsync(asked, AgentAnswer.Refused(Asked(asked), outcome).ToFields()));

    /// <summary>口座開設 up to the form that the card filled in.</summary>
    public async Task<Shown> ReadCardAsync() => await AnswerAsync(await browser.SubmitAsync(await browser.GetAsync("/open"), "Card"));

    /// <summary>口座開設 up to the page that asks the card agent for the signature.</summary>
    public async Task<Shown> ConfirmAsync(params (string Name, string Value)[] changes)
    {
        Shown confirm = await browser.FollowAsync(await browser.SubmitAsync(await ReadCardAsync(), "/open/form", [.. Choices, .. changes]));
        return await browser.SubmitAsync(confirm, "/open/confirm");
    }

    public async Task<Shown> OpenAccountAsync(params (string Name, string Value)[] changes) => await AnswerAsync(await ConfirmAsync(changes));

    /// <summary>ログイン up to the page that asks the card agent.</summary>
    public async Task<Shown> BeginLoginAsync(string path = "/login") => await browser.SubmitAsync(await browser.GetAsync(path));

    public async Task<Shown> LogInAsync(string path = "/login") => await AnswerAsync(await BeginLoginAsync(path));
}
