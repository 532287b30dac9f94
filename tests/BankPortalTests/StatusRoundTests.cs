using System.Buffers.Text;
using BankPortal.Accounts;
using BankPortal.Clerks;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Jpki;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Services;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Services.Accounts;
using MyNumber.Testing;
using MyNumber.Testing.Hosting;

namespace BankPortalTests;

/// <summary>The clerk's round over all accounts (現況確認).</summary>
public sealed class StatusRoundTests : CustomerTests
{
    [Fact]
    public async Task Status_round_tells_state_advice_and_purpose_and_the_customer_reads_what_to_do()
    {
        await Customer.OpenAccountAsync();
        await new Customer(Portal, Portal.Open(), Portal.Person(1)).OpenAccountAsync();
        await new Customer(Portal, Portal.Open(), Portal.Person(2)).OpenAccountAsync();
        Portal.Lab.MoveHouse(0);
        Portal.Lab.Hold(1);
        Portal.Clock.Advance(TimeSpan.FromDays(1));
        Browser clerk = await Clerk.StartAsync(Portal);
        Shown page = await clerk.FollowAsync(await clerk.SubmitAsync(await clerk.GetAsync("/clerk/status")));

        foreach (string words in new[] { "現況確認", "失効", "氏名や住所の変更を確認する", "一時保留", "保留の間は拒否する", "続けてよい", "窓口1番" })
        {
            page.Text.ShouldContain(words);
        }

        Portal.Get<StatusDesk>().Latest.ShouldAllBe(row => row.Purpose == StatusCheckPurpose.LivenessCheck);
        (await Customer.LogInAsync()).Text.ShouldContain("変更の届出をお願いします");
    }

    [Fact]
    public async Task Status_round_with_a_silent_responder_changes_nothing()
    {
        await Customer.OpenAccountAsync();
        Portal.Lab.IsResponderDown = true;
        Portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Browser clerk = await Clerk.StartAsync(Portal);
        Shown page = await clerk.FollowAsync(await clerk.SubmitAsync(await clerk.GetAsync("/clerk/status")));

        page.Text.ShouldContain("後でもう一度確認する");
        Portal.Get<AccountBook>().All.Single().Notice.ShouldBeNull();
    }

    [Fact]
    public async Task Link_to_the_login_that_was_not_known_at_the_opening_is_asked_for_again()
    {
        CardCertificates card = Portal.Person().Certificates;
        SerialLinkDirectory directory = Portal.Get<JpkiEmulator>().Authority.Links;
        directory.Unlink(card.Signature!.Identity);
        (await Customer.OpenAccountAsync()).Text.ShouldContain("ログインの準備には時間がかかります");
        (await Customer.LogInAsync()).Path.ShouldBe("/login/refused?reason=CardNotLinked");
        directory.Link(card.Signature.Identity, card.UserAuthentication.Identity);
        Browser clerk = await Clerk.StartAsync(Portal);
        await clerk.SubmitAsync(await clerk.GetAsync("/clerk/status"));

        (await Customer.LogInAsync()).Path.ShouldBe("/account");
    }

    [Fact]
    public async Task Login_that_turns_out_to_be_another_accounts_is_told_to_the_clerk()
    {
        await Customer.OpenAccountAsync();
        await new Customer(Portal, Portal.Open(), Portal.Person(1)).OpenAccountAsync();
        Links.Link(Signature(0), Login(1));

        Shown page = await RoundAsync();
        Portal.Get<StatusDesk>().Latest.Select(row => row.LoginLink).ShouldBe([LoginLink.OtherAccount, LoginLink.Stands]);
        page.Text.ShouldContain("別の口座に結び付いている");
        (await Customer.LogInAsync()).Text.ShouldContain("0000001"); // the round changes no link by itself
    }

