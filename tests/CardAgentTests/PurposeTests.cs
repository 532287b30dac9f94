using System.Net;
using CardAgentTests.Lab;
using MyNumber.Jpki;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.Services;

namespace CardAgentTests;

public sealed class PurposeTests : AgentTest
{
    [SkippableFact]
    public async Task Login_is_signed_for_the_origin_of_the_browser_and_verified()
    {
        AgentRequest request = await Agent.Bank.AskAsync();
        Page done = await Agent.EnterAsync(await Agent.AskAsync(request), Agent.LoginPin);
        done.Action.ShouldBe(Bank.Return.AbsoluteUri);
        AgentAnswer answer = Bank.Read(done, StatementPurpose.Login);
        answer.Outcome.ShouldBe(AgentOutcome.Given);
        answer.State.ShouldBe(request.State);
        (await Agent.Bank.VerifyLoginAsync(answer)).Outcome.ShouldBe(VerificationOutcome.Valid);
    }

    [SkippableFact]
    public async Task Login_relayed_by_another_allowed_site_is_signed_for_that_site_and_refused_by_the_bank()
    {
        await using RunningAgent agent = await RunningAgent.StartAsync([Bank.Origin, "https://shop.example"]);
        AgentRequest stolen = await agent.Bank.AskAsync();
        Dictionary<string, string> fields = new(stolen.ToFields()) { ["return"] = "https://shop.example/take" };
        Page page = await agent.PostAsync("/ask", fields, message => RunningAgent.Say(message, "Origin", "https://shop.example"));
        AgentAnswer answer = Bank.Read(await agent.EnterAsync(page, agent.LoginPin), StatementPurpose.Login);
        answer.Outcome.ShouldBe(AgentOutcome.Given);
        (await agent.Bank.VerifyLoginAsync(answer)).Reason.ShouldBe(VerificationReason.SignatureInvalid);
    }

    [SkippableFact]
    public async Task Approval_shows_and_signs_its_text()
    {
        const string Text = "振込 10,000円\n受取人 見本 <太郎> & 花子";
        Page page = await Agent.AskAsync(await Agent.Bank.AskAsync(StatementPurpose.Approval, Text));
        page.Html.ShouldContain("見本 &lt;太郎&gt; &amp; 花子");
        WebUtility.HtmlDecode(page.Html).ShouldContain(Text);
        AgentAnswer answer = Bank.Read(await Agent.EnterAsync(page, Agent.LoginPin), StatementPurpose.Approval);
        LoginResult result = await Agent.Bank.VerifyApprovalAsync(answer, Text);
        result.Outcome.ShouldBe(VerificationOutcome.Valid);
        result.ApprovedText.ShouldBe(Text);
    }

    [SkippableFact]
    public async Task Application_is_a_signed_document_over_the_statement()
    {
        string text = "口座開設申込書\n" + new string('申', HolderStatement.MaximumApplicationTextLength - 9) + "終";
        Page page = await Agent.AskAsync(await Agent.Bank.AskAsync(StatementPurpose.Application, text));
        WebUtility.HtmlDecode(page.Html).Contains(text, StringComparison.Ordinal).ShouldBeTrue();
        AgentAnswer answer = Bank.Read(await Agent.EnterAsync(page, Agent.SignaturePassword), StatementPurpose.Application);
        ApplicationResult result = await Agent.Bank.VerifyApplicationAsync(answer);
        result.Reason.ShouldBe(VerificationReason.None);
        result.Text.ShouldBe(text);
    }

    [SkippableFact]
    public async Task Certificate_is_handed_over_after_the_signature_password_and_nothing_is_signed()
    {
        Page page = await Agent.AskAsync(await Agent.Bank.AskAsync(StatementPurpose.CertificateHandover));
        AgentAnswer answer = Bank.Read(await Agent.EnterAsync(page, Agent.SignaturePassword.ToLowerInvariant()), StatementPurpose.CertificateHandover);
        answer.Signature.IsEmpty.ShouldBeTrue();
        HandoverResult result = await Agent.Bank.TakeCertificateAsync(answer);
        result.Outcome.ShouldBe(VerificationOutcome.Valid);
        result.Holder.ShouldNotBeNull();
    }

    [SkippableFact]
    public async Task Login_PIN_does_not_open_the_signature()
    {
        Page page = await Agent.AskAsync(await Agent.Bank.AskAsync(StatementPurpose.Application, "申込"));
        Page again = await Agent.EnterAsync(page, Agent.LoginPin);
        again.LeavesTheAgent.ShouldBeFalse();
        again.Html.ShouldContain("暗証番号の形ではありません");
    }
}
