using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Portal.Accounts;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Portal.Records;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Tests.Agencies;
using MyNumber.Linkage.Tests.Permission;

namespace MyNumber.Linkage.Tests.Portal.Records;

/// <summary>What a person is shown of the exchanges about them, and what not.</summary>
public sealed class ProvisionRecordTests : IAsyncLifetime
{
    private PortalWorld _world = null!;
    private PortalCaller _me;
    private PortalCaller _other;

    public async Task InitializeAsync()
    {
        _world = await PortalWorld.StartAsync();
        _me = PortalCaller.Self(await _world.Side.LoginAsync(1));
        _other = PortalCaller.Self(await _world.Side.LoginAsync(2));
    }

    public Task DisposeAsync()
    {
        _world.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Person_sees_who_asked_whom_for_what_and_the_proof_holds()
    {
        InquiryId inquiry = await AskAsync(1);
        RecordPage page = await PageAsync(_me);
        AccessRecord shown = page.Records.ShouldHaveSingleItem().Record.Record;
        (shown.Inquiry, shown.Inquirer, shown.Provider, shown.Affair, shown.Procedure, shown.ItemSet).ShouldBe((inquiry, Bodies.City, Bodies.OtherCity, Rules.Allowance, Rules.Grant, Rules.Tax));
        (shown.RequestedAt, shown.ProvidedAt, shown.Outcome).ShouldBe((Bodies.Now, Bodies.Now, InquiryOutcome.Provided));
        shown.Items.ShouldBe([Rules.Income]);
        new CitizenLog(_world.CoreKey).Verify(page).IsVerified.ShouldBeTrue();
    }

    [Fact]
    public async Task Another_persons_records_are_never_shown()
    {
        InquiryId mine = await AskAsync(1);
        InquiryId theirs = await AskAsync(2);
        (await PageAsync(_me)).Records.Select(proof => proof.Record.Record.Inquiry).ShouldBe([mine]);
        (await PageAsync(_other)).Records.Select(proof => proof.Record.Record.Inquiry).ShouldBe([theirs]);
    }

    [Fact]
    public async Task Inquiry_id_that_is_used_for_two_people_shows_the_record_to_its_person_alone()
    {
        InquiryId inquiry = InquiryId.Create(Bodies.Now);
        await _world.City.Asking.InquireAsync(_world.Clerk, PortalWorld.TaxOrder(1) with { Inquiry = inquiry });
        (await _world.City.Asking.InquireAsync(_world.Clerk, PortalWorld.TaxOrder(2) with { Inquiry = inquiry })).State.ShouldBe(InquiryState.Rejected);
        (await PageAsync(_me)).Records.Length.ShouldBe(1);
        (await PageAsync(_other)).Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refused_inquiry_is_shown_too()
    {
        await _world.City.Asking.InquireAsync(_world.Clerk, PortalWorld.TaxOrder(1, Rules.Other));
        (await PageAsync(_me)).Records.ShouldHaveSingleItem().Record.Record.Outcome.ShouldBe(InquiryOutcome.RefusedByRule);
    }

    [Fact]
    public async Task Code_that_is_nobodys_is_recorded_and_shown_to_nobody()
    {
        await _world.City.Space.TieAsync(new AddresseeNumber(77), AgencyCode.FromEnvelope([1, 0, .. new byte[16]]));
        await _world.City.Asking.InquireAsync(_world.Clerk, PortalWorld.TaxOrder(77));
        (await _world.CoreRecords.ReadCommitmentsAsync(0, 9)).Count.ShouldBe(1);
        (await PageAsync(_me)).Records.ShouldBeEmpty();
        (await PageAsync(_other)).Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task Portals_code_of_another_body_and_another_caller_get_nothing()
    {
        await AskAsync(1);
        AgencyCode citys = await _world.City.Space.FindCodeAsync(new AddresseeNumber(1));
        AgencyCode portals = await _world.Side.Accounts.FindCodeAsync(_me.Account);
        (await _world.Side.Desk.LineOf(Bodies.City).AskAsync(new RecordQuery { Code = citys })).Outcome.ShouldBe(RecordQueryOutcome.NotPortal);
        (await _world.Side.Desk.LineOf(Bodies.City).AskAsync(new RecordQuery { Code = portals })).Outcome.ShouldBe(RecordQueryOutcome.NotPortal);
        (await _world.Side.Desk.LineOf(Bodies.Portal).AskAsync(new RecordQuery { Code = citys })).Outcome.ShouldBe(RecordQueryOutcome.CodeRefused);
        (await _world.Side.Desk.LineOf(Bodies.Portal).AskAsync(new RecordQuery { Code = default })).Outcome.ShouldBe(RecordQueryOutcome.CodeRefused);
        (await _world.Side.Desk.LineOf(Bodies.Portal).AskAsync(new RecordQuery { Code = portals, Most = 0 })).Outcome.ShouldBe(RecordQueryOutcome.Malformed);
        (await _world.Side.Desk.LineOf(Bodies.Portal).AskAsync(new RecordQuery { Code = portals, Most = 201 })).Outcome.ShouldBe(RecordQueryOutcome.Malformed);
        _world.SetStatus(Bodies.PortalHolder, CodeHolderStatus.Suspended);
        (await _world.Side.Desk.LineOf(Bodies.Portal).AskAsync(new RecordQuery { Code = portals })).Outcome.ShouldBe(RecordQueryOutcome.NotPortal);
    }

    [Fact]
    public async Task Pages_join_to_the_whole_and_the_last_one_announces_none()
    {
        List<InquiryId> asked = [];
        for (int i = 0; i < 7; i++)
        {
            _world.Clock.Now = Bodies.Now.AddMonths(3 * i);
            asked.Add(await AskAsync(1));
        }

        List<InquiryId> shown = [];
        List<int> sizes = [];
        RecordCursor? after = null;
        do
        {
            RecordPage page = await PageAsync(_me, after, 3);
            shown.AddRange(page.Records.Select(proof => proof.Record.Record.Inquiry));
            sizes.Add(page.Records.Length);
            after = page.Next;
        }
        while (after is not null);
        shown.ShouldBe(asked);
        sizes.ShouldBe([3, 3, 1]);
    }

    [Fact]
    public async Task Window_of_time_holds_its_start_and_not_its_end()
    {
        for (int day = 0; day < 4; day++)
        {
            _world.Clock.Now = Bodies.Now.AddDays(day);
            await AskAsync(1);
        }

        RecordPage page = await _world.Side.View.ReadAsync(_me, new ValidPeriod(Bodies.Now.AddDays(1), Bodies.Now.AddDays(3)), null, 50, null);
        page.Records.Select(proof => proof.Record.Record.RequestedAt).ShouldBe([Bodies.Now.AddDays(1), Bodies.Now.AddDays(2)]);
    }

    [Theory]
    [InlineData("withheld first", "hss", 1)]
    [InlineData("withheld last", "ssh", 2)]
    [InlineData("withheld between", "shs", 1)]
    [InlineData("withheld only", "hh", 2)]
    [InlineData("withheld at the page's end", "shhhs", 1)]
    [InlineData("withheld behind the page", "shh", 1)]
    public async Task Withheld_records_change_no_page(string row, string order, int most)
    {
        PortalWorld bare = await PortalWorld.StartAsync();
        try
        {
            PortalCaller me = PortalCaller.Self(await bare.Side.LoginAsync(1));
            await FillAsync(_world, order);
            await FillAsync(bare, order.Replace("h", "o", StringComparison.Ordinal));
            (await ShapeAsync(_world, _me, most)).ShouldBe(await ShapeAsync(bare, me, most), row);
        }
        finally
        {
            bare.Dispose();
        }
    }

    [Fact]
    public async Task Record_that_is_withheld_by_a_correction_disappears_and_one_that_is_released_shows()
    {
        InquiryId inquiry = await AskAsync(1);
        StoredRecord first = (await _world.CoreRecords.FindAsync(new RecordKey(inquiry, 0)))!;
        SaltedRecord withheld = await CorrectAsync(first.Record, record => record with { NonDisclosure = NonDisclosure.NumberActArticle31Paragraph3 });
        (await PageAsync(_me)).Records.ShouldBeEmpty();
        await CorrectAsync(withheld, record => record with { NonDisclosure = NonDisclosure.None });
        RecordPage page = await PageAsync(_me);
        page.Records.Select(proof => proof.Record.Record.Key.Correction).ShouldBe([0, 2]);
        new CitizenLog(_world.CoreKey).Verify(page).IsVerified.ShouldBeTrue();
    }

    [Fact]
    public async Task Correction_shows_behind_what_it_corrects()
    {
        InquiryId inquiry = await AskAsync(1);
        StoredRecord first = (await _world.CoreRecords.FindAsync(new RecordKey(inquiry, 0)))!;
        await CorrectAsync(first.Record, record => record with { Affair = new AffairId("other-affair") });
        RecordPage page = await PageAsync(_me);
        page.Records.Select(proof => proof.Record.Record.Affair.ToString()).ShouldBe(["child-allowance", "other-affair"]);
        new CitizenLog(_world.CoreKey).Verify(page).IsVerified.ShouldBeTrue();
    }

    [Fact]
    public async Task Expired_record_leaves_view_and_index()
    {
        await AskAsync(1);
        _world.Clock.Now = Bodies.Now.AddYears(7).AddDays(2);
        await _world.Core.ForgetAsync(await _world.CoreParts.Log.ShredExpiredAsync(9));
        (await PageAsync(_me)).Records.ShouldBeEmpty();
        (await _world.Core.ForgetAsync([])).ShouldBe(0);
    }

    [Fact]
    public async Task Account_without_a_code_or_closed_sees_nothing()
    {
        await AskAsync(1);
        AddresseeNumber bare = await _world.Side.Accounts.OpenAsync(PortalSide.Handle(9));
        (await PageAsync(PortalCaller.Self(bare))).Outcome.ShouldBe(RecordQueryOutcome.NotAllowed);
        (await PageAsync(PortalCaller.Self(new AddresseeNumber(4711)))).Outcome.ShouldBe(RecordQueryOutcome.NotAllowed);
        await _world.Side.Accounts.SetStateAsync(_me.Account, AccountState.Closed);
        (await PageAsync(_me)).Outcome.ShouldBe(RecordQueryOutcome.NotAllowed);
    }

    [Fact]
    public async Task Crash_before_the_log_leaves_no_record_out_of_the_index()
    {
        // The log refuses to write: the index has the key already, and the answer never went out.
        _world.CoreParts.Log.Dispose();
        await Should.ThrowAsync<ObjectDisposedException>(async () => await _world.City.Asking.InquireAsync(_world.Clerk, PortalWorld.TaxOrder(1)));
        using PartyLog log = await PartyLog.OpenAsync(LogOwner.Core, _world.CoreRecords, _world.CoreHeads, _world.CoreKey, _world.Clock);
        (await _world.CoreRecords.ReadCommitmentsAsync(0, 9)).ShouldBeEmpty();
        RecordDesk desk = new(() => _world.Directory, _world.Finder, log, _world.CoreRecords, _world.CoreHeads, _world.Clock, TimeSpan.Zero);
        RecordQuery query = new() { Code = await _world.Side.Accounts.FindCodeAsync(_me.Account) };
        (await desk.LineOf(Bodies.Portal).AskAsync(query)).Records.ShouldBeEmpty();

        CoreExchange again = new(_world.WithLog(log));
        again.Connect(Bodies.OtherCity, _world.OtherCity.Giving);
        (await again.ResumeAsync()).ShouldBe(1);
        (await desk.LineOf(Bodies.Portal).AskAsync(query)).Records.Length.ShouldBe(1);
    }

    private static async Task FillAsync(PortalWorld world, string order)
    {
        await world.OtherCity.Space.PutAsync([PortalWorld.Replica(1, Rules.Tax, ("income", "1")) with { IsUndisclosed = true, AsOf = Bodies.Now }]);
        await world.OtherCity.Space.PutAsync([PortalWorld.Replica(2, Rules.Tax, ("income", "1")) with { IsUndisclosed = true, AsOf = Bodies.Now }]);
        bool isHidden = true;
        for (int i = 0; i < order.Length; i++)
        {
            world.Clock.Now = Bodies.Now.AddMinutes(i + 1);
            bool wanted = order[i] == 'h';
            if (wanted != isHidden)
            {
                isHidden = wanted;
                await world.OtherCity.Space.PutAsync([PortalWorld.Replica(1, Rules.Tax, ("income", "1")) with { IsUndisclosed = wanted, AsOf = world.Clock.Now }]);
            }

            await world.City.Asking.InquireAsync(world.Clerk, PortalWorld.TaxOrder(order[i] == 'o' ? 2 : 1));
        }
    }

    /// <summary>Everything of the pages but random values: times of records, whether there is a next page, sizes of the log.</summary>
    private static async Task<string> ShapeAsync(PortalWorld world, PortalCaller me, int most)
    {
        List<string> pages = [];
        RecordCursor? after = null;
        do
        {
            RecordPage page = await world.Side.View.ReadAsync(me, default, after, most, null);
            pages.Add($"{string.Join(',', page.Records.Select(proof => proof.Record.Record.RequestedAt.Minute))} next {page.Next is not null} of {page.Head!.Size}");
            after = page.Next;
        }
        while (after is not null);
        return string.Join(" | ", pages);
    }

    private async Task<InquiryId> AskAsync(int person) => (await _world.City.Asking.InquireAsync(_world.Clerk, PortalWorld.TaxOrder(person))).Inquiry;

    private async Task<RecordPage> PageAsync(PortalCaller caller, RecordCursor? after = null, int most = 50) => await _world.Side.View.ReadAsync(caller, default, after, most, null);

    private async Task<SaltedRecord> CorrectAsync(SaltedRecord before, Func<AccessRecord, AccessRecord> change)
    {
        int number = (before.Record.Correction?.Number ?? 0) + 1;
        SaltedRecord correction = new(change(before.Record) with { Correction = new RecordCorrection(number, before.Commitment) }, RecordSalt.Create(_world.CoreParts.Random));
        (await _world.CoreParts.Log.CorrectAsync(correction)).Place.Outcome.ShouldBe(RecordAppend.Written);
        return correction;
    }
}