    [Fact]
    public async Task Login_whose_account_was_not_known_yet_and_is_another_accounts_is_told_to_the_clerk()
    {
        Links.Unlink(Signature(0));
        await Customer.OpenAccountAsync();
        await new Customer(Portal, Portal.Open(), Portal.Person(1)).OpenAccountAsync();
        (await RoundAsync()).Text.ShouldContain("まだ分からない");
        Links.Link(Signature(0), Login(1));

        (await RoundAsync()).Text.ShouldContain("別の口座に結び付いている");
        Portal.Get<AccountBook>().Find("0000001")!.CanLogIn.ShouldBeFalse();
    }

    [Fact]
    public async Task Login_to_which_the_authority_names_another_certificate_or_none_is_told_to_the_clerk()
    {
        await Customer.OpenAccountAsync();
        Links.Link(Signature(0), Login(2));
        (await RoundAsync()).Text.ShouldContain("別の証明書に変わった");
        Links.Unlink(Signature(0));
        (await RoundAsync()).Text.ShouldContain("結び付きが示されなくなった");
        Links.Link(Signature(0), Login(0));

        (await RoundAsync()).Text.ShouldContain("結び付いている");
        Portal.Get<StatusDesk>().Latest.Single().LoginLink.ShouldBe(LoginLink.Stands);
    }

    [Fact]
    public async Task Renewed_certificates_are_followed_and_the_new_one_logs_in()
    {
        await Customer.OpenAccountAsync();
        CardCertificates renewed = Renew(0);
        Portal.Clock.Advance(TimeSpan.FromDays(1));
        (await LogInWithAsync(renewed)).Text.ShouldContain("このカードと結び付いた口座がありません");

        (await RoundAsync()).Text.ShouldContain("更新された証明書に結び付け直した");
        (await LogInWithAsync(renewed)).Text.ShouldContain("ログインは新しい電子証明書でできます");
        (await Customer.LogInAsync()).Text.ShouldContain("電子証明書は失効しています");
        (await RoundAsync()).Text.ShouldContain("更新された証明書に結び付け直した");
        Portal.Get<StatusDesk>().Latest.Single().Outcome.ShouldBe(VerificationOutcome.Invalid); // S is the old one until the customer shows the new
    }

    [Fact]
    public async Task Login_that_the_bank_ended_after_a_renewal_is_not_told_as_followed()
    {
        await Customer.OpenAccountAsync();
        Renew(0);
        Portal.Clock.Advance(TimeSpan.FromDays(1));
        (await RoundAsync()).Text.ShouldContain("更新された証明書に結び付け直した");
        await Portal.Get<AccountLinks>().EndAsync("0000001", CertificatePurpose.UserAuthentication, AccountLinkCause.BankDecided);

        (await RoundAsync()).Text.ShouldContain("結び付きを解除してある");
    }

    [Fact]
    public async Task Login_whose_second_renewal_leads_to_another_account_is_told_to_the_clerk()
    {
        await Customer.OpenAccountAsync();
        await new Customer(Portal, Portal.Open(), Portal.Person(1)).OpenAccountAsync();
        CardCertificates renewed = Renew(0);
        Portal.Clock.Advance(TimeSpan.FromDays(1));
        await RoundAsync();
        Links.LinkSuccessor(renewed.UserAuthentication.Identity, Login(1));

        await RoundAsync();
        Portal.Get<StatusDesk>().Latest.Select(row => row.LoginLink).ShouldBe([LoginLink.OtherAccount, LoginLink.Stands]);
    }

    [Fact]
    public async Task Login_stands_when_the_signature_certificate_alone_was_issued_anew()
    {
        await Customer.OpenAccountAsync();
        Portal.Get<JpkiEmulator>().Authority.ReissueSignature(Portal.Person().Certificates, Anew(0));
        Portal.Clock.Advance(TimeSpan.FromDays(1));
        for (int round = 0; round < 2; round++)
        {
            await RoundAsync();
            Portal.Get<StatusDesk>().Latest.Single().LoginLink.ShouldBe(LoginLink.Stands, $"round {round}");
        }

        (await Customer.LogInAsync()).Path.ShouldBe("/account");
    }

