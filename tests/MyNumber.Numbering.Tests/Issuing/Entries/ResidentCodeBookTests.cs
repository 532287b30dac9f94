using MyNumber.Numbering.Issuing.Codes;
using MyNumber.Numbering.Issuing.Entries;

namespace MyNumber.Numbering.Tests.Issuing.Entries;

public sealed class ResidentCodeBookTests
{
    private readonly InMemoryAllottedCodes _allotted = new(Lab.Random());
    private readonly InMemoryResidentCodeRegister _register = new();
    private readonly Guid _person = Lab.Request(1);

    [Fact]
    public async Task Draw_whose_entry_failed_is_met_again()
    {
        await _allotted.AddAsync(Lab.Chiyoda, new[] { Lab.Code(1), Lab.Code(2), Lab.Code(3) });
        BrokenRegister broken = new();
        await Should.ThrowAsync<IOException>(async () => await new ResidentCodeBook(Lab.Chiyoda, _allotted, broken, Lab.Clock).EnterAsync(_person));
        (await _allotted.LeftAsync(Lab.Chiyoda)).ShouldBe(2);
        CodeEntryResult entered = await Book().EnterAsync(_person);
        (entered.Outcome, entered.Code).ShouldBe((CodeEntryOutcome.Drawn, broken.Tried));
        (await _allotted.LeftAsync(Lab.Chiyoda)).ShouldBe(2);
    }

    [Fact]
    public async Task Rivals_for_one_person_write_one_entry_and_agree()
    {
        await _allotted.AddAsync(Lab.Chiyoda, new[] { Lab.Code(1), Lab.Code(2), Lab.Code(3) });
        CodeEntryResult[] entered = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () => await Book().EnterAsync(_person))));
        entered.Select(entry => entry.Code).Distinct().ShouldHaveSingleItem().IsEmpty.ShouldBeFalse();
        entered.Count(entry => entry.Outcome == CodeEntryOutcome.Drawn).ShouldBe(1);
        (await _allotted.LeftAsync(Lab.Chiyoda)).ShouldBe(2);
        ResidentRecordCode first = entered[0].Code;
        CodeEntryResult[] changed = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () => await Book().ChangeAsync(_person, first))));
        changed.Count(entry => entry.Outcome == CodeEntryOutcome.Changed).ShouldBe(1);
        changed.Select(entry => entry.Code).Distinct().ShouldHaveSingleItem().ShouldNotBe(first);
        (await _allotted.LeftAsync(Lab.Chiyoda)).ShouldBe(1);
    }

    [Fact]
    public async Task Person_who_comes_back_keeps_the_code_of_elsewhere()
    {
        await Book().EnterAsync(_person, Lab.Code(1));
        await Book().EnterAsync(Lab.Request(2), Lab.Code(2));
        CodeEntryResult back = await Book().EnterAsync(_person, Lab.Code(9));
        (back.Outcome, back.Code).ShouldBe((CodeEntryOutcome.Kept, Lab.Code(9)));
        (await Book().EnterAsync(_person, Lab.Code(1))).Code.ShouldBe(Lab.Code(9), "a former code is not the latest");
        CodeEntryResult wrong = await Book().EnterAsync(_person, Lab.Code(2));
        (wrong.Outcome, wrong.Code.IsEmpty).ShouldBe((CodeEntryOutcome.HeldByAnother, true));
        (await _register.HistoryAsync(_person)).Select(entry => entry.Code).ShouldBe([Lab.Code(1), Lab.Code(9)]);
    }

    [Fact]
    public async Task Person_whose_code_was_drawn_here_and_changed_elsewhere_comes_back_with_the_latest()
    {
        await _allotted.AddAsync(Lab.Chiyoda, new[] { Lab.Code(1), Lab.Code(2), Lab.Code(3) });
        ResidentRecordCode drawn = (await Book().EnterAsync(_person)).Code;
        CodeEntryResult back = await Book().EnterAsync(_person, Lab.Code(42));
        (back.Outcome, back.Code).ShouldBe((CodeEntryOutcome.Kept, Lab.Code(42)));
        (await Book().EnterAsync(_person)).Code.ShouldBe(Lab.Code(42), "and bears it from then on");
        (await _register.HistoryAsync(_person)).Select(entry => (entry.Version, entry.Code)).ShouldBe([(0, drawn), (1, Lab.Code(42))]);
        (await _allotted.LeftAsync(Lab.Chiyoda)).ShouldBe(2);
    }

    [Fact]
    public async Task Book_needs_its_parts_and_a_person()
    {
        Should.Throw<ArgumentException>(() => new ResidentCodeBook(default, _allotted, _register, Lab.Clock));
        Should.Throw<ArgumentNullException>(() => new ResidentCodeBook(Lab.Chiyoda, null!, _register, Lab.Clock));
        Should.Throw<ArgumentNullException>(() => new ResidentCodeBook(Lab.Chiyoda, _allotted, null!, Lab.Clock));
        Should.Throw<ArgumentNullException>(() => new ResidentCodeBook(Lab.Chiyoda, _allotted, _register, null!));
        await Should.ThrowAsync<ArgumentException>(async () => await Book().EnterAsync(Guid.Empty));
        await Should.ThrowAsync<ArgumentException>(async () => await Book().ChangeAsync(Guid.Empty, Lab.Code(1)));
    }

    [Fact]
    public async Task Texts_hold_no_code()
    {
        await _allotted.AddAsync(Lab.Chiyoda, new[] { Lab.Code(9_876_543_210) });
        CodeEntryResult entered = await Book().EnterAsync(_person);
        entered.ToString().ShouldBe("Drawn");
        (await _register.HistoryAsync(_person))[0].ToString().ShouldBe("CodeEntry(Drawn, version 0)");
    }

    private ResidentCodeBook Book() => new(Lab.Chiyoda, _allotted, _register, Lab.Clock);

    /// <summary>A register whose line breaks at the moment of writing.</summary>
    private sealed class BrokenRegister : IResidentCodeRegister
    {
        public ResidentRecordCode Tried { get; private set; }

        public ValueTask<CodeEntryConflict> AddAsync(CodeEntry entry, CancellationToken cancellationToken = default)
        {
            Tried = entry.Code;
            throw new IOException("The line is broken.");
        }

        public ValueTask<IReadOnlyList<CodeEntry>> HistoryAsync(Guid person, CancellationToken cancellationToken = default) => ValueTask.FromResult<IReadOnlyList<CodeEntry>>([]);

        public ValueTask<CodeEntry?> FindByCodeAsync(ResidentRecordCode code, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<CodeEntry>> FindOwedNoticesAsync(int most, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<int> MarkNoticesSentAsync(IReadOnlyList<CodeEntry> entries, DateTimeOffset at, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();
    }
}
