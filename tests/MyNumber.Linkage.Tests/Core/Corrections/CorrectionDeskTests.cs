using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Corrections;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Linkage.Core.Notices;
using MyNumber.Linkage.Tests.Agencies;

namespace MyNumber.Linkage.Tests.Core.Corrections;

public sealed class CorrectionDeskTests
{
    private readonly Lab _lab = new();

    [Theory]
    [InlineData("the holder never had the other person", false)]
    [InlineData("the holder has the other person too", true)]
    public async Task Wrong_tie_is_superseded_and_told(string description, bool keepsWrong)
    {
        AgencyCode wrong = await _lab.AcquireAsync(Bodies.City, 2);
        AgencyCode pension = await _lab.AcquireAsync(Bodies.PensionOffice, 2);
        LinkCode right = await _lab.Links.GetOrAddAsync(People.Code(1));
        TieCorrection correction = new(_lab.Holder(Bodies.CityHolder), wrong, right, keepsWrong, [Bodies.PensionHolder, Bodies.TaxHolder, Bodies.CityHolder]);
        (CorrectionOutcome outcome, AgencyCode code) = await _lab.Corrections.CorrectTieAsync(correction);
        outcome.ShouldBe(CorrectionOutcome.Corrected, description);
        code.ShouldNotBe(wrong);
        (await _lab.Codes.JudgeAsync(correction.Holder, wrong)).Standing.ShouldBe(keepsWrong ? CodeStanding.InUse : CodeStanding.Superseded);
        (await _lab.Codes.JudgeAsync(correction.Holder, code)).ShouldBe((CodeStanding.InUse, right));
        CoreNotice own = (await _lab.Door(Bodies.City).NoticesAsync(9)).ShouldHaveSingleItem();
        (own.Kind, own.Code, own.Replacement).ShouldBe((NoticeKind.WrongPerson, wrong, code));
        CoreNotice other = (await _lab.Door(Bodies.PensionOffice).NoticesAsync(9)).ShouldHaveSingleItem();
        (other.Kind, other.Code, other.Replacement.IsEmpty, other.Other).ShouldBe((NoticeKind.CheckExchanged, pension, true, Bodies.CityHolder));
        (await _lab.Door(Bodies.TaxOffice).NoticesAsync(9)).ShouldBeEmpty("it has no code of the person");
        (await _lab.Corrections.CorrectTieAsync(correction)).ShouldBe((CorrectionOutcome.Corrected, code), "asked again it is the same");
        (await _lab.Door(Bodies.City).NoticesAsync(9)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Tie_that_is_not_wrong_or_not_there_stays()
    {
        AgencyCode code = await _lab.AcquireAsync(Bodies.City, 1);
        LinkCode link = await _lab.Links.FindAsync(People.Code(1));
        (await _lab.Corrections.CorrectTieAsync(Tie(code, link))).Outcome.ShouldBe(CorrectionOutcome.NotWrong);
        AgencyCode foreign = await _lab.AcquireAsync(Bodies.PensionOffice, 2);
        (await _lab.Corrections.CorrectTieAsync(Tie(foreign, link))).Outcome.ShouldBe(CorrectionOutcome.Unknown);
        Should.Throw<ArgumentException>(() => Tie(default, link));
        Should.Throw<ArgumentException>(() => Tie(code, default));
        (await _lab.Door(Bodies.City).NoticesAsync(9)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Person_whose_code_was_superseded_by_mistake_of_another_gets_it_back_by_acquiring()
    {
        AgencyCode wrong = await _lab.AcquireAsync(Bodies.City, 2);
        await _lab.Corrections.CorrectTieAsync(Tie(wrong, await _lab.Links.GetOrAddAsync(People.Code(1))));
        (await _lab.AcquireAsync(Bodies.City, 2)).ShouldBe(wrong);
        (await _lab.Codes.JudgeAsync(_lab.Holder(Bodies.CityHolder), wrong)).Standing.ShouldBe(CodeStanding.InUse);
    }

    [Fact]
    public async Task Two_links_of_one_person_become_one()
    {
        AgencyCode city = await _lab.AcquireAsync(Bodies.City, 1);
        AgencyCode former = await _lab.AcquireAsync(Bodies.PensionOffice, 2);
        (LinkCode keep, LinkCode drop) = (await _lab.Links.FindAsync(People.Code(1)), await _lab.Links.FindAsync(People.Code(2)));
        (await _lab.Corrections.MergeAsync(keep, drop)).ShouldBe(CorrectionOutcome.Corrected);
        (await _lab.Corrections.MergeAsync(keep, drop)).ShouldBe(CorrectionOutcome.Corrected, "asked again it is the same");
        CoreNotice notice = (await _lab.Door(Bodies.PensionOffice).NoticesAsync(9)).ShouldHaveSingleItem();
        (notice.Kind, notice.Code).ShouldBe((NoticeKind.Replaced, former));
        (await _lab.Codes.IsSamePersonAsync(Bodies.CityHolder, city, Bodies.PensionHolder, notice.Replacement)).ShouldBe(SamePerson.Yes);
        (await _lab.AcquireAsync(Bodies.PensionOffice, 2)).ShouldBe(notice.Replacement);
        (await _lab.Door(Bodies.City).NoticesAsync(9)).ShouldBeEmpty("its code stays");
    }

    [Fact]
    public async Task Link_of_two_people_ends_for_every_holder()
    {
        AgencyCode city = await _lab.AcquireAsync(Bodies.City, 1);
        AgencyCode pension = await _lab.AcquireAsync(Bodies.PensionOffice, 1);
        LinkCode link = await _lab.Links.FindAsync(People.Code(1));
        (await _lab.Corrections.SplitAsync(link)).ShouldBe(CorrectionOutcome.Corrected);
        (await _lab.Corrections.SplitAsync(link)).ShouldBe(CorrectionOutcome.Corrected);
        (await _lab.Codes.JudgeAsync(_lab.Holder(Bodies.CityHolder), city)).Standing.ShouldBe(CodeStanding.Revoked);
        (await _lab.Door(Bodies.PensionOffice).NoticesAsync(9)).ShouldHaveSingleItem().Kind.ShouldBe(NoticeKind.Withdrawn);
        (await _lab.AcquireAsync(Bodies.PensionOffice, 1)).ShouldNotBe(pension);
        (await _lab.Corrections.MergeAsync(People.Link(8), link)).ShouldBe(CorrectionOutcome.Unknown);
        (await _lab.Corrections.SplitAsync(People.Link(8))).ShouldBe(CorrectionOutcome.Unknown);
    }

    private TieCorrection Tie(AgencyCode wrong, LinkCode right) => new(_lab.Holder(Bodies.CityHolder), wrong, right, false, []);
}
