using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Linkage.Tests.Agencies;

namespace MyNumber.Linkage.Tests.Core.Issued;

public sealed class CodeBookTests
{
    private static readonly CodeHolder _city = Bodies.Holder(Bodies.CityHolder, Bodies.City);
    private static readonly CodeHolder _pension = Bodies.Holder(Bodies.PensionHolder, Bodies.PensionOffice);

    private readonly InMemoryIssuedCodes _register = new();
    private readonly Clock _clock = new(Bodies.Now);

    [Fact]
    public async Task Holder_gets_one_code_of_a_person()
    {
        IssuedCode issued = await Book().IssueAsync(_city, People.Link(1));
        (await Book().IssueAsync(_city, People.Link(1))).Code.ShouldBe(issued.Code);
        (await Book().IssueAsync(_city, People.Link(2))).Code.ShouldNotBe(issued.Code);
        (await Book().IssueAsync(_pension, People.Link(1))).Code.ShouldNotBe(issued.Code);
        (await _register.OfPersonAsync(People.Link(1))).Select(code => code.Holder).ShouldBe([Bodies.CityHolder, Bodies.PensionHolder]);
        Book().Preview(_city, People.Link(1)).ShouldBe(issued.Code);
    }

    [Fact]
    public async Task Raised_epoch_supersedes_the_former_code()
    {
        AgencyCode former = (await Book().IssueAsync(_city, People.Link(1))).Code;
        CodeHolder raised = new(_city.Id, 1, CodeHolderStatus.Active, _city.Members);
        AgencyCode present = (await Book().IssueAsync(raised, People.Link(1))).Code;
        present.ShouldNotBe(former);
        IssuedCode kept = (await _register.FindAsync(_city.Id, former))!;
        (kept.State, kept.Reason, kept.Replacement).ShouldBe((IssuedState.Superseded, IssuedReason.Raised, present));
        (await Book().JudgeAsync(raised, former)).Standing.ShouldBe(CodeStanding.Superseded);
        (await Book().JudgeAsync(raised, present)).ShouldBe((CodeStanding.InUse, People.Link(1)));
        (await Book().IssueAsync(_city, People.Link(1))).Code.ShouldBe(present, "who comes with a stale epoch gets what is in use");
        (await Book().IsSamePersonAsync(_city.Id, former, _city.Id, present)).ShouldBe(SamePerson.Yes);
    }

    [Fact]
    public async Task Core_tells_whether_two_codes_are_one_person()
    {
        AgencyCode city = (await Book().IssueAsync(_city, People.Link(1))).Code;
        AgencyCode other = (await Book().IssueAsync(_city, People.Link(2))).Code;
        AgencyCode pension = (await Book().IssueAsync(_pension, People.Link(1))).Code;
        (await Book().IsSamePersonAsync(_city.Id, city, _pension.Id, pension)).ShouldBe(SamePerson.Yes);
        (await Book().IsSamePersonAsync(_city.Id, other, _pension.Id, pension)).ShouldBe(SamePerson.No);
        (await Book().IsSamePersonAsync(_pension.Id, city, _city.Id, pension)).ShouldBe(SamePerson.CannotTell, "nobody has these");
    }

    [Fact]
    public async Task Presented_codes_are_told_apart()
    {
        AgencyCode city = (await Book().IssueAsync(_city, People.Link(1))).Code;
        (await Book().JudgeAsync(_city, city)).Standing.ShouldBe(CodeStanding.InUse);
        (await Book().JudgeAsync(_pension, city)).ShouldBe((CodeStanding.Foreign, default));
        (await Book().JudgeAsync(_city, default)).ShouldBe((CodeStanding.Invalid, default));
        (await Book().JudgeAsync(_city, Forged(city))).ShouldBe((CodeStanding.Invalid, default));
        (await Book().JudgeAsync(_city, Book().Preview(_city, People.Link(7)))).ShouldBe((CodeStanding.Invalid, default), "made with the key, never issued");
    }

