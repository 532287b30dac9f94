using MyNumber.IssuingHost;
using MyNumber.Numbering.Issuing.Conversion;
using MyNumber.Numbering.Issuing.Designation;
using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.ContractTests.Issuing;

/// <summary>R7 where it is hard: one person, asked for by the present and by a former code at the same moment. Each register runs all of it.</summary>
public abstract class OnePersonContract : StoreContract
{
    private INumberRegister Register { get; set; } = null!;

    [SkippableTheory]
    [InlineData("the former code first", true)]
    [InlineData("the present code first", false)]
    public async Task Rival_between_check_and_write_is_seen_by_the_keys(string row, bool formerFirst)
    {
        GenerationRequest former = Of(1, 1, IssueReason.Birth), present = Of(2, 2, IssueReason.FirstEntry, 1);
        (GenerationRequest first, GenerationRequest second) = formerFirst ? (former, present) : (present, former);
        GenerationResponse? rival = null;
        InterposedRegister raced = new(Register, async () => rival = await CenterOf(Register).GenerateAsync(first));
        GenerationResponse answer = await CenterOf(raced).GenerateAsync(second);
        rival.ShouldNotBeNull(row).IsMade.ShouldBeTrue(row);
        answer.Refusal.ShouldBe(GenerationRefusal.AlreadyNumbered, row);
        (await Register.CountAsync()).ShouldBe(1, row);
    }

    [SkippableFact]
    public async Task Many_at_once_by_every_code_of_a_person_make_one_number()
    {
        GenerationResponse[] answers = await AtOnceAsync(24, index => CenterOf(Register).GenerateAsync((index % 3) switch
        {
            0 => Of(index, 1, IssueReason.Birth),
            1 => Of(index, 2, IssueReason.FirstEntry, 1),
            _ => Of(index, 3, IssueReason.FirstEntry, 2, 1),
        }));
        answers.Count(answer => answer.IsMade).ShouldBe(1);
        answers.Where(answer => !answer.IsMade).ShouldAllBe(answer => answer.Refusal == GenerationRefusal.AlreadyNumbered);
        (await Register.CountAsync()).ShouldBe(1);
    }

    [SkippableFact]
    public async Task Former_code_gives_no_first_number_any_more_but_still_a_change()
    {
        NumberGenerationCenter center = CenterOf(Register);
        GenerationResponse first = await center.GenerateAsync(Of(1, 2, IssueReason.FirstEntry, 1, 1, 2));
        first.IsMade.ShouldBeTrue("a code that is named twice, or is the present one, counts once");
        (await center.GenerateAsync(Of(2, 1, IssueReason.Birth))).Refusal.ShouldBe(GenerationRefusal.AlreadyNumbered);
        (await Register.HistoryAsync(SyntheticRoll.CodeAt(1))).ShouldBeEmpty("the number is of the present code");
        (await Register.HistoryAsync(SyntheticRoll.CodeAt(2))).ShouldHaveSingleItem().Request.ShouldBe(Issues.Request(1));
        GenerationResponse changed = await center.GenerateAsync(Replacing(3, 1, first.Issue, 2));
        (changed.IsMade, changed.Issue.Counter).ShouldBe((true, 1));
    }

    [SkippableTheory]
    [InlineData("the former code is numbered", 1, 2, 1)]
    [InlineData("another names the same former code", 2, 3, 1, 1)]
    [InlineData("a former code of the one is the present code of the other", 2, 3, 2)]
    public async Task First_issue_takes_count_nought_of_every_former_code(string row, int code, int otherCode, int otherFormer, int former = 0)
    {
        NumberIssue one = Issues.Of(1, code: code) with { FormerCodes = former == 0 ? [] : [SyntheticRoll.CodeAt(former)] };
        NumberIssue other = Issues.Of(2, code: otherCode) with { FormerCodes = [SyntheticRoll.CodeAt(otherFormer), SyntheticRoll.CodeAt(77)] };
        NumberIssue[] both = [one, other], reversed = [other, one];
        (await Register.AddAsync(both)).ToString().ShouldBe("CodeAndCounter at 1", row);
        (await Register.AddAsync(reversed)).ToString().ShouldBe("CodeAndCounter at 1", row);
        (await Register.AddAsync(reversed.AsMemory(0, 1))).IsWritten.ShouldBeTrue(row);
        (await Register.AddAsync(both.AsMemory(0, 1))).ToString().ShouldBe("CodeAndCounter at 0", row);
        (await Register.AddAsync(new[] { Issues.Of(3, code: 77) })).ToString().ShouldBe("CodeAndCounter at 0", row);
        (await Register.FindByRequestAsync(other.Request)).ShouldNotBeNull(row).FormerCodes.ShouldBeEmpty(row);
        (await Register.CountAsync()).ShouldBe(1, row);
    }

    [SkippableFact]
    public async Task Refused_batch_gives_the_former_codes_free_again()
    {
        NumberIssue first = Issues.Of(1) with { FormerCodes = [SyntheticRoll.CodeAt(50)] };
        (await Register.AddAsync(new[] { first, Issues.Of(2, code: 1) })).ToString().ShouldBe("CodeAndCounter at 1");
        (await Register.AddAsync(new[] { Issues.Of(3, code: 50) })).IsWritten.ShouldBeTrue();
    }

    public static TheoryData<string, NumberIssue> Wrong => new()
    {
        { "the present code", Issues.Of(1) with { FormerCodes = [SyntheticRoll.CodeAt(1)] } },
        { "the same one twice", Issues.Of(1) with { FormerCodes = [SyntheticRoll.CodeAt(2), SyntheticRoll.CodeAt(2)] } },
        { "no code", Issues.Of(1) with { FormerCodes = [default] } },
        { "codes of a change", Issues.Of(1, replaces: 9) with { FormerCodes = [SyntheticRoll.CodeAt(2)] } },
        { "more than anybody bears", Issues.Of(1) with { FormerCodes = [.. Enumerable.Range(2, 101).Select(place => SyntheticRoll.CodeAt(place))] } },
    };

    [SkippableTheory]
    [MemberData(nameof(Wrong))]
    public async Task Wrong_former_codes_are_an_error(string row, NumberIssue issue)
    {
        await Should.ThrowAsync<ArgumentException>(async () => await Register.AddAsync(new[] { Issues.Of(50), issue }), row);
        (await Register.CountAsync()).ShouldBe(0, row);
    }

    protected override void Open() => Register = Home is null ? new InMemoryNumberRegister() : Home.Register;

    private static NumberGenerationCenter CenterOf(INumberRegister register) =>
        new(register, new ConversionKeyRing(1, new MixedPermutation(NumberConverter.DomainSize, 7)), TimeProvider.System);

    private static GenerationRequest Of(int id, int code, IssueReason reason, params int[] former) => new()
    {
        Id = Issues.Request(id),
        Municipality = SyntheticRoll.Chiyoda,
        Code = SyntheticRoll.CodeAt(code),
        Reason = reason,
        FormerCodes = [.. former.Select(place => SyntheticRoll.CodeAt(place))],
    };

    private static GenerationRequest Replacing(int id, int code, NumberIssue replaced, int former) => new()
    {
        Id = Issues.Request(id),
        Municipality = SyntheticRoll.Chiyoda,
        Code = SyntheticRoll.CodeAt(code),
        Reason = IssueReason.LeakByRequest,
        FormerCodes = [SyntheticRoll.CodeAt(former)],
        Replaces = replaced.Number,
    };
}
