using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.AspNetCore.Applications;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.AspNetCore.Login;
using MyNumber.Jpki.Services;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Applications;

public sealed class TransactionApprovalTests(LabFixture lab) : IClassFixture<LabFixture>
{
    private readonly LabWorld _world = lab.World;

    [Fact]
    public async Task An_approval_by_the_accounts_card_comes_back_with_its_text_and_reference()
    {
        await using WebBank bank = await StartAsync();
        using Browser browser = bank.Open();
        HttpResponseMessage response = await browser.PostAsync("/approve/return", await SignAsync(browser, _world.Holder));
        (await response.Content.ReadAsStringAsync()).ShouldBe($"transfer-3|{TransferDesk.Text}|ApprovalAnswer(Accepted)");
    }

    [Fact]
    public async Task An_approval_posted_twice_is_refused_the_second_time_even_with_the_cookie()
    {
        await using WebBank bank = await StartAsync();
        using Browser browser = bank.Open(), thief = bank.Open();
        Dictionary<string, string> answer = await SignAsync(browser, _world.Holder);
        browser.CopyCookiesTo(thief);
        (await browser.PostAsync("/approve/return", answer)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Refusal.OfAsync(await thief.PostAsync("/approve/return", answer), HttpStatusCode.Forbidden, "ChallengeNotFound");
        await Refusal.OfAsync(await browser.PostAsync("/approve/return", answer), HttpStatusCode.Forbidden, "ChallengeForOtherOrigin");
    }

    [Fact]
    public async Task An_approval_in_another_browser_is_refused_and_its_challenge_used_up()
    {
        await using WebBank bank = await StartAsync();
        using Browser browser = bank.Open(), attacker = bank.Open();
        Dictionary<string, string> answer = await SignAsync(browser, _world.Holder);
        await Refusal.OfAsync(await attacker.PostAsync("/approve/return", answer), HttpStatusCode.Forbidden, "ChallengeForOtherOrigin");
        await Refusal.OfAsync(await browser.PostAsync("/approve/return", answer), HttpStatusCode.Forbidden, "ChallengeNotFound");
    }

    [Fact]
    public async Task An_approval_by_another_persons_card_is_refused_and_its_status_not_asked()
    {
        await using WebBank bank = await StartAsync();
        using Browser browser = bank.Open(), again = bank.Open();
        LabHolder other = _world.AddHolder();
        _world.Authority.Statuses.Hold(other.Certificates.UserAuthentication.Identity);
        Dictionary<string, string> answer = await SignAsync(browser, other);
        browser.CopyCookiesTo(again);
        await Refusal.OfAsync(await browser.PostAsync("/approve/return", answer), HttpStatusCode.Forbidden, "ApprovalByOtherHolder");
        await Refusal.OfAsync(await again.PostAsync("/approve/return", answer), HttpStatusCode.Forbidden, "ChallengeNotFound");
    }

    [Fact]
    public async Task A_transaction_that_was_changed_after_the_asking_is_not_approved()
    {
        await using WebBank bank = await StartAsync();
        using Browser browser = bank.Open();
        Dictionary<string, string> answer = await SignAsync(browser, _world.Holder);
        bank.Services.GetRequiredService<TransferDesk>().Pending = new PendingApproval(TransferDesk.Text.Replace("10,000", "90,000", StringComparison.Ordinal), Customer);
        await Refusal.OfAsync(await browser.PostAsync("/approve/return", answer), HttpStatusCode.Forbidden, "ChallengeForOtherText");
    }

    [Fact]
    public async Task A_transaction_that_was_withdrawn_is_not_approved_even_when_it_comes_back()
    {
        await using WebBank bank = await StartAsync();
        using Browser browser = bank.Open(), again = bank.Open();
        Dictionary<string, string> answer = await SignAsync(browser, _world.Holder);
        browser.CopyCookiesTo(again);
        TransferDesk desk = bank.Services.GetRequiredService<TransferDesk>();
        (PendingApproval? pending, desk.Pending) = (desk.Pending, null);
        await Refusal.OfAsync(await browser.PostAsync("/approve/return", answer), HttpStatusCode.Forbidden, "ChallengeForOtherText");
        desk.Pending = pending;
        await Refusal.OfAsync(await again.PostAsync("/approve/return", answer), HttpStatusCode.Forbidden, "ChallengeNotFound");
    }

    [Fact]
    public async Task An_approval_whose_text_was_changed_before_signing_is_refused()
    {
        await using WebBank bank = await StartAsync();
        using Browser browser = bank.Open();
        AgentRequest asked = await AskAsync(browser);
        HolderStatement other = new(
            StatementPurpose.Approval, WebBank.Origin, asked.Statement.Audience, asked.Statement.Nonce, asked.Statement.IssuedAt, TransferDesk.Text.Replace("太郎", "花子", StringComparison.Ordinal));
        await Refusal.OfAsync(await PostAsync(browser, asked, other), HttpStatusCode.Forbidden, "SignatureInvalid");
    }

    [Fact]
    public async Task A_logins_signature_is_no_approval()
    {
        await using WebBank bank = await StartAsync();
        using Browser browser = bank.Open();
        AgentRequest asked = await AskAsync(browser);
        HolderStatement login = new(StatementPurpose.Login, WebBank.Origin, asked.Statement.Audience, asked.Statement.Nonce, asked.Statement.IssuedAt);
        await Refusal.OfAsync(await PostAsync(browser, asked, login), HttpStatusCode.Forbidden, "SignatureInvalid");
    }

    [Fact]
    public async Task An_answer_to_a_login_is_no_approval_and_an_approval_no_login()
    {
        await using WebBank bank = await StartAsync();
        using Browser browser = bank.Open();
        Dictionary<string, string> login = await bank.SignAsync(browser, _world.Holder), approval = await SignAsync(browser, _world.Holder);
        await Refusal.OfAsync(await browser.PostAsync("/approve/return", login), HttpStatusCode.BadRequest, "AnswerMalformed");
        await Refusal.OfAsync(await browser.PostAsync(JpkiLoginDefaults.CallbackPath, approval), HttpStatusCode.BadRequest, "AnswerMalformed");
    }

    [Fact]
    public async Task An_answer_to_an_application_is_no_approval()
    {
        await using WebBank bank = await StartAsync();
        using Browser browser = bank.Open();
        AgentRequest asked = (await AutoForm.ReadAsync(await browser.PostAsync("/apply", [KeyValuePair.Create("text", TransferDesk.Text)]))).AskedBy(WebBank.Origin);
        await Refusal.OfAsync(await PostAsync(browser, asked, asked.Statement), HttpStatusCode.BadRequest, "AnswerMalformed");
    }

    [Fact]
    public async Task An_approval_is_refused_at_another_path_and_used_up()
    {
        await using WebBank bank = await StartAsync();
        using Browser browser = bank.Open(), again = bank.Open();
        Dictionary<string, string> answer = await SignAsync(browser, _world.Holder);
        browser.CopyCookiesTo(again);
        await Refusal.OfAsync(await browser.PostAsync("/approve/elsewhere", answer), HttpStatusCode.Forbidden, "ChallengeForOtherPurpose");
        await Refusal.OfAsync(await again.PostAsync("/approve/return", answer), HttpStatusCode.Forbidden, "ChallengeNotFound");
    }

    [Fact]
    public async Task An_approval_that_the_agents_page_did_not_send_is_refused()
    {
        await using WebBank bank = await StartAsync();
        using Browser browser = bank.Open();
        await Refusal.OfAsync(await browser.PostAsync("/approve/return", await SignAsync(browser, _world.Holder), "https://evil.example"), HttpStatusCode.Forbidden, "ChallengeForOtherOrigin");
    }

    [Fact]
    public async Task A_late_approval_is_refused()
    {
        await using WebBank bank = await StartAsync();
        using Browser browser = bank.Open();
        Dictionary<string, string> answer = await SignAsync(browser, _world.Holder);
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        await Refusal.OfAsync(await browser.PostAsync("/approve/return", answer), HttpStatusCode.Forbidden, "ChallengeExpired");
    }

    [Fact]
    public async Task A_held_certificate_approves_nothing()
    {
        LabHolder loser = _world.AddHolder();
        await using WebBank bank = await StartAsync(loser);
        using Browser browser = bank.Open();
        _world.Authority.Statuses.Hold(loser.Certificates.UserAuthentication.Identity);
        await Refusal.OfAsync(await browser.PostAsync("/approve/return", await SignAsync(browser, loser)), HttpStatusCode.Forbidden, "Held");
    }

    [Fact]
    public async Task The_signature_certificate_approves_nothing()
    {
        await using WebBank bank = await StartAsync();
        using Browser browser = bank.Open();
        AgentRequest asked = await AskAsync(browser);
        byte[] signature = await CardAtHome.SignAsync(_world.Holder, asked.Statement.Message);
        AgentAnswer answer = AgentAnswer.Signed(asked, _world.Holder.Certificates.Signature!.Encoded, signature);
        await Refusal.OfAsync(await browser.PostAsync("/approve/return", answer.ToFields()), HttpStatusCode.Forbidden, "WrongPurpose");
    }

    [Fact]
    public async Task Without_a_responder_the_approval_is_undetermined()
    {
        await using WebBank bank = await StartAsync(jpki: options => options.Ocsp = options.Ocsp with { ResponderAddress = new Uri("http://127.0.0.1:1/") });
        using Browser browser = bank.Open();
        await Refusal.OfAsync(await browser.PostAsync("/approve/return", await SignAsync(browser, _world.Holder)), HttpStatusCode.ServiceUnavailable, "StatusUnreachable");
    }

    [Fact]
    public async Task A_cancelled_approval_is_told()
    {
        await using WebBank bank = await StartAsync();
        using Browser browser = bank.Open();
        await Refusal.OfAsync(
            await browser.PostAsync("/approve/return", AgentAnswer.Refused(await AskAsync(browser), AgentOutcome.Cancelled).ToFields()), HttpStatusCode.Forbidden, "AgentCancelled");
    }

    [Theory]
    [InlineData("no text", "", "/return", 1)]
    [InlineData("a text longer than a screen", null, "/return", 1)]
    [InlineData("another site", "振込", "https://evil.example/return", 1)]
    [InlineData("a reference too long", "振込", "/return", 1001)]
    public async Task A_question_of_another_shape_is_the_callers_mistake(string description, string? text, string path, int reference)
    {
        await using WebBank bank = await StartAsync();
        TransactionApprovals approvals = bank.Services.GetRequiredService<TransactionApprovals>();
        await Should.ThrowAsync<ArgumentException>(() => approvals.AskAsync(new DefaultHttpContext(), text ?? new string('振', 2001), path, new string('r', reference)), description);
    }

    [Fact]
    public void An_approval_by_nobody_cannot_be_waited_for() => Should.Throw<ArgumentException>(() => new PendingApproval(TransferDesk.Text, default));

    [Fact]
    public async Task Nothing_is_logged_of_transaction_nonce_or_approver()
    {
        await using WebBank bank = await StartAsync();
        using Browser browser = bank.Open();
        Dictionary<string, string> answer = await SignAsync(browser, _world.Holder);
        await browser.PostAsync("/approve/return", answer);
        await browser.PostAsync("/approve/return", answer);
        Personal.ShouldBeAbsent(_world.Holder, bank.Log.Lines.Select(line => line.Text), answer["nonce"], answer["signature"][..64], "10,000", "transfer-3");
        bank.Log.Lines.Where(line => line.Category == typeof(TransactionApprovals).FullName).Select(line => line.Id.Id).Distinct().ShouldBe([7011, 7013, 7014]);
    }

    private Certificates.CertificateIdentity Customer => _world.Holder.Certificates.UserAuthentication.Identity;

    private Task<WebBank> StartAsync(LabHolder? customer = null, Action<JpkiOptions>? jpki = null) => WebBank.StartAsync(
        _world, jpki, services: services => services.AddSingleton(new TransferDesk((customer ?? _world.Holder).Certificates.UserAuthentication.Identity)));

    private static async Task<AgentRequest> AskAsync(Browser browser) => (await AutoForm.ReadAsync(await browser.PostAsync("/approve", []))).AskedBy(WebBank.Origin);

    private async Task<Dictionary<string, string>> SignAsync(Browser browser, LabHolder holder) =>
        new((await CardAtHome.AnswerAsync(holder, await AskAsync(browser), _world.Clock)).ToFields());

    /// <summary>Answers a question with a signature over a statement that may be another.</summary>
    private async Task<HttpResponseMessage> PostAsync(Browser browser, AgentRequest asked, HolderStatement signed)
    {
        byte[] signature = await CardAtHome.SignAsync(_world.Holder, signed.Message);
        Dictionary<string, string> fields = new(AgentAnswer.Refused(asked, AgentOutcome.Cancelled).ToFields())
        {
            ["outcome"] = "given",
            ["certificate"] = System.Buffers.Text.Base64Url.EncodeToString(_world.Holder.Certificates.UserAuthentication.Encoded.Span),
            ["signature"] = System.Buffers.Text.Base64Url.EncodeToString(signature),
        };
        return await browser.PostAsync("/approve/return", fields);
    }
}
