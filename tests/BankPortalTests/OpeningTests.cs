using BankPortal.Accounts;
using BankPortal.Opening;
using MyNumber.Jpki;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.Evidence.Storage;
using MyNumber.Testing.Hosting;

namespace BankPortalTests;

public sealed class OpeningTests : CustomerTests
{
    [Fact]
    public async Task Card_fills_the_form_in()
    {
        Shown form = await Customer.ReadCardAsync();

        form.Path.ShouldBe("/open/form");
        form.Form("/open/form").Fields["Input.Name"].ShouldBe(Portal.Person().Person.Attributes.Name);
        form.Form("/open/form").Fields["Input.Address"].ShouldBe(Portal.Person().Person.Attributes.Address);
        form.Form("/open/form").Fields["Input.BirthDate"].Length.ShouldBe(10);
        form.Form("/open/form").Fields["Input.Sex"].ShouldBeOneOf("男", "女");
    }

    [Fact]
    public async Task Matching_application_opens_an_account_with_evidence_and_login()
    {
        Shown done = await Customer.OpenAccountAsync();

        done.Path.ShouldBe("/open/done");
        done.Text.ShouldContain("口座が開設されました");
        Portal.Get<AccountBook>().All.Single().CanLogIn.ShouldBeTrue();
        Archived().ShouldBe(VerificationOutcome.Valid);
        (await Customer.LogInAsync()).Path.ShouldBe("/account");
    }

    [Fact]
    public async Task Signed_text_has_every_field_and_the_receipt()
    {
        string text = Customer.Asked(await Customer.ConfirmAsync()).Statement.Text!;

        text.ShouldContain("受付番号: M20261110-00001");
        text.ShouldContain("申込日: 令和8年11月10日");
        foreach (string value in new[] { Portal.Person().Person.Attributes.Name, Portal.Person().Person.Attributes.Address, "03-0000-0000", "本店", "普通預金", "生計費の決済" })
        {
            text.ShouldContain(value);
        }
    }

    [Theory]
    [InlineData("another address", "Input.Address", "東京都千代田区見本町９－９－９の９")]
    [InlineData("another name", "Input.Name", "別人　一郎")]
    [InlineData("another birth date", "Input.BirthDate", "1999-12-31")]
    public async Task Mismatch_opens_nothing_and_is_archived(string what, string field, string value)
    {
        Shown done = await Customer.OpenAccountAsync((field, value));

        done.Text.ShouldContain("不一致", customMessage: what);
        Portal.Get<AccountBook>().All.ShouldBeEmpty();
        Portal.Get<ApplicationBook>().All.Single().State.ShouldBe(ApplicationState.Mismatch);
        Archived().ShouldBe(VerificationOutcome.Valid);
    }

    [Fact]
    public async Task Other_spelling_waits_for_the_clerk()
    {
        Shown done = await Customer.OpenAccountAsync(("Input.Name", Portal.Person().Person.Attributes.Name.Replace("　", string.Empty)));

        done.Text.ShouldContain("係員が確かめます");
        Portal.Get<AccountBook>().All.ShouldBeEmpty();
        Portal.Get<ApplicationBook>().All.Single().State.ShouldBe(ApplicationState.WithClerk);
    }

    [Fact]
    public async Task Second_account_with_the_same_certificate_is_refused()
    {
        await Customer.OpenAccountAsync();
        Shown again = await new Customer(Portal, Portal.Open(), Portal.Person()).OpenAccountAsync();

        again.Text.ShouldContain("すでに口座があります");
        Portal.Get<AccountBook>().All.Count.ShouldBe(1);
        Portal.Get<ApplicationBook>().All[0].State.ShouldBe(ApplicationState.HasAccount);
    }

    [Fact]
    public async Task Applications_of_one_certificate_at_once_open_one_account()
    {
        Customer[] customers = [.. Enumerable.Range(0, 8).Select(_ => new Customer(Portal, Portal.Open(), Portal.Person()))];
        List<(Customer Who, Shown Asked, IReadOnlyDictionary<string, string> Answer)> ready = [];
        foreach (Customer customer in customers)
        {
            Shown asked = await customer.ConfirmAsync();
            ready.Add((customer, asked, await customer.SignAsync(asked)));
        }

        await Task.WhenAll(ready.Select(one => Task.Run(() => one.Who.PostAsync(one.Asked, one.Answer))));

        Portal.Get<AccountBook>().All.Count.ShouldBe(1);
        Portal.Get<ApplicationBook>().All.Count(one => one.State == ApplicationState.HasAccount).ShouldBe(7);
    }

