using System.Security.Cryptography;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Corrections;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Linkage.Core.Links;
using MyNumber.Linkage.Core.Numbers;
using MyNumber.Linkage.Core.Residents;
using MyNumber.Linkage.Tests.Agencies;

namespace MyNumber.Linkage.Tests.Core.Acquisitions;

/// <summary>A link is buried after the resident record code has come and before the code is there.</summary>
public sealed class BuriedLinkTests
{
    private readonly Lab _lab = new();

    [Fact]
    public async Task Acquisition_goes_to_the_successor_of_a_merged_link()
    {
        (LinkCode keep, LinkCode drop) = await TwoLinksAsync();
        AcquisitionNumber number = await ForwardedAsync(drop);
        (await _lab.Corrections.MergeAsync(keep, drop)).ShouldBe(CorrectionOutcome.Corrected);
        (await _lab.Desk.ForwardAsync(number, ResidentAnswer.Found(People.Code(2)))).State.ShouldBe(AcquisitionState.Generated);
        AgencyCode code = (await _lab.Desk.CollectAsync(Bodies.City, number)).Code;
        (await _lab.Codes.JudgeAsync(_lab.Holder(Bodies.CityHolder), code)).ShouldBe((CodeStanding.InUse, keep));
        (await _lab.IssuedCodes.OfPersonAsync(drop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Acquisition_follows_one_merge_after_another()
    {
        (LinkCode keep, LinkCode drop) = await TwoLinksAsync();
        LinkCode last = await _lab.Links.GetOrAddAsync(People.Code(3));
        AcquisitionNumber number = await ForwardedAsync(drop);
        await _lab.Corrections.MergeAsync(keep, drop);
        await _lab.Corrections.MergeAsync(last, keep);
        await _lab.Desk.ForwardAsync(number, ResidentAnswer.Found(People.Code(2)));
        AgencyCode code = (await _lab.Desk.CollectAsync(Bodies.City, number)).Code;
        (await _lab.Codes.JudgeAsync(_lab.Holder(Bodies.CityHolder), code)).ShouldBe((CodeStanding.InUse, last));
    }

    [Fact]
    public async Task Acquisition_of_a_split_link_is_refused()
    {
        (_, LinkCode drop) = await TwoLinksAsync();
        AcquisitionNumber number = await ForwardedAsync(drop);
        (await _lab.Corrections.SplitAsync(drop)).ShouldBe(CorrectionOutcome.Corrected);
        (await _lab.Desk.ForwardAsync(number, ResidentAnswer.Found(People.Code(2)))).State.ShouldBe(AcquisitionState.Rejected);
        (await _lab.Desk.CollectAsync(Bodies.City, number)).Code.IsEmpty.ShouldBeTrue();
        (await _lab.IssuedCodes.OfPersonAsync(drop)).ShouldBeEmpty();
        (await _lab.Acquisitions.FindAsync(AcquisitionKey.Of(number)))!.Link.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData("merged", true, IssuedState.Superseded, AcquisitionState.Generated)]
    [InlineData("split", false, IssuedState.Revoked, AcquisitionState.Rejected)]
    public async Task Code_that_was_issued_while_its_link_was_buried_is_ended(string description, bool isMerged, IssuedState ended, AcquisitionState state)
    {
        (LinkCode keep, LinkCode drop) = await TwoLinksAsync();
        AcquisitionNumber number = await ForwardedAsync(drop);
        await _lab.Links.BuryAsync(drop, isMerged ? keep : default);
        LinkBook late = new(new LateTombstones(_lab.LinkRegister), new LinkCodeDeriver(new LinkKey(Lab.Key(0x20))), new ResidentCodeTagger(Lab.Key(0x60)), _lab.Clock);
        AcquisitionDesk desk = new(_lab.Acquisitions, late, _lab.Codes, _lab.Notices, () => _lab.Directory, RandomNumberGenerator.Create(), _lab.Clock);
        (await desk.ForwardAsync(number, ResidentAnswer.Found(People.Code(2)))).State.ShouldBe(state, description);
        (await _lab.IssuedCodes.OfPersonAsync(drop)).ShouldHaveSingleItem().State.ShouldBe(ended, description);
        (await _lab.IssuedCodes.OfPersonAsync(keep)).Count.ShouldBe(isMerged ? 1 : 0, description);
    }

    private async Task<(LinkCode Keep, LinkCode Drop)> TwoLinksAsync() =>
        (await _lab.Links.GetOrAddAsync(People.Code(1)), await _lab.Links.GetOrAddAsync(People.Code(2)));

    /// <summary>An acquisition whose process fell right after the resident record code came.</summary>
    private async Task<AcquisitionNumber> ForwardedAsync(LinkCode link)
    {
        AcquisitionNumber number = await _lab.OpenAsync(Bodies.City);
        await _lab.Desk.MarkSentAsync(number, AcquisitionRoute.Jlis);
        Acquisition sent = (await _lab.Acquisitions.FindAsync(AcquisitionKey.Of(number)))!;
        (await _lab.Acquisitions.MoveAsync(sent with { State = AcquisitionState.ResidentCodeForwarded, Version = sent.Version + 1, Link = link })).ShouldBeTrue();
        return number;
    }

    /// <summary>Shows no tombstone to the first look, as if the link were buried right after it.</summary>
    private sealed class LateTombstones(ILinkRegister register) : ILinkRegister
    {
        private bool _looked;

        public ValueTask<LinkResult> AddAsync(IReadOnlyList<LinkEntry> entries, CancellationToken cancellationToken = default) => register.AddAsync(entries, cancellationToken);

        public ValueTask<LinkCode> FindAsync(ResidentCodeTag tag, CancellationToken cancellationToken = default) => register.FindAsync(tag, cancellationToken);

        public ValueTask<IReadOnlyList<LinkEntry>> HistoryAsync(LinkCode link, CancellationToken cancellationToken = default) => register.HistoryAsync(link, cancellationToken);

        public ValueTask<bool> BuryAsync(LinkTombstone tombstone, CancellationToken cancellationToken = default) => register.BuryAsync(tombstone, cancellationToken);

        public ValueTask<LinkTombstone?> FindTombstoneAsync(LinkCode link, CancellationToken cancellationToken = default)
        {
            bool isFirst = !_looked;
            _looked = true;
            return isFirst ? ValueTask.FromResult<LinkTombstone?>(null) : register.FindTombstoneAsync(link, cancellationToken);
        }
    }
}
