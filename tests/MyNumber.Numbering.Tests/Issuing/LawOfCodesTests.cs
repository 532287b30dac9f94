using MyNumber.Numbering.CheckDigits;
using MyNumber.Numbering.Issuing.Codes;
using MyNumber.Numbering.Issuing.Entries;
using MyNumber.Numbering.Issuing.Registers;
using MyNumber.Numbering.Tests.Issuing.Designation;

namespace MyNumber.Numbering.Tests.Issuing;

/// <summary>The law's conditions on resident record codes, C1 to C6 of docs/numbering/issuing.md, one by one.</summary>
public sealed class LawOfCodesTests
{
    private readonly Guid _person = Lab.Request(1);
    private readonly InMemoryAllottedCodes _allotted = new(Lab.Random(2));
    private readonly InMemoryResidentCodeRegister _register = new();

    private ResidentCodeBook Book => new(Lab.Chiyoda, _allotted, _register, Lab.Clock);

    /// <summary>Each digit of 100,000 codes: chi-square with 9 degrees of freedom, critical value 44.8 for 10^-6.</summary>
    [Fact]
    public async Task C1_ten_digits_are_random_and_the_check_digit_is_right()
    {
        await AllotAsync(100_000);
        int[,] counts = new int[10, 10];
        foreach (ResidentRecordCode code in await _allotted.DrawAsync(Lab.Chiyoda, Lab.Requests(100_000)))
        {
            long digits = code.Value / 10;
            (code.Value % 10).ShouldBe(ResidentRecordCodeCheckDigit.Compute(digits));
            for (int place = 0; place < 10; place++, digits /= 10)
            {
                counts[place, digits % 10]++;
            }
        }

        for (int place = 0; place < 10; place++)
        {
            Enumerable.Range(0, 10).Sum(digit => (counts[place, digit] - 10_000.0) * (counts[place, digit] - 10_000.0) / 10_000.0).ShouldBeLessThan(44.8);
        }
    }

    [Fact]
    public async Task C2_code_is_designated_to_one_municipality_once()
    {
        HashSet<ResidentRecordCode> all = [];
        for (int town = 1; town <= 20; town++)
        {
            // The same randomness again: every first draw meets a code of the town before.
            LocalGovernmentCode municipality = LocalGovernmentCode.FromFiveDigits(13_100 + town);
            (await new ResidentCodeDesignator(_allotted, Lab.Random()).AllotAsync(municipality, 40)).ShouldBe(40);
            foreach (ResidentRecordCode code in await _allotted.DrawAsync(municipality, Lab.Requests(40)))
            {
                all.Add(code).ShouldBeTrue();
            }
        }

        (await _allotted.CountAsync()).ShouldBe(800);
        (await _allotted.AddAsync(Lab.Chiyoda, all.ToArray())).ShouldBe(0);
    }

    [Fact]
    public async Task C3_person_who_was_registered_keeps_the_latest_code()
    {
        await AllotAsync(5);
        ShouldBe(await Book.EnterAsync(_person, Lab.Code(42)), CodeEntryOutcome.Kept, Lab.Code(42));
        ShouldBe(await Book.EnterAsync(_person), CodeEntryOutcome.Kept, Lab.Code(42));
        (await _allotted.LeftAsync(Lab.Chiyoda)).ShouldBe(5);
    }

    [Fact]
    public async Task C4_person_who_never_was_gets_one_of_the_pool_and_no_other_persons()
    {
        await AllotAsync(100);
        HashSet<ResidentRecordCode> borne = [];
        for (int person = 1; person <= 100; person++)
        {
            CodeEntryResult entered = await Book.EnterAsync(Lab.Request(person));
            entered.Outcome.ShouldBe(CodeEntryOutcome.Drawn);
            borne.Add(entered.Code).ShouldBeTrue();
        }

        ShouldBe(await Book.EnterAsync(Lab.Request(101)), CodeEntryOutcome.PoolExhausted, default);
        ShouldBe(await Book.EnterAsync(Lab.Request(102), borne.First()), CodeEntryOutcome.HeldByAnother, default);
    }