    [Fact]
    public async Task Held_certificate_is_refused_with_its_words_and_archived()
    {
        Shown asked = await Customer.ConfirmAsync();
        Portal.Lab.Hold(0);
        Portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Shown refused = await Customer.AnswerAsync(asked);

        refused.Path.ShouldBe("/open/refused?reason=Held");
        refused.Text.ShouldContain("一時保留中");
        Portal.Get<AccountBook>().All.ShouldBeEmpty();
        Archived().ShouldBe(VerificationOutcome.Invalid);
    }

    [Fact]
    public async Task Held_certificate_is_not_read_into_the_form()
    {
        Portal.Lab.Hold(0);

        (await Customer.ReadCardAsync()).Path.ShouldBe("/open/refused?reason=Held");
    }

    [Fact]
    public async Task Silent_responder_leaves_it_undetermined_and_a_new_signature_opens_later()
    {
        Shown asked = await Customer.ConfirmAsync();
        Portal.Lab.IsResponderDown = true;
        Portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Shown refused = await Customer.AnswerAsync(asked);

        refused.Text.ShouldContain("ただいま電子証明書の有効性を確認できません");
        Archived().ShouldBe(VerificationOutcome.Undetermined);
        Portal.Lab.IsResponderDown = false;
        Shown form = await Customer.Browser.VisitAsync("/open/form");
        Shown confirm = await Customer.Browser.FollowAsync(await Customer.Browser.SubmitAsync(form, "/open/form"));
        (await Customer.AnswerAsync(await Customer.Browser.SubmitAsync(confirm, "/open/confirm"))).Text.ShouldContain("口座が開設されました");
    }

    [Theory]
    [InlineData("cancelled", AgentOutcome.Cancelled, "取り消しました")]
    [InlineData("PIN blocked", AgentOutcome.PinBlocked, "暗証番号がロックされています")]
    [InlineData("no card", AgentOutcome.NoCard, "カードが見つかりません")]
    [InlineData("busy", AgentOutcome.Busy, "別の手続きの途中")]
    [InlineData("timed out", AgentOutcome.TimedOut, "時間切れ")]
    public async Task Agent_that_gives_nothing_is_told_and_the_customer_may_sign_again(string what, AgentOutcome outcome, string words)
    {
        Shown refused = await Customer.RefuseAsync(await Customer.ConfirmAsync(), outcome);

        refused.Text.ShouldContain(words, customMessage: what);
        Portal.Get<ApplicationBook>().All.ShouldBeEmpty();
        Shown confirm = await Customer.Browser.GetAsync("/open/confirm");
        (await Customer.AnswerAsync(await Customer.Browser.SubmitAsync(confirm, "/open/confirm"))).Path.ShouldBe("/open/done");
    }

