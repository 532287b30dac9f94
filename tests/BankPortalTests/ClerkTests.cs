using System.Net;
using BankPortal.Accounts;
using BankPortal.Opening;
using MyNumber.Jpki;
using MyNumber.Jpki.Evidence;
using MyNumber.Jpki.Evidence.Storage;

namespace BankPortalTests;

public sealed class ClerkTests : CustomerTests
{
    [Theory]
    [InlineData("/clerk")]
    [InlineData("/clerk/status")]
    [InlineData("/clerk/application/M20261110-00001")]
    public async Task Customers_and_strangers_see_no_page_of_clerks(string path)
    {
        await Customer.OpenAccountAsync();
        await Customer.LogInAsync();

        (await Customer.Browser.GetAsync(path)).Location!.ShouldContain("/clerk/login");
        (await Portal.Open().GetAsync(path)).Location!.ShouldContain("/clerk/login");
        (await Customer.Browser.PostAsync(path, [])).Location!.ShouldContain("/clerk/login");
    }

    [Fact]
    public async Task Clerks_session_is_no_customers()
    {
        Browser clerk = await Clerk.StartAsync(Portal);

        (await clerk.GetAsync("/account")).Location!.ShouldContain("/login");
    }

    [Fact]
    public async Task List_shows_applications_with_masked_names()
    {
        await Customer.OpenAccountAsync();
        Shown list = await (await Clerk.StartAsync(Portal)).GetAsync("/clerk");

        list.Text.ShouldContain("M20261110-00001");
        list.Text.ShouldContain("口座を開設");
        list.Text.ShouldNotContain(Portal.Person().Person.Attributes.Name);
    }

    [Fact]
    public async Task Evidence_shows_report_comparison_and_who_looked()
    {
        await Customer.OpenAccountAsync();
        Browser clerk = await Clerk.StartAsync(Portal);
        await clerk.GetAsync("/clerk/application/M20261110-00001");
        Shown page = await clerk.GetAsync("/clerk/application/M20261110-00001");

        foreach (string words in new[] { "有効。進んでよい", "文書の署名の確認", "確認できた", "一致", "犯罪による収益の移転防止に関する法律施行規則", "閲覧 窓口1番 (申込みの確認)", "保存 portal" })
        {
            page.Text.ShouldContain(words);
        }

        page.Text.ShouldContain(Portal.Person().Person.Attributes.Name);
    }

    [Fact]
    public async Task Evidence_of_a_refused_application_tells_why()
    {
        Shown asked = await Customer.ConfirmAsync();
        Portal.Lab.Hold(0);
        Portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await Customer.AnswerAsync(asked);
        Shown page = await (await Clerk.StartAsync(Portal)).GetAsync("/clerk/application/M20261110-00001");

        page.Text.ShouldContain("検証で拒否");
        page.Text.ShouldContain("一時保留");
        page.Text.ShouldContain("確認は成立していない");
    }

    [Fact]
    public async Task Waiting_application_is_opened_by_a_clerk_once()
    {
        await WaitAsync();
        Browser clerk = await Clerk.StartAsync(Portal);
        Shown page = await clerk.GetAsync("/clerk/application/M20261110-00001");
        (await clerk.SubmitAsync(page, "Approve")).Location.ShouldBe("/clerk/application/M20261110-00001");
        (await clerk.SubmitAsync(page, "Approve")).Location.ShouldEndWith("told=AlreadyDecided");

        Portal.Get<AccountBook>().All.Count.ShouldBe(1);
        Application opened = Portal.Get<ApplicationBook>().All.Single();
        (await clerk.GetAsync("/clerk/application/M20261110-00001")).Text.ShouldContain("(判断: 窓口1番)");
        (await clerk.GetAsync("/clerk/application/M20261110-00001")).Text.ShouldContain(opened.ApprovalEvidenceId!);
        (await Customer.LogInAsync()).Path.ShouldBe("/account");
    }

    [Fact]
    public async Task Waiting_application_whose_certificate_is_held_meanwhile_is_not_opened()
    {
        await WaitAsync();
        Portal.Lab.Hold(0);
        Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Browser clerk = await Clerk.StartAsync(Portal);
        Shown page = await clerk.FollowAsync(await clerk.SubmitAsync(await clerk.GetAsync("/clerk/application/M20261110-00001"), "Approve"));

        page.Text.ShouldContain("有効ではなくなっています");
        Portal.Get<AccountBook>().All.ShouldBeEmpty();
        Checked().ShouldBe(VerificationOutcome.Invalid);
    }

