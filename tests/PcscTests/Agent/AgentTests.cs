using CardAgentTests.Lab;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Decisions;
using MyNumber.Jpki;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.Services;
using MyNumber.PcscTests.Harness;

namespace MyNumber.PcscTests.Agent;

/// <summary>The card agent from the service's request to its answer, with the card in a reader of pcscd.</summary>
[Collection(PcscCollection.Name)]
public sealed class AgentTests(PcscDaemon daemon)
{
    [SkippableFact]
    public async Task Page_tells_the_cards_tries_a_wrong_PIN_spends_one_and_the_right_one_logs_in()
    {
        await using AgentAtReader room = await AgentAtReader.StartWithCardAsync(daemon);
        Page page = await room.Agent.AskLoginAsync();
        page.Html.ShouldContain("残り3回");
        page = await room.Agent.EnterAsync(page, room.Agent.WrongPin);
        page.Html.ShouldContain("暗証番号が違います。残り2回");
        AgentAnswer answer = Bank.Read(await room.Agent.EnterAsync(page, room.Agent.LoginPin), StatementPurpose.Login);
        (await room.Agent.Bank.VerifyLoginAsync(answer)).Outcome.ShouldBe(VerificationOutcome.Valid);
        (await room.Agent.AskLoginAsync()).Html.ShouldContain("残り3回");
    }

    [SkippableFact]
    public async Task Application_is_signed_with_the_signature_password()
    {
        await using AgentAtReader room = await AgentAtReader.StartWithCardAsync(daemon);
        Page page = await room.Agent.AskAsync(await room.Agent.Bank.AskAsync(StatementPurpose.Application, "口座開設申込書"));
        page.Html.ShouldContain("残り5回");
        AgentAnswer answer = Bank.Read(await room.Agent.EnterAsync(page, room.Agent.SignaturePassword), StatementPurpose.Application);
        ApplicationResult result = await room.Agent.Bank.VerifyApplicationAsync(answer);
        result.Reason.ShouldBe(VerificationReason.None);
        result.Text.ShouldBe("口座開設申込書");
    }

    [SkippableFact]
    public async Task Certificate_is_handed_over_after_the_signature_password()
    {
        await using AgentAtReader room = await AgentAtReader.StartWithCardAsync(daemon);
        Page page = await room.Agent.AskAsync(await room.Agent.Bank.AskAsync(StatementPurpose.CertificateHandover));
        AgentAnswer answer = Bank.Read(await room.Agent.EnterAsync(page, room.Agent.SignaturePassword), StatementPurpose.CertificateHandover);
        (await room.Agent.Bank.TakeCertificateAsync(answer)).Outcome.ShouldBe(VerificationOutcome.Valid);
    }

    [SkippableFact]
    public async Task Two_wrong_PINs_end_the_request_and_the_last_one_needs_the_box_and_blocks()
    {
        await using AgentAtReader room = await AgentAtReader.StartWithCardAsync(daemon);
        Page page = await room.Agent.EnterAsync(await room.Agent.AskLoginAsync(), room.Agent.WrongPin);
        Outcome(await room.Agent.EnterAsync(page, room.Agent.WrongPin)).ShouldBe(AgentOutcome.WrongPin);
        page = await room.Agent.EnterAsync(await room.Agent.AskLoginAsync(), room.Agent.WrongPin);
        page.Html.ShouldContain("最後の1回です");
        Outcome(await room.Agent.EnterAsync(page, room.Agent.WrongPin, lastTry: true)).ShouldBe(AgentOutcome.PinBlocked);
        Outcome(await room.Agent.AskLoginAsync()).ShouldBe(AgentOutcome.PinBlocked);
    }

    [SkippableFact]
    public async Task Empty_reader_is_told_and_the_card_that_is_put_in_is_used()
    {
        await using AgentAtReader room = await AgentAtReader.StartAsync(daemon);
        Page page = await room.Agent.AskLoginAsync();
        page.Html.ShouldContain("カードがありません");
        page.Html.ShouldNotContain("name=\"pin\"");
        await room.InsertAsync();
        page = await room.Agent.PostOwnAsync("/card", page.Fields);
        page.Html.ShouldContain("残り3回");
        Outcome(await room.Agent.EnterAsync(page, room.Agent.LoginPin)).ShouldBe(AgentOutcome.Given);
    }

    [SkippableFact]
    public async Task Card_taken_away_between_page_and_PIN_is_told_as_no_card_and_used_when_it_is_back()
    {
        await using AgentAtReader room = await AgentAtReader.StartWithCardAsync(daemon);
        Page page = await room.Agent.AskLoginAsync();
        room.Remove();
        Outcome(await room.Agent.EnterAsync(page, room.Agent.LoginPin)).ShouldBe(AgentOutcome.NoCard);
        await room.InsertAsync();
        Outcome(await room.Agent.EnterAsync(await room.Agent.AskLoginAsync(), room.Agent.LoginPin)).ShouldBe(AgentOutcome.Given);
    }

    [SkippableTheory]
    [InlineData("when the PIN was right", StatementPurpose.Login, "VERIFY")]
    [InlineData("while the certificate is read", StatementPurpose.Login, "READ BINARY")]
    [InlineData("while it signs a login", StatementPurpose.Login, "COMPUTE DIGITAL SIGNATURE")]
    [InlineData("while it signs an application", StatementPurpose.Application, "COMPUTE DIGITAL SIGNATURE")]
    public async Task Card_taken_away_in_the_midst_is_told_as_no_card_and_the_next_request_is_served(string what, StatementPurpose purpose, string command)
    {
        Action<Decision> look = _ => { };
        await using AgentAtReader room = await AgentAtReader.StartWithCardAsync(daemon, EmulatedCardOptions.Default with { OnDecision = decision => look(decision) });
        bool isLogin = purpose == StatementPurpose.Login;
        Page page = await room.Agent.AskAsync(await room.Agent.Bank.AskAsync(purpose, isLogin ? null : "申込"));
        bool isOpen = false;
        look = decision =>
        {
            isOpen |= decision is { Command: "VERIFY", IsRefusal: false };
            if (isOpen && decision.Command == command)
            {
                room.TearOut();
            }
        };
        Page done = await room.Agent.EnterAsync(page, isLogin ? room.Agent.LoginPin : room.Agent.SignaturePassword);
        Bank.Read(done, purpose).Outcome.ShouldBe(AgentOutcome.NoCard, what);
        isOpen.ShouldBeTrue();
        look = _ => { };
        room.Remove();
        await room.InsertAsync();
        Outcome(await room.Agent.EnterAsync(await room.Agent.AskLoginAsync(), room.Agent.LoginPin)).ShouldBe(AgentOutcome.Given, what);
    }

    [SkippableFact]
    public async Task Service_that_is_gone_is_told_as_a_failure_and_the_agent_goes_on_when_it_is_back()
    {
        await using AgentAtReader room = await AgentAtReader.StartWithCardAsync(daemon);
        Page page = await room.Agent.AskLoginAsync();
        daemon.Stop();
        Outcome(await room.Agent.EnterAsync(page, room.Agent.LoginPin)).ShouldBe(AgentOutcome.Failed);
        Outcome(await room.Agent.AskLoginAsync()).ShouldBe(AgentOutcome.Failed);
        daemon.Start();
        await room.WaitAsync();
        Outcome(await room.Agent.EnterAsync(await room.Agent.AskLoginAsync(), room.Agent.LoginPin)).ShouldBe(AgentOutcome.Given);
    }

    private static AgentOutcome Outcome(Page page) => Bank.Read(page, StatementPurpose.Login).Outcome;
}
