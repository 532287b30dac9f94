using MyNumber.Numbering.CheckDigits;
using MyNumber.Numbering.Issuing.Codes;
using MyNumber.Numbering.Issuing.Registers;
using MyNumber.Numbering.Tests.Issuing.Designation;

namespace MyNumber.Numbering.Tests.Issuing;

/// <summary>The law's conditions on resident record codes, C1 to C6 of docs/numbering/issuing.md, one by one.</summary>
public sealed class LawOfCodesTests
{
    private readonly Guid _person = Lab.Request(1);

    /// <summary>Each digit of 100,000 codes: chi-square with 9 degrees of freedom, critical value 44.8 for 10^-6.</summary>
    [Fact]
    public void C1_ten_digits_are_random_and_the_check_digit_is_right()
    {
        ResidentCodePool pool = Allot(100_000);
        int[,] counts = new int[10, 10];
        while (pool.TryDraw(out ResidentRecordCode code))
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
    public void C2_code_is_designated_to_one_municipality_once()
    {
        InMemoryAllottedCodes memory = new();
        HashSet<ResidentRecordCode> all = [];
        for (int town = 0; town < 20; town++)
        {
            // The same randomness again: every first draw meets a code of the town before.
            new ResidentCodeDesignator(memory, Lab.Random()).TryAllot(Lab.Chiyoda, 40, out ResidentCodePool? pool).ShouldBeTrue();
            while (pool!.TryDraw(out ResidentRecordCode code))
            {
                all.Add(code).ShouldBeTrue();
            }
        }

        memory.Count.ShouldBe(800);
    }

    [Fact]
    public void C3_person_who_was_registered_keeps_the_latest_code()
    {
        ResidentCodeBook book = new(Allot(5), Lab.Clock);
        book.Enter(_person, Lab.Code(42), out ResidentRecordCode code).ShouldBe(CodeEntryOutcome.Kept);
        code.ShouldBe(Lab.Code(42));
        book.Enter(_person, default, out code).ShouldBe(CodeEntryOutcome.Kept);
        code.ShouldBe(Lab.Code(42));
    }

    [Fact]
    public void C4_person_who_never_was_gets_one_of_the_pool_and_no_other_persons()
    {
        ResidentCodePool pool = Allot(100);
        ResidentCodeBook book = new(pool, Lab.Clock);
        HashSet<ResidentRecordCode> borne = [];
        for (int person = 1; person <= 100; person++)
        {
            book.Enter(Lab.Request(person), default, out ResidentRecordCode code).ShouldBe(CodeEntryOutcome.Drawn);
            borne.Add(code).ShouldBeTrue();
        }

        book.Enter(Lab.Request(101), default, out _).ShouldBe(CodeEntryOutcome.PoolExhausted);
        book.Enter(Lab.Request(102), borne.First(), out ResidentRecordCode none).ShouldBe(CodeEntryOutcome.HeldByAnother);
        none.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void C4_code_that_a_newcomer_brought_is_not_drawn_for_another()
    {
        ResidentCodeBook book = new(new ResidentCodePool(Lab.Chiyoda, [Lab.Code(1), Lab.Code(2)], Lab.Random()), Lab.Clock);
        book.Enter(Lab.Request(1), Lab.Code(1), out _);
        book.Enter(Lab.Request(2), default, out ResidentRecordCode code).ShouldBe(CodeEntryOutcome.Drawn);
        code.ShouldBe(Lab.Code(2));
        book.Enter(Lab.Request(3), default, out _).ShouldBe(CodeEntryOutcome.PoolExhausted);
    }

    [Fact]
    public void C5_person_is_owed_a_notice_of_every_entry_once()
    {
        ResidentCodeBook book = new(Allot(3), Lab.Clock);
        book.Enter(_person, default, out ResidentRecordCode first);
        book.Change(_person, out ResidentRecordCode second);
        IReadOnlyList<CodeNotice> owed = book.TakeNotices();
        owed.Select(notice => (notice.Person, notice.Code, notice.Occasion, notice.Since)).ShouldBe(
            [(_person, first, CodeEntryOutcome.Drawn, Lab.Noon), (_person, second, CodeEntryOutcome.Changed, Lab.Noon)]);
        owed[0].ToString().ShouldBe("CodeNotice(Drawn)");
        book.TakeNotices().ShouldBeEmpty();
    }

    [Fact]
    public void C6_change_needs_no_reason_and_draws_a_new_code()
    {
        ResidentCodeBook book = new(Allot(3), Lab.Clock);
        book.Enter(_person, default, out ResidentRecordCode first);
        book.Change(_person, out ResidentRecordCode second).ShouldBe(CodeEntryOutcome.Changed);
        second.ShouldNotBe(first);
        book.HistoryOf(_person).ShouldBe([first, second]);
        book.Change(Lab.Request(9), out _).ShouldBe(CodeEntryOutcome.UnknownPerson);
        book.Change(_person, out _).ShouldBe(CodeEntryOutcome.Changed);
        book.Change(_person, out _).ShouldBe(CodeEntryOutcome.PoolExhausted);
        book.HistoryOf(_person).Count.ShouldBe(3);
    }

    [Fact]
    public async Task C6_change_of_code_by_itself_changes_no_number()
    {
        Town town = new();
        NumberIssue issue = await town.BornAsync(1);
        ResidentCodeBook book = new(Allot(1), Lab.Clock);
        book.Enter(_person, Lab.Code(1), out _);
        book.Change(_person, out ResidentRecordCode code);
        (await town.Register.CountAsync()).ShouldBe(1);
        (await town.Register.FindReplacementAsync(issue.Number)).ShouldBeNull();
        (await town.Mayor.DesignateAsync(Lab.Request(2), code, IssueReason.FirstEntry, book.HistoryOf(_person))).IsMade.ShouldBeFalse();
    }

    private static ResidentCodePool Allot(int count)
    {
        new ResidentCodeDesignator(new InMemoryAllottedCodes(), Lab.Random()).TryAllot(Lab.Chiyoda, count, out ResidentCodePool? pool).ShouldBeTrue();
        return pool!;
    }
}