    [Fact]
    public async Task Login_that_was_never_known_does_not_stand_because_the_signature_certificate_was_issued_anew()
    {
        Links.Unlink(Signature(0));
        await Customer.OpenAccountAsync();
        Portal.Get<JpkiEmulator>().Authority.ReissueSignature(Portal.Person().Certificates, Anew(0));
        Portal.Clock.Advance(TimeSpan.FromDays(1));

        (await RoundAsync()).Text.ShouldContain("まだ分からない");
    }

    [Fact]
    public async Task Renewal_of_which_the_authority_names_nothing_new_is_not_known_yet()
    {
        await Customer.OpenAccountAsync();
        foreach (CertificateIdentity certificate in new[] { Signature(0), Login(0) })
        {
            Portal.Get<JpkiEmulator>().Authority.Statuses.Revoke(certificate, RevocationReason.Superseded);
        }

        Portal.Clock.Advance(TimeSpan.FromDays(1));

        (await RoundAsync()).Text.ShouldContain("まだ分からない");
    }

    [Fact]
    public async Task Login_of_a_revoked_signature_certificate_is_not_asked_for()
    {
        await Customer.OpenAccountAsync();
        Portal.Lab.MoveHouse(0);
        Portal.Clock.Advance(TimeSpan.FromDays(1));

        (await RoundAsync()).Text.ShouldContain("署名用が有効でないため、尋ねていない");
    }

    [Fact]
    public async Task Expired_certificate_is_told_without_asking()
    {
        await Customer.OpenAccountAsync();
        Portal.Clock.Advance(TimeSpan.FromDays(6 * 366));
        Portal.Lab.IsResponderDown = true;
        Portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Browser clerk = await Clerk.StartAsync(Portal);
        Shown page = await clerk.FollowAsync(await clerk.SubmitAsync(await clerk.GetAsync("/clerk/status")));

        page.Text.ShouldContain("有効期間が切れた");
        page.Text.ShouldContain("新しい証明書を求める");
    }

    private SerialLinkDirectory Links => Portal.Get<JpkiEmulator>().Authority.Links;

    private CertificateIdentity Signature(int person) => Portal.Person(person).Certificates.Signature!.Identity;

    private CertificateIdentity Login(int person) => Portal.Person(person).Certificates.UserAuthentication.Identity;

    // The authority certifies the card's keys once more, so that the same card can sign for the new certificates.
    private CardCertificates Renew(int person) => Portal.Get<JpkiEmulator>().Authority.Renew(Portal.Person(person).Certificates, Anew(person));

    private CardIssuance Anew(int number)
    {
        LabHolder person = Portal.Person(number);
        return new CardIssuance
        {
            Holder = new HolderAttributes(person.Person.Attributes),
            Municipality = person.Person.Municipality,
            CardExpiry = person.Person.Card.Face.Expiry,
            SignatureKey = person.Card.GetPublicKey(CardKeyPurpose.Signature),
            UserAuthenticationKey = person.Card.GetPublicKey(CardKeyPurpose.UserAuthentication),
        };
    }

    private async Task<Shown> LogInWithAsync(CardCertificates certificates)
    {
        Shown asked = await Customer.BeginLoginAsync();
        Dictionary<string, string> answer = new(await Customer.SignAsync(asked)) { ["certificate"] = Base64Url.EncodeToString(certificates.UserAuthentication.Encoded.Span) };
        return await Customer.Browser.FollowAsync(await Customer.PostAsync(asked, answer));
    }

    private async Task<Shown> RoundAsync()
    {
        Browser clerk = await Clerk.StartAsync(Portal);
        return await clerk.FollowAsync(await clerk.SubmitAsync(await clerk.GetAsync("/clerk/status")));
    }
}
