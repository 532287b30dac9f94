using System.Buffers.Text;
using System.Net;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.AspNetCore.Applications;
using MyNumber.Jpki.Services;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Applications;

public sealed class SignedApplicationTests(LabFixture lab) : IClassFixture<LabFixture>
{
    private const string Text = "口座開設申込書\n普通預金 本店\n見本";

    private readonly LabWorld _world = lab.World;

    [Fact]
    public async Task An_application_comes_back_signed_with_the_signers_attributes_and_the_reference()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        HttpResponseMessage response = await browser.PostAsync("/apply/return", await SignAsync(browser, _world.Holder));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldBe($"draft-7|{_world.Holder.Person.Card.Attributes.Name}|{Text}|True|ApplicationAnswer(Accepted)");
    }

    [Fact]
    public async Task A_certificate_handed_over_fills_in_a_form()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        HttpResponseMessage response = await browser.PostAsync("/prefill/return", await SignAsync(browser, _world.Holder, "/prefill"));
        (await response.Content.ReadAsStringAsync()).ShouldBe($"{_world.Holder.Person.Card.Attributes.Name}|CertificateAnswer(Accepted)");
    }

    [Theory]
    [InlineData("an application", "/apply")]
    [InlineData("a certificate", "/prefill")]
    public async Task An_answer_posted_twice_is_refused_the_second_time_even_with_the_cookie(string description, string path)
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open(), thief = bank.Open();
        Dictionary<string, string> answer = await SignAsync(browser, _world.Holder, path);
        browser.CopyCookiesTo(thief);
        (await browser.PostAsync(path + "/return", answer)).StatusCode.ShouldBe(HttpStatusCode.OK, description);
        await Refusal.OfAsync(await thief.PostAsync(path + "/return", answer), HttpStatusCode.Forbidden, "ChallengeNotFound");
        await Refusal.OfAsync(await browser.PostAsync(path + "/return", answer), HttpStatusCode.Forbidden, "ChallengeForOtherOrigin");
    }

    [Fact]
    public async Task An_application_whose_text_was_changed_before_signing_is_refused()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        AgentRequest asked = await AskAsync(browser);
        HolderStatement other = new(StatementPurpose.Application, WebBank.Origin, asked.Statement.Audience, asked.Statement.Nonce, asked.Statement.IssuedAt, Text.Replace("普通", "当座", StringComparison.Ordinal));
        byte[] document = await CardAtHome.SignDocumentAsync(_world.Holder, other.Message, _world.Clock);
        await Refusal.OfAsync(await browser.PostAsync("/apply/return", AgentAnswer.Applied(asked, document).ToFields()), HttpStatusCode.Forbidden, "ApplicationForOtherChallenge");
    }

    [Theory]
    [InlineData("its content changed afterwards", true)]
    [InlineData("cut", false)]
    public async Task A_document_that_is_not_as_it_was_signed_is_refused(string description, bool isChanged)
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        Dictionary<string, string> answer = await SignAsync(browser, _world.Holder);
        byte[] document = Base64Url.DecodeFromChars(answer["document"]);
        document[^3] ^= 1;
        answer["document"] = Base64Url.EncodeToString(isChanged ? document : document.AsSpan(..100));
        await Refusal.OfAsync(await browser.PostAsync("/apply/return", answer), HttpStatusCode.Forbidden, isChanged ? "SignatureInvalid" : "DocumentMalformed");
        description.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("no origin", "")]
    [InlineData("null", "null")]
    [InlineData("another site", "https://evil.example")]
    public async Task An_answer_that_the_agents_page_did_not_send_is_refused(string description, string origin)
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        HttpResponseMessage response = await browser.PostAsync("/apply/return", await SignAsync(browser, _world.Holder), origin.Length == 0 ? null : origin);
        (await Refusal.OfAsync(response, HttpStatusCode.Forbidden, "ChallengeForOtherOrigin")).GetProperty("outcome").GetString().ShouldBe("Invalid", description);
    }

    [Fact]
    public async Task An_answer_in_another_browser_is_refused_and_its_challenge_used_up()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open(), victim = bank.Open();
        Dictionary<string, string> answer = await SignAsync(browser, _world.Holder);
        await Refusal.OfAsync(await victim.PostAsync("/apply/return", answer), HttpStatusCode.Forbidden, "ChallengeForOtherOrigin");
        await Refusal.OfAsync(await browser.PostAsync("/apply/return", answer), HttpStatusCode.Forbidden, "ChallengeNotFound");
    }

    [Fact]
    public async Task A_cookie_that_a_host_beside_the_site_could_plant_is_not_taken()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser attacker = bank.Open(), victim = bank.Open();
        Dictionary<string, string> answer = await SignAsync(attacker, _world.Holder);
        attacker.PlantCookiesIn(victim).ShouldBe(1);
        await Refusal.OfAsync(await victim.PostAsync("/apply/return", answer), HttpStatusCode.Forbidden, "ChallengeForOtherOrigin");
    }

    [Fact]
    public async Task A_late_application_is_refused()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        Dictionary<string, string> answer = await SignAsync(browser, _world.Holder);
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        await Refusal.OfAsync(await browser.PostAsync("/apply/return", answer), HttpStatusCode.Forbidden, "ChallengeExpired");
    }

    [Fact]
    public async Task An_answer_to_the_wish_for_a_certificate_is_no_application()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        AgentRequest asked = (await AutoForm.ReadAsync(await browser.PostAsync("/prefill", []))).AskedBy(WebBank.Origin);
        byte[] document = await CardAtHome.SignDocumentAsync(_world.Holder, asked.Statement.Message, _world.Clock);
        await Refusal.OfAsync(await browser.PostAsync("/apply/return", AgentAnswer.Applied(asked, document).ToFields()), HttpStatusCode.Forbidden, "ChallengeForOtherPurpose");
    }

    [Fact]
    public async Task An_answer_is_refused_at_the_return_path_of_another_application_and_used_up()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open(), again = bank.Open();
        Dictionary<string, string> answer = await SignAsync(browser, _world.Holder);
        browser.CopyCookiesTo(again);
        await Refusal.OfAsync(await browser.PostAsync("/transfer/return", answer), HttpStatusCode.Forbidden, "ChallengeForOtherPurpose");
        await Refusal.OfAsync(await again.PostAsync("/apply/return", answer), HttpStatusCode.Forbidden, "ChallengeNotFound");
    }

    [Fact]
    public async Task An_answer_to_a_login_is_no_application()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        AgentRequest login = await WebBank.AskAsync(browser);
        byte[] document = await CardAtHome.SignDocumentAsync(_world.Holder, login.Statement.Message, _world.Clock);
        await Refusal.OfAsync(await browser.PostAsync("/apply/return", AgentAnswer.Applied(login, document).ToFields()), HttpStatusCode.BadRequest, "AnswerMalformed");
    }

    [Fact]
    public async Task The_certificate_for_logins_is_not_taken_for_a_form()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        AgentRequest asked = (await AutoForm.ReadAsync(await browser.PostAsync("/prefill", []))).AskedBy(WebBank.Origin);
        AgentAnswer answer = AgentAnswer.HandedOver(asked, _world.Holder.Certificates.UserAuthentication.Encoded);
        await Refusal.OfAsync(await browser.PostAsync("/prefill/return", answer.ToFields()), HttpStatusCode.Forbidden, "WrongPurpose");
    }

    [Theory]
    [InlineData("an application", "/apply")]
    [InlineData("a certificate", "/prefill")]
    public async Task A_held_certificate_is_refused(string description, string path)
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        LabHolder loser = _world.AddHolder();
        _world.Authority.Statuses.Hold(loser.Certificates.Signature!.Identity);
        (await Refusal.OfAsync(await browser.PostAsync(path + "/return", await SignAsync(browser, loser, path)), HttpStatusCode.Forbidden, "Held"))
            .GetProperty("number").GetInt32().ShouldBe(140, description);
    }

    [Fact]
    public async Task Without_a_responder_the_application_is_undetermined()
    {
        await using WebBank bank = await WebBank.StartAsync(_world, options => options.Ocsp = options.Ocsp with { ResponderAddress = new Uri("http://127.0.0.1:1/") });
        using Browser browser = bank.Open();
        await Refusal.OfAsync(await browser.PostAsync("/apply/return", await SignAsync(browser, _world.Holder)), HttpStatusCode.ServiceUnavailable, "StatusUnreachable");
    }

    [Fact]
    public async Task A_cancelled_application_is_told()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        AgentRequest asked = await AskAsync(browser);
        await Refusal.OfAsync(await browser.PostAsync("/apply/return", AgentAnswer.Refused(asked, AgentOutcome.Cancelled).ToFields()), HttpStatusCode.Forbidden, "AgentCancelled");
    }

    [Fact]
    public async Task Nothing_is_logged_of_application_nonce_or_signer()
    {
        await using WebBank bank = await WebBank.StartAsync(_world);
        using Browser browser = bank.Open();
        Dictionary<string, string> answer = await SignAsync(browser, _world.Holder);
        await browser.PostAsync("/apply/return", answer);
        await browser.PostAsync("/apply/return", answer);
        Personal.ShouldBeAbsent(_world.Holder, bank.Log.Lines.Select(line => line.Text), answer["nonce"], answer["document"][..64], "普通預金", "draft-7");
        bank.Log.Lines.Where(line => line.Category == typeof(SignedApplications).FullName).Select(line => line.Id.Id).Distinct().ShouldBe([7011, 7013, 7014]);
    }

    private static async Task<AgentRequest> AskAsync(Browser browser) =>
        (await AutoForm.ReadAsync(await browser.PostAsync("/apply", [KeyValuePair.Create("text", Text)]))).AskedBy(WebBank.Origin);

    private async Task<Dictionary<string, string>> SignAsync(Browser browser, LabHolder holder, string path = "/apply")
    {
        AgentRequest asked = path == "/apply" ? await AskAsync(browser) : (await AutoForm.ReadAsync(await browser.PostAsync(path, []))).AskedBy(WebBank.Origin);
        return new((await CardAtHome.AnswerAsync(holder, asked, _world.Clock)).ToFields());
    }
}