    [Fact]
    public async Task Answer_is_good_once()
    {
        Shown asked = await Customer.ConfirmAsync();
        IReadOnlyDictionary<string, string> answer = await Customer.SignAsync(asked);
        await Customer.PostAsync(asked, answer);
        Shown again = await Customer.Browser.FollowAsync(await Customer.PostAsync(asked, answer));

        again.Path.ShouldStartWith("/open/refused");
        Portal.Get<ApplicationBook>().All.Count.ShouldBe(1);
        Portal.Get<AccountBook>().All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_answers_to_two_askings_of_one_application_open_one_account()
    {
        Shown first = await Customer.ConfirmAsync();
        Shown second = await Customer.Browser.SubmitAsync(await Customer.Browser.GetAsync("/open/confirm"), "/open/confirm");
        await Customer.AnswerAsync(first);
        Shown late = await Customer.AnswerAsync(second);

        late.Path.ShouldBe("/open/refused?reason=DraftGone");
        Portal.Get<ApplicationBook>().All.Count.ShouldBe(1);
        Portal.Get<IEvidenceStore>().Find("M20261110-00001").Count.ShouldBe(2, "a valid signature is kept, also the second one");
    }

    [Fact]
    public async Task Second_signature_over_one_application_is_kept_also_when_its_certificate_is_held_meanwhile()
    {
        Shown first = await Customer.ConfirmAsync();
        Shown second = await Customer.Browser.SubmitAsync(await Customer.Browser.GetAsync("/open/confirm"), "/open/confirm");
        await Customer.AnswerAsync(first);
        Portal.Lab.Hold(0);
        Portal.Clock.Advance(TimeSpan.FromSeconds(1));

        (await Customer.AnswerAsync(second)).Path.ShouldBe("/open/refused?reason=Held");
        Portal.Get<ApplicationBook>().All.Count.ShouldBe(1);
        IEvidenceStore evidence = Portal.Get<IEvidenceStore>();
        evidence.Find("M20261110-00001").Select(id => evidence.Read(id, new EvidenceAccess("test", "test")).Entry!.Evidence.Outcome)
            .ShouldBe([VerificationOutcome.Valid, VerificationOutcome.Invalid], ignoreOrder: true);
    }

    [Fact]
    public void Version_that_an_answer_took_is_not_asked_about_again()
    {
        Draft draft = new("draft", "line") { Prepared = new Prepared("M20261110-00001", SheetTests.Form, "text") };
        draft.Ask().ShouldNotBeNull();

        draft.Take("M20261110-00001").IsPresent.ShouldBeTrue();
        draft.Ask().ShouldBeNull();
        draft.Take("M20261110-00001").Version.ShouldBeNull();
    }

    [Fact]
    public void Second_application_under_one_receipt_does_not_take_the_place_of_the_first()
    {
        ApplicationBook book = Portal.Get<ApplicationBook>();
        Application first = new("M20261110-00001", SheetTests.Form, Portal.Clock.GetUtcNow());
        book.Add(first);

        Should.Throw<InvalidOperationException>(() => book.Add(new Application("m20261110-00001", SheetTests.Form, Portal.Clock.GetUtcNow())));
        book.All.ShouldBe([first]);
    }

    [Fact]
    public async Task Last_of_the_invented_people_opens_an_account_and_logs_in()
    {
        await using Portal portal = await Portal.StartAsync(hasEverybody: true);
        Customer last = new(portal, portal.Open(), portal.Person(EmulatorOptions.MostPersons - 1));

        (await last.OpenAccountAsync()).Text.ShouldContain("口座が開設されました");
        (await last.LogInAsync()).Path.ShouldBe("/account");
    }

    [Fact]
    public async Task Signature_over_an_earlier_version_is_not_taken_for_the_present_one()
    {
        Shown earlier = await Customer.ConfirmAsync();
        Shown form = await Customer.Browser.GetAsync("/open/form");
        await Customer.Browser.SubmitAsync(form, "/open/form", ("Input.Branch", "見本港支店"));

        (await Customer.AnswerAsync(earlier)).Path.ShouldBe("/open/refused?reason=EarlierVersion");
        Portal.Get<AccountBook>().All.ShouldBeEmpty();
        Application kept = Portal.Get<ApplicationBook>().All.Single();
        (kept.Receipt, kept.State, kept.Form.Branch).ShouldBe(("M20261110-00001", ApplicationState.Superseded, "本店"));
        Archived().ShouldBe(VerificationOutcome.Valid);
    }

    [Fact]
    public async Task Present_version_can_be_signed_after_an_earlier_one_was()
    {
        Shown earlier = await Customer.ConfirmAsync();
        await Customer.Browser.SubmitAsync(await Customer.Browser.GetAsync("/open/form"), "/open/form", ("Input.Branch", "見本港支店"));
        await Customer.AnswerAsync(earlier);
        Shown present = await Customer.Browser.SubmitAsync(await Customer.Browser.GetAsync("/open/confirm"), "/open/confirm");

        (await Customer.AnswerAsync(present)).Text.ShouldContain("口座が開設されました");
        Portal.Get<AccountBook>().All.Single().Branch.ShouldBe("見本港支店");
    }

    [Fact]
    public async Task Undetermined_signature_over_an_earlier_version_is_filed_under_its_own_receipt_and_form()
    {
        Shown earlier = await Customer.ConfirmAsync();
        await Customer.Browser.SubmitAsync(await Customer.Browser.GetAsync("/open/form"), "/open/form", ("Input.Branch", "見本港支店"));
        Portal.Lab.IsResponderDown = true;
        Portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await Customer.AnswerAsync(earlier);

        Application kept = Portal.Get<ApplicationBook>().All.Single();
        (kept.Receipt, kept.State, kept.Form.Branch).ShouldBe(("M20261110-00001", ApplicationState.Undetermined, "本店"));
        Archived().ShouldBe(VerificationOutcome.Undetermined);
        (await Customer.Browser.VisitAsync("/open/confirm")).Text.ShouldContain("見本港支店");
    }

    [Fact]
    public async Task Answer_in_another_browser_is_refused()
    {
        Shown asked = await Customer.ConfirmAsync();
        Customer other = new(Portal, Portal.Open(), Portal.Person());
        Shown refused = await other.Browser.FollowAsync(await other.PostAsync(asked, await Customer.SignAsync(asked)));

        refused.Path.ShouldBe("/open/refused?reason=ChallengeForOtherOrigin");
        Portal.Get<AccountBook>().All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Draft_is_gone_after_half_an_hour()
    {
        await Customer.ReadCardAsync();
        Portal.Clock.Advance(TimeSpan.FromMinutes(29));
        (await Customer.Browser.VisitAsync("/open/form")).Path.ShouldBe("/open/form");
        Portal.Clock.Advance(TimeSpan.FromMinutes(30));

        (await Customer.Browser.VisitAsync("/open/form")).Path.ShouldBe("/open");
    }

    [Fact]
    public async Task Draft_that_is_left_does_not_wait_in_memory_for_the_next_customer()
    {
        await Customer.ReadCardAsync();
        Portal.Get<DraftDesk>().Count.ShouldBe(1);
        Portal.Clock.Advance(DraftDesk.Life + TimeSpan.FromMinutes(1));

        Portal.Get<DraftDesk>().Count.ShouldBe(0);
    }

    [Fact]
    public async Task Draft_into_which_nothing_was_entered_is_gone_sooner()
    {
        Browser browser = Customer.Browser;
        await browser.SubmitAsync(await browser.GetAsync("/open"), "Hand");
        Portal.Clock.Advance(TimeSpan.FromMinutes(9));
        (await browser.VisitAsync("/open/form")).Path.ShouldBe("/open/form");
        Portal.Clock.Advance(TimeSpan.FromMinutes(10));

        (await browser.VisitAsync("/open/form")).Path.ShouldBe("/open");
    }

    [Fact]
    public async Task Form_that_took_longer_than_its_draft_waits_is_not_lost()
    {
        Shown form = await Customer.ReadCardAsync();
        Portal.Clock.Advance(TimeSpan.FromMinutes(31));
        Shown confirm = await Customer.Browser.FollowAsync(await Customer.Browser.SubmitAsync(form, "/open/form", Customer.Choices));

        confirm.Path.ShouldBe("/open/confirm");
        (await Customer.AnswerAsync(await Customer.Browser.SubmitAsync(confirm, "/open/confirm"))).Text.ShouldContain("口座が開設されました");
    }

    [Fact]
    public async Task Draft_of_one_browser_is_not_another_ones()
    {
        await Customer.ConfirmAsync();

        (await Portal.Open().VisitAsync("/open/confirm")).Path.ShouldBe("/open");
        (await Portal.Open().VisitAsync("/open/done")).Path.ShouldBe("/open");
    }

    [Fact]
    public async Task Typed_form_is_compared_at_the_end_like_any_other()
    {
        Browser browser = Customer.Browser;
        Shown form = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/open"), "Hand"));
        Shown confirm = await browser.FollowAsync(await browser.SubmitAsync(
            form, "/open/form", [.. Customer.Choices, ("Input.Name", "見本　太郎"), ("Input.Address", "見本県見本市1-1"), ("Input.BirthDate", "1990-01-01"), ("Input.Sex", "男")]));

        (await Customer.AnswerAsync(await browser.SubmitAsync(confirm, "/open/confirm"))).Text.ShouldContain("不一致");
    }

    private VerificationOutcome Archived()
    {
        Application application = Portal.Get<ApplicationBook>().All[0];
        EvidenceReading reading = Portal.Get<IEvidenceStore>().Read(application.EvidenceId!, new EvidenceAccess("test", "test"));
        reading.State.ShouldBe(EvidenceReadState.Intact);
        return reading.Entry!.Evidence.Outcome;
    }
}
