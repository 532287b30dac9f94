using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.AspNetCore.Login;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Login;

public sealed class LoginLogTests(LabFixture lab) : IClassFixture<LabFixture>
{
    private readonly LabWorld _world = lab.World;

    [Fact]
    public async Task Nothing_that_any_part_of_the_host_logs_holds_nonce_serial_certificate_or_attribute()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        Dictionary<string, string> good = await bank.SignAsync(browser, _world.Holder), spoilt = await bank.SignAsync(browser, _world.Holder);
        spoilt["signature"] = "AAAA";
        AgentRequest cancelled = await WebBank.AskAsync(browser);
        await browser.PostAsync(JpkiLoginDefaults.CallbackPath, good);
        await browser.PostAsync(JpkiLoginDefaults.CallbackPath, good);
        await browser.PostAsync(JpkiLoginDefaults.CallbackPath, spoilt);
        await browser.PostAsync(JpkiLoginDefaults.CallbackPath, AgentAnswer.Refused(cancelled, AgentOutcome.Cancelled).ToFields());
        await browser.PostAsync(JpkiLoginDefaults.CallbackPath, good, "https://evil.example");
        await browser.GetAsync("/account");

        string[] lines = [.. bank.Log.Lines.Select(line => line.Text)];

        lines.Length.ShouldBeGreaterThan(20);
        Personal.ShouldBeAbsent(_world.Holder, lines, good["nonce"], spoilt["nonce"], cancelled.Statement.Nonce, good["signature"][..43]);
        bank.Log.Lines.Where(line => line.Category == typeof(JpkiLoginHandler).FullName).Select(line => (line.Id.Id, line.Id.Name))
            .Where(id => id.Id is > 7000 and < 7100).Distinct()
            .ShouldBe([(7001, "LoginChallengeIssued"), (7004, "LoginAccepted"), (7005, "LoginRefused")], ignoreOrder: true);
    }
}
