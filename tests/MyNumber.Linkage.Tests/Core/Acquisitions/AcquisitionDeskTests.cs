using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Linkage.Core.Notices;
using MyNumber.Linkage.Core.Numbers;
using MyNumber.Linkage.Core.Residents;
using MyNumber.Linkage.Tests.Agencies;
using MyNumber.Numbering.People;

namespace MyNumber.Linkage.Tests.Core.Acquisitions;

public sealed class AcquisitionDeskTests
{
    private readonly Lab _lab = new();

    public static TheoryData<string, FourAttributes, PersonAttribute[]> Differences
    {
        get
        {
            FourAttributes right = People.Attributes(1);
            return new TheoryData<string, FourAttributes, PersonAttribute[]>
            {
                { "name", new FourAttributes("別人　花子", right.Address, right.BirthDate, right.Sex), [PersonAttribute.Name] },
                { "address", new FourAttributes(right.Name, "架空県別市", right.BirthDate, right.Sex), [PersonAttribute.Address] },
                { "birth date", new FourAttributes(right.Name, right.Address, new BirthDate(new DateOnly(1979, 1, 1)), right.Sex), [PersonAttribute.BirthDate] },
                { "sex", new FourAttributes(right.Name, right.Address, right.BirthDate, Sex.Male), [PersonAttribute.Sex] },
                { "a name without its space", new FourAttributes("試験1号", right.Address, right.BirthDate, right.Sex), [PersonAttribute.Name] },
                { "no address", new FourAttributes(right.Name, "", right.BirthDate, right.Sex), [PersonAttribute.Address] },
                { "the neighbour's", People.Attributes(2), [PersonAttribute.Name, PersonAttribute.Address, PersonAttribute.BirthDate, PersonAttribute.Sex] },
            };
        }
    }

    [Fact]
    public async Task Code_goes_the_whole_way_and_nothing_of_it_stays()
    {
        _lab.PutResident(1);
        AcquisitionNumber number = await _lab.OpenAsync(Bodies.City);
        (await StateAsync(number)).ShouldBe(AcquisitionState.Draft);
        AcquisitionAnswer forwarded = await _lab.Jlis.AcquireAsync(number, Lab.Query(1));
        (forwarded.State, forwarded.Code.IsEmpty).ShouldBe((AcquisitionState.Generated, true), "J-LIS gets no code");
        AcquisitionAnswer collected = await _lab.Desk.CollectAsync(Bodies.City, number);
        (collected.Outcome, collected.State).ShouldBe((AcquisitionOutcome.Done, AcquisitionState.Delivered));
        (await _lab.Codes.JudgeAsync(_lab.Holder(Bodies.CityHolder), collected.Code)).Standing.ShouldBe(CodeStanding.InUse);
        (await _lab.Desk.ConfirmAsync(Bodies.City, number)).State.ShouldBe(AcquisitionState.Erased);
        Acquisition left = (await _lab.Acquisitions.FindAsync(AcquisitionKey.Of(number)))!;
        (left.Agency.IsEmpty, left.Holder.IsEmpty, left.Link.IsEmpty, left.Code.IsEmpty).ShouldBe((true, true, true, true));
    }

    [Fact]
    public async Task Every_step_may_be_repeated()
    {
        _lab.PutResident(1);
        AcquisitionNumber number = await _lab.OpenAsync(Bodies.City);
        await _lab.Jlis.AcquireAsync(number, Lab.Query(1));
        (await _lab.Jlis.AcquireAsync(number, Lab.Query(1))).Outcome.ShouldBe(AcquisitionOutcome.Repeated);
        AgencyCode code = (await _lab.Desk.CollectAsync(Bodies.City, number)).Code;
        AcquisitionAnswer again = await _lab.Desk.CollectAsync(Bodies.City, number);
        (again.Outcome, again.Code).ShouldBe((AcquisitionOutcome.Repeated, code));
        await _lab.Desk.ConfirmAsync(Bodies.City, number);
        (await _lab.Desk.ConfirmAsync(Bodies.City, number)).Outcome.ShouldBe(AcquisitionOutcome.UnknownNumber, "nothing tells whose it was");
        (await _lab.Desk.CollectAsync(Bodies.City, number)).Outcome.ShouldBe(AcquisitionOutcome.UnknownNumber);
        (await _lab.Jlis.AcquireAsync(number, Lab.Query(1))).State.ShouldBe(AcquisitionState.Erased, "a number is used once");
    }

