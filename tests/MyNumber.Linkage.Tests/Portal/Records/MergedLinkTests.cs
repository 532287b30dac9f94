using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Corrections;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Portal.Records;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Tests.Breach;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.Tests.Portal.Records;

/// <summary>Whose records are shown after two links turned out to be one person, or one link two.</summary>
public sealed class MergedLinkTests : IAsyncLifetime
{
    private const int Release = 2;

    private readonly Dictionary<int, LinkCode> _links = [];
    private BreachWorld _world = null!;

    public async Task InitializeAsync() => _world = await BreachWorld.StartAsync();

    public Task DisposeAsync()
    {
        _world.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Records_of_a_buried_link_are_shown_to_its_person_once()
    {
        (PortalCaller me, PortalCaller stranger) = (await _world.LoginAsync(0), await _world.LoginAsync(2));
        InquiryId kept = (await _world.AskTaxAsync(0)).Inquiry;
        InquiryId buried = (await _world.AskTaxAsync(1)).Inquiry;
        (await ShownAsync(me)).ShouldBe([kept]);

        (await MergeAsync(keep: 0, drop: 1)).ShouldBe(CorrectionOutcome.Corrected);
        (await MergeAsync(keep: 0, drop: 1)).ShouldBe(CorrectionOutcome.Corrected);
        (await ShownAsync(me)).ShouldBe([kept, buried], ignoreOrder: true);
        (await ShownAsync(stranger)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Records_that_went_through_two_merges_are_shown()
    {
        PortalCaller me = await _world.LoginAsync(0);
        InquiryId buried = (await _world.AskTaxAsync(2)).Inquiry;
        await MergeAsync(keep: 1, drop: 2);
        await MergeAsync(keep: 0, drop: 1);
        (await ShownAsync(me)).ShouldBe([buried]);
    }

    [Fact]
    public async Task Inquiry_that_was_under_way_at_the_merge_is_shown_when_it_ends()
    {
        PortalCaller me = await _world.LoginAsync(0);
        InquiryId held = (await _world.City.Asking.InquireAsync(_world.Clerk, ChildAllowance.Order(1, Release))).Inquiry;
        await MergeAsync(keep: 0, drop: 1);
        (await ShownAsync(me)).ShouldBeEmpty();
        LabBody prefecture = _world.Lab[ChildAllowance.Prefecture];
        await prefecture.Giving.ReleaseAsync(prefecture.CreateWorker(ChildAllowance.Affair), held);
        (await ShownAsync(me)).ShouldBe([held]);
    }

    [Fact]
    public async Task Records_of_a_link_that_was_split_are_shown_to_neither_of_the_two()
    {
        PortalCaller mixed = await _world.LoginAsync(0);
        await _world.AskTaxAsync(0);
        InquiryId held = (await _world.City.Asking.InquireAsync(_world.Clerk, ChildAllowance.Order(0, Release))).Inquiry;
        (await ShownAsync(mixed)).Count.ShouldBe(1);

        (await _world.Lab.Core.Corrections.SplitAsync(await LinkAsync(0))).ShouldBe(CorrectionOutcome.Corrected);
        LabBody prefecture = _world.Lab[ChildAllowance.Prefecture];
        await prefecture.Giving.ReleaseAsync(prefecture.CreateWorker(ChildAllowance.Affair), held);
        (await _world.Portal.Records.ReadAsync(mixed, default, null, 50, null)).Outcome.ShouldBe(RecordQueryOutcome.CodeRefused);
        (await PageAsync(await _world.CodeAsync(ChildAllowance.Portal, 0))).ShouldBeEmpty();

        AgencyCode citys = await _world.CodeAsync(ChildAllowance.City, 0);
        AddresseeNumber addressee = ChildAllowance.Addressee(ChildAllowance.City, 0);
        await _world.City.Space.RetieAsync(addressee, await _world.City.Space.FindCodeAsync(addressee), citys);
        await _world.CodeAsync(ChildAllowance.TaxCity, 0);
        InquiryId after = (await _world.AskTaxAsync(0)).Inquiry;
        (await PageAsync(await _world.CodeAsync(ChildAllowance.Portal, 0))).ShouldBe([after]);
    }

    [Fact]
    public async Task Record_under_a_holders_wrong_tie_stays_with_whose_data_were_asked_for()
    {
        (PortalCaller asked, PortalCaller meant) = (await _world.LoginAsync(0), await _world.LoginAsync(1));
        InquiryId record = (await _world.AskTaxAsync(0)).Inquiry;
        TieCorrection correction = new(_world.HolderOf(ChildAllowance.City), await _world.CodeAsync(ChildAllowance.City, 0), await LinkAsync(1), true, []);
        (await _world.Lab.Core.Corrections.CorrectTieAsync(correction)).Outcome.ShouldBe(CorrectionOutcome.Corrected);
        (await ShownAsync(asked)).ShouldBe([record]);
        (await ShownAsync(meant)).ShouldBeEmpty();
    }

    private ValueTask<LinkCode> LinkAsync(int person) => _world.Lab.Core.Links.GetOrAddAsync(_world.Lab.Network.People[person].ResidentCode);

    private async Task<CorrectionOutcome> MergeAsync(int keep, int drop)
    {
        LinkCode buried = _links.TryGetValue(drop, out LinkCode known) ? known : _links[drop] = await LinkAsync(drop);
        return await _world.Lab.Core.Corrections.MergeAsync(await LinkAsync(keep), buried);
    }

    private async Task<IReadOnlyList<InquiryId>> ShownAsync(PortalCaller caller) =>
        [.. (await _world.Portal.Records.ReadAsync(caller, default, null, 50, null)).Records.Select(proof => proof.Record.Record.Inquiry)];

    private async Task<IReadOnlyList<InquiryId>> PageAsync(AgencyCode code) =>
        [.. (await _world.Lab.Core.Records.LineOf(ChildAllowance.Portal).AskAsync(new RecordQuery { Code = code })).Records.Select(proof => proof.Record.Record.Inquiry)];
}
