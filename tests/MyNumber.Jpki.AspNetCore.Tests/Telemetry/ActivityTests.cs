using System.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.AspNetCore.Login;
using MyNumber.Jpki.AspNetCore.Problems;
using MyNumber.Jpki.AspNetCore.Tests.Applications;
using MyNumber.Jpki.AspNetCore.Tests.Challenges;
using MyNumber.Jpki.Services;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Telemetry;

public sealed class ActivityTests(LabFixture lab) : IClassFixture<LabFixture>
{
    private const string Ask = "mynumber.jpki.web.ask", Receive = "mynumber.jpki.web.receive";

    private readonly LabWorld _world = lab.World;

    [Theory]
    [InlineData("an application", "/apply", "Application")]
    [InlineData("a certificate", "/prefill", "CertificateHandover")]
    [InlineData("an approval", "/approve", "Approval")]
    public async Task Asking_and_the_answer_have_an_activity_each(string description, string path, string purpose)
    {
        using Trace trace = new();
        await using WebBank bank = await StartAsync();
        using Browser browser = bank.Open();
        (await browser.PostAsync(path + "/return", await SignAsync(browser, path))).IsSuccessStatusCode.ShouldBeTrue(description);
        trace.Holders.ShouldBe([$"{Ask} purpose={purpose} outcome=Valid code=Accepted Ok", $"{Receive} purpose={purpose} outcome=Valid code=Accepted Ok"]);
    }

    [Fact]
    public async Task A_login_has_them_too_and_the_question_to_the_responder_is_within_the_answers()
    {
        using Trace trace = new();
        await using WebBank bank = await StartAsync();
        using Browser browser = bank.Open();
        await bank.LogInAsync(browser, _world.AddHolder());
        trace.Holders.ShouldBe([$"{Ask} purpose=Login outcome=Valid code=Accepted Ok", $"{Receive} purpose=Login outcome=Valid code=Accepted Ok"]);
        Activity question = trace.Ended.Single(activity => activity.OperationName == "mynumber.jpki.ocsp.ask");
        question.ParentSpanId.ShouldBe(trace.Ended.Single(activity => activity.OperationName == Receive).SpanId);
    }

    [Fact]
    public async Task A_refusal_has_its_code_and_is_no_error()
    {
        using Trace trace = new();
        await using WebBank bank = await StartAsync(login: options => options.Events.OnCertificateValidated = context =>
        {
            context.Refuse(JpkiRejection.Own("CustomerSeven", 401, "口座がない", "there is no account", "口座を開設する", "open an account"));
            return Task.CompletedTask;
        });
        using Browser browser = bank.Open();
        await browser.PostAsync("/apply/return", AgentAnswer.Refused(await AskAsync(browser, "/apply"), AgentOutcome.Cancelled).ToFields());
        await bank.LogInAsync(browser, _world.Holder);
        trace.Holders.Where(line => line.StartsWith(Receive, StringComparison.Ordinal)).ShouldBe(
            [$"{Receive} purpose=Application outcome=Invalid code=AgentCancelled Ok", $"{Receive} purpose=Login outcome=Invalid code=Own Ok"]);
        trace.Answers.ShouldBe(["1 purpose=Application outcome=Invalid code=AgentCancelled", "1 purpose=Login outcome=Invalid code=Own"]);
    }

    [Fact]
    public async Task What_was_not_found_out_is_an_error()
    {
        using Trace trace = new();
        await using WebBank bank = await StartAsync(options => options.Ocsp = options.Ocsp with { ResponderAddress = new Uri("http://127.0.0.1:1/") });
        using Browser browser = bank.Open();
        await browser.PostAsync("/approve/return", await SignAsync(browser, "/approve"));
        await bank.LogInAsync(browser, _world.Holder);
        trace.Holders.Where(line => line.StartsWith(Receive, StringComparison.Ordinal)).ShouldBe(
            [$"{Receive} purpose=Approval outcome=Undetermined code=StatusUnreachable Error", $"{Receive} purpose=Login outcome=Undetermined code=StatusUnreachable Error"]);
    }

    [Theory]
    [InlineData("full", "Busy")]
    [InlineData("down", "StoreFailed")]
    public async Task Asking_without_a_place_for_the_challenge_is_an_error_and_no_answer(string store, string code)
    {
        using Trace trace = new();
        IChallengeStore kept = store == "full" ? new FullStore() : new FailingStore(new FullStore()) { FailsToAdd = true };
        await using WebBank bank = await StartAsync(services: services => services.AddSingleton(kept));
        using Browser browser = bank.Open();
        await browser.GetAsync("/account");
        await browser.PostAsync("/approve", []);
        trace.Holders.ShouldBe([$"{Ask} purpose=Login outcome=Undetermined code={code} Error", $"{Ask} purpose=Approval outcome=Undetermined code={code} Error"]);
        trace.Answers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_of_the_holder_and_no_nonce_is_exported()
    {
        using Trace trace = new();
        await using WebBank bank = await StartAsync();
        using Browser browser = bank.Open();
        foreach (string path in (string[])["/apply", "/prefill", "/approve"])
        {
            Dictionary<string, string> answer = await SignAsync(browser, path);
            await browser.PostAsync(path + "/return", answer);
            await browser.PostAsync(path + "/return", answer);
            Personal.ShouldBeAbsent(_world.Holder, trace.Exported, answer["nonce"], answer["state"], "10,000", "draft-7", "transfer-3");
        }

        Dictionary<string, string> login = await bank.SignAsync(browser, _world.Holder);
        await browser.PostAsync(JpkiLoginDefaults.CallbackPath, login);
        Personal.ShouldBeAbsent(_world.Holder, trace.Exported, login["nonce"], login["state"], login["signature"]);
        trace.Ended.Count.ShouldBeGreaterThan(10);
    }

    private async Task<WebBank> StartAsync(Action<JpkiOptions>? jpki = null, Action<JpkiLoginOptions>? login = null, Action<IServiceCollection>? services = null)
    {
        WebBank bank = await WebBank.StartAsync(_world, jpki, login, own =>
        {
            own.AddSingleton(new TransferDesk(_world.Holder.Certificates.UserAuthentication.Identity));
            services?.Invoke(own);
        });
        ((TestServer)bank.Services.GetRequiredService<IServer>()).PreserveExecutionContext = true; // so that the trace of the test goes on in the server
        return bank;
    }

    private static async Task<AgentRequest> AskAsync(Browser browser, string path) =>
        (await AutoForm.ReadAsync(await browser.PostAsync(path, [KeyValuePair.Create("text", TransferDesk.Text)]))).AskedBy(WebBank.Origin);

    private async Task<Dictionary<string, string>> SignAsync(Browser browser, string path) =>
        new((await CardAtHome.AnswerAsync(_world.Holder, await AskAsync(browser, path), _world.Clock)).ToFields());

    private sealed class FullStore : IChallengeStore
    {
        public ValueTask<bool> TryAddAsync(HolderChallenge challenge, CancellationToken cancellationToken = default) => ValueTask.FromResult(false);

        public ValueTask<HolderChallenge?> TryTakeAsync(string id, CancellationToken cancellationToken = default) => ValueTask.FromResult<HolderChallenge?>(null);
    }
}