    [Fact]
    public async Task Number_that_is_over_is_forgotten_after_a_while()
    {
        await _lab.AcquireAsync(Bodies.City, 1);
        AcquisitionNumber open = await _lab.OpenAsync(Bodies.City);
        (await _lab.Acquisitions.PurgeErasedAsync(Bodies.Now)).ShouldBe(0);
        (await _lab.Acquisitions.PurgeErasedAsync(Bodies.Now.AddDays(1))).ShouldBe(1);
        (await StateAsync(open)).ShouldBe(AcquisitionState.Draft);
    }

    [Theory]
    [MemberData(nameof(Differences))]
    public async Task Part_of_the_four_attributes_is_refused_with_their_names(string description, FourAttributes attributes, PersonAttribute[] fields)
    {
        _lab.PutResident(1);
        AcquisitionNumber number = await _lab.OpenAsync(Bodies.City);
        AcquisitionAnswer answer = await _lab.Jlis.AcquireAsync(number, new ResidentQuery(People.Number(1), attributes));
        (answer.State, answer.Code.IsEmpty).ShouldBe((AcquisitionState.Mismatch, true), description);
        answer.Fields.ShouldBe(fields, description);
        answer.ToString().ShouldBe("Done, Mismatch");
        (await _lab.Links.FindAsync(People.Code(1))).IsEmpty.ShouldBeTrue("nobody got a link");
        (await _lab.Desk.CollectAsync(Bodies.City, number)).Code.IsEmpty.ShouldBeTrue();
        (await _lab.Jlis.AcquireAsync(number, Lab.Query(1))).Outcome.ShouldBe(AcquisitionOutcome.WrongState, "a refused number is not tried on");
        (await _lab.Desk.ConfirmAsync(Bodies.City, number)).State.ShouldBe(AcquisitionState.Erased);
    }

    [Theory]
    [InlineData("unknown agency", 9, AcquisitionRoute.Jlis, VerificationLevel.Card, AcquisitionOutcome.NoHolder)]
    [InlineData("no verification", 101, AcquisitionRoute.Jlis, VerificationLevel.None, AcquisitionOutcome.LevelTooLow)]
    [InlineData("the number alone", 101, AcquisitionRoute.Jlis, VerificationLevel.NumberOnly, AcquisitionOutcome.LevelTooLow)]
    [InlineData("a city by the family registers' way", 101, AcquisitionRoute.FamilyRegister, VerificationLevel.Card, AcquisitionOutcome.WrongRoute)]
    [InlineData("the family registers' minister by number", 501, AcquisitionRoute.Jlis, VerificationLevel.Card, AcquisitionOutcome.WrongRoute)]
    public async Task No_number_is_allotted_to_who_may_not_ask(string description, int agency, AcquisitionRoute route, VerificationLevel level, AcquisitionOutcome expected)
    {
        (await _lab.Desk.OpenAsync(new AgencyId(agency), route, level)).ShouldBe(new AcquisitionOpening(expected, default), description);
    }