    [Fact]
    public async Task Translation_gives_the_code_that_was_issued_and_issues_none()
    {
        AgencyCode city = (await Book().IssueAsync(_city, People.Link(1))).Code;
        CodeTranslation none = await Book().TranslateAsync(_city, city, _pension);
        (none.Outcome, none.Code.IsEmpty).ShouldBe((TranslationOutcome.HolderHasNoCode, true));
        AgencyCode pension = (await Book().IssueAsync(_pension, People.Link(1))).Code;
        (await Book().TranslateAsync(_city, city, _pension)).Code.ShouldBe(pension);
        CodeTranslation foreign = await Book().TranslateAsync(_pension, city, _city);
        (foreign.Outcome, foreign.Standing, foreign.Code.IsEmpty, foreign.Link.IsEmpty).ShouldBe((TranslationOutcome.CodeRefused, CodeStanding.Foreign, true, true));
        foreign.ToString().ShouldBe("CodeRefused, Foreign");
    }

    [Fact]
    public async Task Revoked_code_is_refused_until_it_is_acquired_again()
    {
        IssuedCode issued = await Book().IssueAsync(_city, People.Link(1));
        await _register.ChangeAsync([IssuedChange.Revoke(issued, IssuedReason.WrongPerson, Bodies.Now)]);
        (await Book().JudgeAsync(_city, issued.Code)).ShouldBe((CodeStanding.Revoked, default));
        (await _register.FindAsync(_city.Id, People.Link(1))).ShouldBeNull();
        (await Book().IssueAsync(_city, People.Link(1))).Code.ShouldBe(issued.Code);
        IssuedCode revived = (await _register.FindAsync(_city.Id, issued.Code))!;
        (revived.State, revived.Reason).ShouldBe((IssuedState.Active, IssuedReason.Reacquired));
    }

    [Fact]
    public async Task Two_threads_issue_one_code()
    {
        CodeHolder raised = new(_city.Id, 1, CodeHolderStatus.Active, _city.Members);
        for (int person = 0; person < 200; person++)
        {
            LinkCode link = People.Link(person);
            IssuedCode[] first = await Races.RunAsync(_ => Book().IssueAsync(_city, link).AsTask());
            first[0].Code.ShouldBe(first[1].Code);
            IssuedCode[] second = await Races.RunAsync(_ => Book().IssueAsync(raised, link).AsTask());
            second[0].Code.ShouldBe(second[1].Code);
            (await _register.OfPersonAsync(link)).Select(code => code.State).Order().ShouldBe([IssuedState.Active, IssuedState.Superseded]);
        }
    }

    [Fact]
    public void What_is_no_issued_code_or_change_is_refused()
    {
        IssuedCode code = Code(_city, 1);
        Should.Throw<ArgumentException>(() => new IssuedCode(default, code.Code, code.Link, 0, Bodies.Now));
        Should.Throw<ArgumentException>(() => new IssuedCode(_city.Id, default, code.Link, 0, Bodies.Now));
        Should.Throw<ArgumentException>(() => new IssuedCode(_city.Id, code.Code, default, 0, Bodies.Now));
        Should.Throw<ArgumentException>(() => new IssuedCode(_city.Id, code.Code, code.Link, 0, Bodies.Now, IssuedState.Superseded, IssuedReason.Raised, default, Bodies.Now));
        Should.Throw<ArgumentException>(() => IssuedChange.Supersede(code, code, IssuedReason.Raised));
        Should.Throw<ArgumentException>(() => IssuedChange.Supersede(code, Code(_pension, 1), IssuedReason.Raised));
        Should.Throw<ArgumentException>(() => IssuedChange.SupersedeBy(code, default, IssuedReason.Raised, Bodies.Now));
        code.ToString().ShouldBe("code of holder 11, Active");
    }

    private static AgencyCode Forged(AgencyCode code)
    {
        byte[] bytes = new byte[AgencyCode.Length];
        code.WriteRevealed(bytes);
        bytes[^1] ^= 1;
        return AgencyCode.FromEnvelope(bytes);
    }

    private IssuedCode Code(CodeHolder holder, int person) => new(holder.Id, Book().Preview(holder, People.Link(person)), People.Link(person), 0, Bodies.Now);

    private CodeBook Book() => new(_register, new AgencyCodes(new CodeKeyRing(new AgencyCodeCipher(0, Codes.Ciphers.CountedKey))), _clock);
}