    [Fact]
    public async Task Approval_with_a_silent_responder_decides_nothing_and_says_so()
    {
        await WaitAsync();
        Portal.Lab.IsResponderDown = true;
        Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Browser clerk = await Clerk.StartAsync(Portal);
        Shown page = await clerk.FollowAsync(await clerk.SubmitAsync(await clerk.GetAsync("/clerk/application/M20261110-00001"), "Approve"));

        page.Text.ShouldContain("有効とも無効とも分かっていません");
        page.Text.ShouldNotContain("有効ではなくなっています");
        Checked().ShouldBe(VerificationOutcome.Undetermined);
        Portal.Get<AccountBook>().All.ShouldBeEmpty();
        Portal.Lab.IsResponderDown = false;
        await clerk.SubmitAsync(page, "Approve");
        Portal.Get<AccountBook>().All.Count.ShouldBe(1);
        Checked().ShouldBe(VerificationOutcome.Valid);
        Portal.Get<IEvidenceStore>().Find("M20261110-00001").Count.ShouldBe(3);
    }

    [Fact]
    public async Task Clerks_session_ends_beside_a_customers_page_that_is_in_use()
    {
        Browser clerk = await Clerk.StartAsync(Portal);
        Portal.Clock.Advance(TimeSpan.FromMinutes(6));
        await clerk.GetAsync("/");
        Portal.Clock.Advance(TimeSpan.FromMinutes(6));

        (await clerk.GetAsync("/clerk")).Location!.ShouldContain("/clerk/login");
    }

    [Fact]
    public async Task Declined_application_opens_nothing()
    {
        await WaitAsync();
        Browser clerk = await Clerk.StartAsync(Portal);
        Shown page = await clerk.GetAsync("/clerk/application/M20261110-00001");
        await clerk.SubmitAsync(page, "Decline");
        await clerk.SubmitAsync(page, "Approve");

        Portal.Get<AccountBook>().All.ShouldBeEmpty();
        Portal.Get<ApplicationBook>().All.Single().State.ShouldBe(ApplicationState.Declined);
    }

    [Fact]
    public async Task Mismatch_cannot_be_opened_by_a_clerk()
    {
        await Customer.OpenAccountAsync(("Input.Name", "別人　一郎"));
        Browser clerk = await Clerk.StartAsync(Portal);
        Shown page = await clerk.GetAsync("/clerk/application/M20261110-00001");

        page.Forms.ShouldNotContain(form => form.Action.Contains("Approve", StringComparison.Ordinal));
        HtmlForm any = (await clerk.GetAsync("/clerk/status")).Form();
        (await clerk.PostAsync("/clerk/application/M20261110-00001?handler=Approve", any.Fields)).Location.ShouldEndWith("told=AlreadyDecided");
        Portal.Get<AccountBook>().All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Unknown_application_and_unknown_clerk_are_refused()
    {
        Browser clerk = await Clerk.StartAsync(Portal);
        (await clerk.GetAsync("/clerk/application/M1")).Status.ShouldBe(HttpStatusCode.NotFound);

        Browser other = Portal.Open();
        (await other.SubmitAsync(await other.GetAsync("/clerk/login"), null, ("clerk", "頭取"))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Clerks_return_address_outside_of_this_site_is_not_followed()
    {
        Browser browser = Portal.Open();
        Shown login = await browser.GetAsync("/clerk/login?to=https%3A%2F%2Fevil.example%2F");

        (await browser.SubmitAsync(login)).Location.ShouldBe("/clerk");
    }

    private VerificationOutcome Checked()
    {
        EvidenceReading reading = Portal.Get<IEvidenceStore>().Read(Portal.Get<ApplicationBook>().All.Single().ApprovalEvidenceId!, new EvidenceAccess("test", "test"));
        VerificationEvidence kept = reading.Entry!.Evidence;
        (kept.Status is not { OcspResponse.IsEmpty: false }).ShouldBe(kept.Outcome == VerificationOutcome.Undetermined, "the answer itself is kept where there is one");
        return kept.Outcome;
    }

    private async Task WaitAsync()
    {
        await Customer.OpenAccountAsync(("Input.Name", Portal.Person().Person.Attributes.Name.Replace("　", string.Empty)));
        Portal.Get<ApplicationBook>().All.Single().State.ShouldBe(ApplicationState.WithClerk);
    }
}
