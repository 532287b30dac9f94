using System.Buffers.Text;
using System.Net;
using Microsoft.AspNetCore.DataProtection;
using MyNumber.Jpki.AspNetCore.Login;
using MyNumber.Testing;
using MyNumber.TestKit;

namespace MyNumber.Jpki.AspNetCore.Tests.Login;

/// <summary>Posts to the callback that are not of an answer's shape.</summary>
public sealed class LoginFormTests(LabFixture lab) : IClassFixture<LabFixture>
{
    private const string Callback = JpkiLoginDefaults.CallbackPath;

    private readonly LabWorld _world = lab.World;

    [Theory]
    [InlineData("cut", 0)]
    [InlineData("with a changed character", 1)]
    [InlineData("empty", 2)]
    [InlineData("of another application", 3)]
    public async Task A_state_that_is_not_this_services_is_refused(string description, int kind)
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        Dictionary<string, string> answer = await bank.SignAsync(browser, _world.Holder);
        string state = answer["state"];
        answer["state"] = kind switch
        {
            0 => state[..^4],
            1 => (state[0] == 'A' ? 'B' : 'A') + state[1..],
            2 => string.Empty,
            _ => Base64Url.EncodeToString(new EphemeralDataProtectionProvider().CreateProtector("x").Protect([1, 2, 3])),
        };
        (await Refusal.OfAsync(await browser.PostAsync(Callback, answer), HttpStatusCode.BadRequest, "AnswerMalformed")).GetProperty("outcome").GetString().ShouldBe("Invalid", description);
    }

    [Theory]
    [InlineData("no fields", "*", null)]
    [InlineData("no version", "version", null)]
    [InlineData("another version", "version", "2")]
    [InlineData("no outcome", "outcome", null)]
    [InlineData("an outcome of nobody", "outcome", "GIVEN")]
    [InlineData("no signature", "signature", null)]
    [InlineData("an empty certificate", "certificate", "")]
    [InlineData("base64 with padding", "signature", "AAAA====")]
    [InlineData("a document with a login", "document", "AAAA")]
    [InlineData("a field of nobody", "admin", "true")]
    public async Task A_form_of_another_shape_is_refused(string description, string name, string? value)
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        Dictionary<string, string> answer = await bank.SignAsync(browser, _world.Holder);
        answer.Remove(name);
        if (value is not null)
        {
            answer[name] = value;
        }

        (await Refusal.OfAsync(await browser.PostAsync(Callback, name == "*" ? [] : answer), HttpStatusCode.BadRequest, "AnswerMalformed"))
            .GetProperty("title").GetString().ShouldBe("回答の形が正しくない", description);
    }

    [Fact]
    public async Task A_field_that_is_there_twice_is_refused()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        Dictionary<string, string> answer = await bank.SignAsync(browser, _world.Holder);
        await Refusal.OfAsync(await browser.PostAsync(Callback, [.. answer, KeyValuePair.Create("nonce", answer["nonce"])]), HttpStatusCode.BadRequest, "AnswerMalformed");
    }

    [Fact]
    public async Task A_body_of_another_kind_is_refused()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        using StringContent body = new("{}", null, "application/json");
        HttpResponseMessage response = await browser.SendAsync(HttpMethod.Post, Callback, body, [WebBank.AgentOrigin], "document");
        (await Refusal.OfAsync(response, HttpStatusCode.BadRequest, "AnswerMalformed")).GetProperty("detail").GetString().ShouldBe("最初からやり直す");
    }

    [Theory]
    [InlineData(true, 128 << 10)] // its length is told: nothing is read, and what was sent lies in buffers
    [InlineData(false, 4 << 20)]
    public async Task A_body_of_megabytes_is_not_read_to_its_end(bool tellsLength, long mostSent)
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        using LongForm body = new("certificate", 64 << 20, tellsLength);
        HttpResponseMessage response = await browser.SendAsync(HttpMethod.Post, Callback, body, [WebBank.AgentOrigin], "document");
        await Refusal.OfAsync(response, HttpStatusCode.BadRequest, "AnswerMalformed");
        body.Sent.ShouldBeLessThan(mostSent);
    }

    [Fact]
    public async Task A_callback_without_a_post_is_refused()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        await Refusal.OfAsync(await browser.SendAsync(HttpMethod.Get, Callback, null, [WebBank.AgentOrigin], "document"), HttpStatusCode.BadRequest, "AnswerMalformed");
    }
}
