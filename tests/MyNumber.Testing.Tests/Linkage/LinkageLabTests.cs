using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core;
using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Portal.Accounts;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace MyNumber.Testing.Tests.Linkage;

public sealed class LinkageLabTests : IAsyncLifetime
{
    private const int Disability = 2;
    private LinkageLab _lab = null!;

    private LabBody City => _lab[ChildAllowance.City];

    private Operator Clerk => City.CreateWorker(ChildAllowance.Affair);

    public async Task InitializeAsync() => _lab = await LinkageLab.StartAsync(ChildAllowance.CreateNetwork(people: 2));

    public Task DisposeAsync()
    {
        _lab.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("resident record", 0, "household-size of 1,resident-since of 1")]
    [InlineData("local tax", 1, "dependants of 1,income of 1")]
    [InlineData("insurance", 3, "benefit of 1")]
    [InlineData("pension", 4, "pension of 1")]
    public async Task Provider_answers_by_itself(string row, int need, string values)
    {
        InquiryResult result = await City.Asking.InquireAsync(Clerk, ChildAllowance.Order(person: 1, need));
        result.Outcome.ShouldBe(InquiryOutcome.Provided, row);
        string.Join(',', result.Payload!.Items.Select(item => item.Value)).ShouldBe(values, row);
        (await CommitmentsAsync(result.Inquiry, ChildAllowance.Needs[need].Provider)).Distinct().ShouldHaveSingleItem(row).IsZero.ShouldBeFalse(row);
    }

    [Fact]
    public async Task Prefecture_answers_after_a_human_released_it()
    {
        InquiryResult waiting = await City.Asking.InquireAsync(Clerk, ChildAllowance.Order(person: 0, Disability));
        waiting.State.ShouldBe(InquiryState.Waiting);
        (await CommitmentsAsync(waiting.Inquiry, ChildAllowance.Prefecture)).ShouldAllBe(commitment => commitment.IsZero);
        LabBody prefecture = _lab[ChildAllowance.Prefecture];
        (await prefecture.Giving.ReleaseAsync(prefecture.CreateWorker(ChildAllowance.Affair), waiting.Inquiry)).ShouldBe(ReleaseOutcome.Released);
        (await City.Asking.CollectAsync(Clerk, waiting.Inquiry)).Outcome.ShouldBe(InquiryOutcome.Provided);
    }

    [Fact]
    public async Task Tax_office_is_refused_in_an_affair_that_is_not_its_own()
    {
        LabBody office = _lab[ChildAllowance.TaxOffice];
        InquiryOrder order = ChildAllowance.Order(person: 0, need: 1) with { Addressee = ChildAllowance.Addressee(ChildAllowance.TaxOffice, 0) };
        (await office.Asking.InquireAsync(office.CreateWorker(ChildAllowance.Affair), order)).Outcome.ShouldBe(InquiryOutcome.RefusedByRule);
        (await office.Asking.InquireAsync(office.CreateWorker(ChildAllowance.IncomeTax), order with { Affair = ChildAllowance.IncomeTax })).Outcome.ShouldBe(InquiryOutcome.Provided);
    }

    [Fact]
    public async Task Nobody_beyond_the_description_is_known() =>
        (await City.Asking.InquireAsync(Clerk, ChildAllowance.Order(person: 2, need: 0))).State.ShouldBe(InquiryState.NoCode);

    [Fact]
    public async Task Code_that_is_acquired_again_is_the_one_that_was_laid_in()
    {
        AgencyDoor door = _lab.Core.DoorOf(ChildAllowance.City);
        AcquisitionOpening opening = await door.OpenAsync(AcquisitionRoute.Jlis, VerificationLevel.FourAttributes);
        (await _lab.Core.Jlis.AcquireAsync(opening.Number, _lab.Network.People[1].Query)).State.ShouldBe(AcquisitionState.Generated);
        AgencyCode laidIn = await City.Space.FindCodeAsync(ChildAllowance.Addressee(ChildAllowance.City, 1));
        laidIn.IsEmpty.ShouldBeFalse();
        (await door.CollectAsync(opening.Number)).Code.ShouldBe(laidIn);
    }

    [Fact]
    public async Task People_register_at_the_portal_from_the_start_and_get_its_code()
    {
        LabBody body = _lab[ChildAllowance.Portal];
        using LabPortal portal = new(_lab.Network, _lab.Core, body, ChildAllowance.SelfInformation, []);
        for (int person = 0; person < 2; person++)
        {
            (await body.Space.FindCodeAsync(ChildAllowance.Addressee(ChildAllowance.Portal, person))).IsEmpty.ShouldBeTrue();
            Registration registration = await portal.Registrations.RegisterAsync(_lab.Network.People[person].Login);
            registration.IsDone.ShouldBeTrue();
            AgencyCode code = await portal.Accounts.FindCodeAsync(registration.Account);
            _lab.Network.Directory.TryFindHolderOf(ChildAllowance.Portal, DateTimeOffset.UnixEpoch, out CodeHolder? holder).ShouldBeTrue();
            (await _lab.Core.Book.JudgeAsync(holder!, code)).Standing.ShouldBe(CodeStanding.InUse);
            (await portal.Registrations.RegisterAsync(_lab.Network.People[person].Login)).Account.ShouldBe(registration.Account);
            (await City.Space.FindCodeAsync(ChildAllowance.Addressee(ChildAllowance.City, person))).ShouldNotBe(code);
        }
    }

    [Fact]
    public async Task Nobody_has_an_account_before_registering()
    {
        using LabPortal portal = new(_lab.Network, _lab.Core, _lab[ChildAllowance.Portal], ChildAllowance.SelfInformation, []);
        (await portal.Accounts.FindAsync(_lab.Network.People[0].Login)).IsEmpty.ShouldBeTrue();
        (await _lab[ChildAllowance.Portal].Stores.Space.ListAsync(ChildAllowance.Portal, BodyTable.AddresseeByCode, null, 9)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Seeding_again_changes_nothing()
    {
        AgencyCode before = await City.Space.FindCodeAsync(ChildAllowance.Addressee(ChildAllowance.City, 0));
        await _lab.Core.SeedAsync();
        await City.SeedAsync();
        (await City.Space.FindCodeAsync(ChildAllowance.Addressee(ChildAllowance.City, 0))).ShouldBe(before);
        (await City.Asking.InquireAsync(Clerk, ChildAllowance.Order(person: 0, need: 0))).Outcome.ShouldBe(InquiryOutcome.Provided);
    }

    [Fact]
    public async Task Another_policy_takes_effect_at_once()
    {
        _lab.Core.Policy = new LabNetworkBuilder().Build().CreatePolicy();
        (await City.Asking.InquireAsync(Clerk, ChildAllowance.Order(person: 0, need: 0))).Outcome.ShouldBe(InquiryOutcome.RefusedByRule);
    }

    private async Task<Digest[]> CommitmentsAsync(InquiryId inquiry, AgencyId provider)
    {
        List<Digest> found = [];
        foreach (IRecordStore store in new[] { City.Stores.Records, _lab[provider].Stores.Records, _lab.Core.Stores.Records })
        {
            found.Add((await store.FindAsync(new RecordKey(inquiry, 0)))?.Record.Commitment ?? default);
        }

        return [.. found];
    }
}