    [Fact]
    public async Task Nobody_else_collects_or_confirms_or_uses_another_way()
    {
        _lab.PutResident(1);
        AcquisitionNumber number = await _lab.OpenAsync(Bodies.City);
        (await _lab.FamilyRegister.AcquireAsync(number, Guid.NewGuid())).Outcome.ShouldBe(AcquisitionOutcome.UnknownNumber);
        (await _lab.Desk.CollectAsync(Bodies.City, number)).Outcome.ShouldBe(AcquisitionOutcome.WrongState);
        await _lab.Jlis.AcquireAsync(number, Lab.Query(1));
        (await _lab.Desk.CollectAsync(Bodies.PensionOffice, number)).Outcome.ShouldBe(AcquisitionOutcome.UnknownNumber);
        (await _lab.Desk.CollectAsync(default, number)).Outcome.ShouldBe(AcquisitionOutcome.UnknownNumber);
        (await _lab.Desk.ConfirmAsync(Bodies.PensionOffice, number)).Outcome.ShouldBe(AcquisitionOutcome.UnknownNumber);
        (await _lab.Desk.ConfirmAsync(Bodies.City, number)).Outcome.ShouldBe(AcquisitionOutcome.WrongState, "not delivered");
        AcquisitionNumber.TryRead(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 }, out AcquisitionNumber made).ShouldBeTrue();
        (await _lab.Jlis.AcquireAsync(made, Lab.Query(1))).Outcome.ShouldBe(AcquisitionOutcome.UnknownNumber);
    }

    [Fact]
    public async Task Unknown_person_is_not_found()
    {
        AcquisitionNumber number = await _lab.OpenAsync(Bodies.City);
        (await _lab.Jlis.AcquireAsync(number, Lab.Query(5))).State.ShouldBe(AcquisitionState.NotFound);
    }

    [Fact]
    public async Task Non_resident_waits_and_the_agency_is_told_when_the_code_is_there()
    {
        _lab.Residents.Put(People.Number(1), default, People.Attributes(1));
        AcquisitionNumber number = await _lab.OpenAsync(Bodies.City);
        (await _lab.Jlis.AcquireAsync(number, Lab.Query(1))).State.ShouldBe(AcquisitionState.NonResident);
        (await _lab.Jlis.AcquireAsync(number, Lab.Query(1))).Outcome.ShouldBe(AcquisitionOutcome.Repeated);
        (await _lab.Door(Bodies.City).NoticesAsync(9)).ShouldBeEmpty();
        _lab.PutResident(1);
        (await _lab.Jlis.AcquireAsync(number, Lab.Query(1))).State.ShouldBe(AcquisitionState.Generated);
        CoreNotice notice = (await _lab.Door(Bodies.City).NoticesAsync(9)).ShouldHaveSingleItem();
        (notice.Kind, notice.Acquisition).ShouldBe((NoticeKind.Acquirable, AcquisitionKey.Of(number)));
        (await _lab.Desk.CollectAsync(Bodies.City, number)).Code.IsEmpty.ShouldBeFalse();
    }

    [Fact]
    public async Task Family_registers_get_the_same_person_without_an_individual_number()
    {
        Guid registered = Guid.NewGuid();
        AgencyCode city = await _lab.AcquireAsync(Bodies.City, 1);
        _lab.Residents.PutRegistered(registered, default);
        AcquisitionNumber number = await _lab.OpenAsync(Bodies.FamilyRegister, AcquisitionRoute.FamilyRegister);
        (await _lab.Jlis.AcquireAsync(number, Lab.Query(1))).Outcome.ShouldBe(AcquisitionOutcome.UnknownNumber);
        (await _lab.FamilyRegister.AcquireAsync(number, registered)).State.ShouldBe(AcquisitionState.NonResident);
        _lab.Residents.PutRegistered(registered, People.Code(1));
        (await _lab.FamilyRegister.AcquireAsync(number, registered)).State.ShouldBe(AcquisitionState.Generated);
        AgencyCode code = (await _lab.Desk.CollectAsync(Bodies.FamilyRegister, number)).Code;
        (await _lab.Codes.IsSamePersonAsync(Bodies.CityHolder, city, Bodies.FamilyRegisterHolder, code)).ShouldBe(SamePerson.Yes);
    }

    [Fact]
    public async Task Changes_of_number_and_resident_code_keep_the_code()
    {
        AgencyCode before = await _lab.AcquireAsync(Bodies.City, 1);
        await _lab.Links.ChangeAsync(People.Code(1), People.Code(71));
        _lab.Residents.Put(People.Number(72), People.Code(71), People.Attributes(1));
        AcquisitionNumber number = await _lab.OpenAsync(Bodies.City);
        await _lab.Jlis.AcquireAsync(number, new ResidentQuery(People.Number(72), People.Attributes(1)));
        (await _lab.Desk.CollectAsync(Bodies.City, number)).Code.ShouldBe(before);
    }

    [Fact]
    public async Task Insurers_get_one_code_of_a_person_together()
    {
        AgencyCode first = await _lab.AcquireAsync(Bodies.InsurerA, 1);
        (await _lab.AcquireAsync(Bodies.InsurerB, 1)).ShouldBe(first);
    }

    [Fact]
    public async Task Holder_that_was_suspended_meanwhile_gets_no_code()
    {
        _lab.PutResident(1);
        AcquisitionNumber number = await _lab.OpenAsync(Bodies.City);
        CodeHolder suspended = new(Bodies.CityHolder, 0, CodeHolderStatus.Suspended, Bodies.Holders[0].Members);
        _lab.Directory = AgencyDirectory.Create(Bodies.All, [suspended]);
        (await _lab.Jlis.AcquireAsync(number, Lab.Query(1))).State.ShouldBe(AcquisitionState.Rejected);
        (await _lab.Desk.OpenAsync(Bodies.City, AcquisitionRoute.Jlis, VerificationLevel.Card)).Outcome.ShouldBe(AcquisitionOutcome.NoHolder);
    }

    [Fact]
    public async Task Inquirer_that_waits_for_the_providers_code_is_told_with_its_own_code()
    {
        AgencyCode city = await _lab.AcquireAsync(Bodies.City, 1);
        CodeTranslation none = await _lab.Codes.TranslateAsync(_lab.Holder(Bodies.CityHolder), city, _lab.Holder(Bodies.PensionHolder));
        none.Outcome.ShouldBe(TranslationOutcome.HolderHasNoCode);
        CodeWait wait = new(Bodies.PensionHolder, none.Link, Bodies.CityHolder, city);
        (await _lab.Notices.WaitAsync(wait)).ShouldBeTrue();
        (await _lab.Notices.WaitAsync(wait)).ShouldBeFalse("waits already");
        await _lab.AcquireAsync(Bodies.PensionOffice, 1);
        CoreNotice notice = (await _lab.Door(Bodies.City).NoticesAsync(9)).ShouldHaveSingleItem();
        (notice.Kind, notice.Code, notice.Other).ShouldBe((NoticeKind.ProviderReady, city, Bodies.PensionHolder));
        (await _lab.Door(Bodies.PensionOffice).MarkTakenAsync([notice])).ShouldBe(0, "another holder's");
        (await _lab.Door(Bodies.City).MarkTakenAsync([notice])).ShouldBe(1);
        (await _lab.Door(Bodies.City).NoticesAsync(9)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_threads_at_one_acquisition_make_one_code()
    {
        for (int person = 0; person < 100; person++)
        {
            int one = person;
            _lab.PutResident(one);
            AcquisitionNumber number = await _lab.OpenAsync(Bodies.City);
            AgencyCode[] codes = await Races.RunAsync(async _ =>
            {
                await _lab.Jlis.AcquireAsync(number, Lab.Query(one));
                return (await _lab.Desk.CollectAsync(Bodies.City, number)).Code;
            });
            codes[0].IsEmpty.ShouldBeFalse();
            codes[0].ShouldBe(codes[1]);
        }
    }

    [Fact]
    public void Nothing_follows_the_end() => Enum.GetValues<AcquisitionState>().ShouldNotContain(state => AcquisitionSteps.Allows(AcquisitionState.Erased, state));

    [Fact]
    public async Task No_text_holds_a_number_or_a_code()
    {
        AcquisitionNumber number = await _lab.OpenAsync(Bodies.City);
        number.ToString().ShouldBe("acquisition number ***");
        new AcquisitionOpening(AcquisitionOutcome.Done, number).ToString().ShouldContain("***");
        (await _lab.Acquisitions.FindAsync(AcquisitionKey.Of(number)))!.ToString().ShouldBe("acquisition for holder 11, Draft");
        Lab.Query(1).ToString().ShouldBe("resident query ***");
        ResidentAnswer.Found(People.Code(1)).ToString().ShouldBe("Found");
        Should.Throw<ArgumentException>(() => ResidentAnswer.Found(default));
        Should.Throw<ArgumentException>(() => ResidentAnswer.Mismatch([]));
        Should.Throw<ArgumentException>(() => new ResidentQuery(default, People.Attributes(1)));
        Should.Throw<ArgumentException>(() => AcquisitionKey.Of(default));
        AcquisitionNumber.TryRead(new byte[16], out _).ShouldBeFalse();
        AcquisitionNumber.TryRead(new byte[15], out _).ShouldBeFalse();
    }

    private async Task<AcquisitionState> StateAsync(AcquisitionNumber number) => (await _lab.Acquisitions.FindAsync(AcquisitionKey.Of(number)))!.State;
}
