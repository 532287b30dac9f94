using BankPortal.Accounts;
using BankPortal.Clerks;
using BankPortal.Opening;
using Microsoft.Extensions.DependencyInjection;
using MyNumber.Jpki.Evidence.Storage;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Services.Accounts;
using MyNumber.Testing;

namespace BankPortalTests;

/// <summary>An account is opened wholly or not at all, whatever fails on the way.</summary>
public sealed class WholeOpeningTests : IAsyncLifetime
{
    private Portal _portal = null!;
    private LinksThatFail _links = null!;

    public async Task InitializeAsync()
    {
        _portal = await Portal.StartAsync(adjust: services => services.AddSingleton<LinksThatFail>().AddSingleton<ISerialLinkService>(provider => provider.GetRequiredService<LinksThatFail>()));
        _links = _portal.Get<LinksThatFail>();
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Opening_that_breaks_off_keeps_application_and_evidence()
    {
        _links.FailNext(1);
        Shown done = await Someone().OpenAccountAsync();

        done.Text.ShouldContain("手続きが途中です");
        Application application = _portal.Get<ApplicationBook>().All.Single();
        application.State.ShouldBe(ApplicationState.BrokenOff);
        application.EvidenceId.ShouldNotBeNull();
        _portal.Get<IEvidenceStore>().Find(application.Receipt).ShouldBe([application.EvidenceId]);
        _portal.Get<AccountBook>().All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Customer_who_tries_again_gets_the_account_under_the_same_number()
    {
        _links.FailNext(2);
        await Someone().OpenAccountAsync();
        await Someone().OpenAccountAsync();
        Customer customer = Someone();

        (await customer.OpenAccountAsync()).Text.ShouldContain("口座が開設されました");
        _portal.Get<AccountBook>().All.Single().Number.ShouldBe("0000001");
        (await customer.LogInAsync()).Path.ShouldBe("/account");
    }

    [Fact]
    public async Task Clerk_takes_up_what_broke_off()
    {
        _links.FailNext(2);
        await Someone().OpenAccountAsync();
        Browser clerk = await Clerk.StartAsync(_portal);
        Shown page = await clerk.GetAsync("/clerk/application/M20261110-00001");

        Shown broken = await clerk.FollowAsync(await clerk.SubmitAsync(page, "Approve"));
        broken.Text.ShouldContain("開設の途中で中断しました");
        broken.Text.ShouldNotContain("(判断:");
        Shown opened = await clerk.SubmitAsync(page, "Approve");
        opened.Location.ShouldBe("/clerk/application/M20261110-00001");
        (await clerk.FollowAsync(opened)).Text.ShouldContain("(判断: 窓口1番)");
        _portal.Get<AccountBook>().All.Single().Number.ShouldBe("0000001");
        (await Someone().LogInAsync()).Path.ShouldBe("/account");
    }

    [Fact]
    public async Task Clerk_who_takes_up_what_the_customer_finished_opens_no_second_account()
    {
        _links.FailNext(1);
        await Someone().OpenAccountAsync();
        await Someone().OpenAccountAsync();
        Browser clerk = await Clerk.StartAsync(_portal);
        Shown page = await clerk.FollowAsync(await clerk.SubmitAsync(await clerk.GetAsync("/clerk/application/M20261110-00001"), "Approve"));

        page.Text.ShouldContain("すでにあります");
        _portal.Get<AccountBook>().All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Silent_link_service_does_not_end_the_round_of_all_accounts()
    {
        await Someone().OpenAccountAsync();
        await new Customer(_portal, _portal.Open(), _portal.Person(1)).OpenAccountAsync();
        _links.FailNext(1);
        Browser clerk = await Clerk.StartAsync(_portal);
        Shown page = await clerk.FollowAsync(await clerk.SubmitAsync(await clerk.GetAsync("/clerk/status")));

        page.Text.ShouldContain("確認できない。次の現況確認でもう一度尋ねる");
        _portal.Get<StatusDesk>().Latest.Select(row => row.LoginLink).ShouldBe([LoginLink.Unreachable, LoginLink.Stands]);
    }

    [Fact]
    public async Task Browser_that_goes_away_stops_no_opening()
    {
        await Someone().OpenAccountAsync();

        _links.CouldBeCancelled.ShouldBeFalse();
    }

    [Fact]
    public async Task Person_with_a_new_signature_certificate_gets_no_second_account_and_keeps_the_first()
    {
        await Someone().OpenAccountAsync();
        LabHolder moved = _portal.Person(1); // as after a move: another S, to which the authority names the same R
        _links.Instead = _portal.Person().Certificates.UserAuthentication.Identity;
        Shown again = await new Customer(_portal, _portal.Open(), moved).OpenAccountAsync();

        again.Text.ShouldContain("すでにあります");
        again.Text.ShouldNotContain("準備ができたら");
        _portal.Get<AccountBook>().All.Count.ShouldBe(1);
        _portal.Get<ApplicationBook>().All[0].State.ShouldBe(ApplicationState.HasAccount);
        (await _portal.Get<IAccountLinkStore>().FindAccountAsync(moved.Certificates.Signature!.Identity)).ShouldBeNull();
        (await Someone().LogInAsync()).Text.ShouldContain("0000001");
    }

    private Customer Someone() => new(_portal, _portal.Open(), _portal.Person());
}