    [Fact]
    public async Task C4_code_that_a_newcomer_brought_is_not_drawn_for_another()
    {
        await _allotted.AddAsync(Lab.Chiyoda, new[] { Lab.Code(1), Lab.Code(2) });
        await Book.EnterAsync(Lab.Request(1), Lab.Code(1));
        ShouldBe(await Book.EnterAsync(Lab.Request(2)), CodeEntryOutcome.Drawn, Lab.Code(2));
        ShouldBe(await Book.EnterAsync(Lab.Request(3)), CodeEntryOutcome.PoolExhausted, default);
    }

    [Fact]
    public async Task C5_person_is_owed_a_notice_of_every_entry_once()
    {
        await AllotAsync(3);
        ResidentRecordCode first = (await Book.EnterAsync(_person)).Code;
        ResidentRecordCode second = (await Book.ChangeAsync(_person, first)).Code;
        IReadOnlyList<CodeEntry> owed = await _register.FindOwedNoticesAsync(10);
        owed.Select(entry => (entry.Person, entry.Code, entry.Occasion, entry.Since)).ShouldBe(
            [(_person, first, CodeEntryOutcome.Drawn, Lab.Noon), (_person, second, CodeEntryOutcome.Changed, Lab.Noon)]);
        owed[0].ToString().ShouldBe("CodeEntry(Drawn, version 0)");
        (await _register.MarkNoticesSentAsync(owed, Lab.Noon)).ShouldBe(2);
        (await _register.FindOwedNoticesAsync(10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task C6_change_needs_no_reason_and_draws_a_new_code()
    {
        await AllotAsync(3);
        ResidentRecordCode first = (await Book.EnterAsync(_person)).Code;
        CodeEntryResult changed = await Book.ChangeAsync(_person, first);
        changed.Outcome.ShouldBe(CodeEntryOutcome.Changed);
        changed.Code.ShouldNotBe(first);
        (await _register.HistoryAsync(_person)).Select(entry => entry.Code).ShouldBe([first, changed.Code]);
        ShouldBe(await Book.ChangeAsync(Lab.Request(9), first), CodeEntryOutcome.UnknownPerson, default);
        ShouldBe(await Book.ChangeAsync(_person, first), CodeEntryOutcome.NotPresent, changed.Code);
        CodeEntryResult last = await Book.ChangeAsync(_person, changed.Code);
        ShouldBe(await Book.ChangeAsync(_person, last.Code), CodeEntryOutcome.PoolExhausted, last.Code);
        (await _register.HistoryAsync(_person)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task C6_change_of_code_by_itself_changes_no_number()
    {
        Town town = new();
        NumberIssue issue = await town.BornAsync(1);
        await AllotAsync(1);
        await Book.EnterAsync(_person, Lab.Code(1));
        ResidentRecordCode code = (await Book.ChangeAsync(_person, Lab.Code(1))).Code;
        (await town.Register.CountAsync()).ShouldBe(1);
        (await town.Register.FindReplacementAsync(issue.Number)).ShouldBeNull();
        ResidentRecordCode[] former = [.. (await _register.HistoryAsync(_person)).Select(entry => entry.Code)];
        (await town.Mayor.DesignateAsync(Lab.Request(2), code, IssueReason.FirstEntry, former)).IsMade.ShouldBeFalse();
    }

    private static void ShouldBe(CodeEntryResult result, CodeEntryOutcome outcome, ResidentRecordCode code) => (result.Outcome, result.Code).ShouldBe((outcome, code));

    private async Task AllotAsync(int count) => (await new ResidentCodeDesignator(_allotted, Lab.Random()).AllotAsync(Lab.Chiyoda, count)).ShouldBe(count);
}
