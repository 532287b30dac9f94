using System.Collections.Frozen;
using MyNumber.Numbering.Issuing.Conversion;
using MyNumber.Numbering.Issuing.Designation;
using MyNumber.Numbering.Issuing.Registers;
using MyNumber.Numbering.Permutations;

namespace MyNumber.Numbering.Tests.Issuing.Designation;

public sealed class NumberGenerationCenterTests
{
    public static TheoryData<string, GenerationRequest> Incomplete => new()
    {
        { "no id", With(id: Guid.Empty) },
        { "no code", With(code: default(ResidentRecordCode)) },
        { "no municipality", With(municipality: default(LocalGovernmentCode)) },
        { "no reason", With(reason: IssueReason.None) },
        { "a reason that is none", With(reason: (IssueReason)9) },
        { "a leak without the number", With(reason: IssueReason.LeakByRequest) },
        { "a birth with a number to be replaced", With(replaces: IndividualNumber.FromTrusted(123456789018)) },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public async Task Incomplete_request_is_refused_and_leaves_nothing(string row, GenerationRequest request)
    {
        Town town = new();
        (await town.Center.GenerateAsync(request)).Refusal.ShouldBe(GenerationRefusal.Incomplete, row);
        (await town.Register.CountAsync()).ShouldBe(0, row);
    }

    [Fact]
    public async Task Name_of_a_request_is_not_used_for_another_person()
    {
        Town town = new();
        await town.Center.GenerateAsync(Town.Birth(1, 1));
        (await town.Center.GenerateAsync(Town.Birth(1, 2))).Refusal.ShouldBe(GenerationRefusal.RequestReused);
    }

    [Fact]
    public async Task Name_of_a_request_is_not_used_by_another_municipality()
    {
        Town town = new();
        (await town.Center.GenerateAsync(With())).IsMade.ShouldBeTrue();
        (await town.Center.GenerateAsync(With(municipality: LocalGovernmentCode.FromFiveDigits(13_102)))).Refusal.ShouldBe(GenerationRefusal.RequestReused);
        (await town.Center.GenerateAsync(With())).IsRepeated.ShouldBeTrue();
    }

    [Fact]
    public async Task Excluded_number_is_not_made()
    {
        using IKeyedPermutation permutation = Lab.Permutation();
        long excluded = permutation.Permute(10), next = permutation.Permute(excluded);
        NumberGenerationCenter center = new(new InMemoryNumberRegister(), Lab.Keys(), Lab.Clock, FrozenSet.Create(excluded));
        ((await center.GenerateAsync(Town.Birth(1, 1))).Issue.Number.Value / 10).ShouldBe(next);
    }

    [Fact]
    public async Task Placeholder_is_not_made_unless_it_is_asked_for()
    {
        using IKeyedPermutation permutation = Lab.Permutation();
        long input = permutation.Invert(12_345_678_901);
        ResidentRecordCode code = Lab.Code(input / 10);
        InMemoryNumberRegister register = new(), free = new();
        for (int counter = 0; counter < 10; counter++)
        {
            await NextAsync(new NumberGenerationCenter(register, Lab.Keys(), Lab.Clock), register, code, counter);
            await NextAsync(new NumberGenerationCenter(free, Lab.Keys(), Lab.Clock, ExcludedNumbers.None), free, code, counter);
        }

        (await register.HistoryAsync(code)).ShouldAllBe(issue => !issue.Number.IsPlaceholder);
        (await free.HistoryAsync(code)).Count(issue => issue.Number.Value / 10 == 12_345_678_901).ShouldBe(1);
    }

    [Theory]
    [InlineData("no former code", 0, true)]
    [InlineData("a hundred", 100, true)]
    [InlineData("more than anybody bears", 101, false)]
    public async Task Former_codes_have_a_ceiling(string row, int count, bool made)
    {
        GenerationRequest request = new()
        {
            Id = Lab.Request(1), Code = Lab.Code(1), Municipality = Lab.Chiyoda, Reason = IssueReason.FirstEntry, FormerCodes = [.. Enumerable.Range(2, count).Select(code => Lab.Code(code))],
        };
        (await new Town().Center.GenerateAsync(request)).IsMade.ShouldBe(made, row);
    }

    [Fact]
    public async Task Version_on_record_is_that_of_the_key_that_made_the_number()
    {
        using RotatingKeys keys = new();
        InMemoryNumberRegister register = new();
        NumberIssue issue = (await new NumberGenerationCenter(register, keys, Lab.Clock).GenerateAsync(Town.Birth(1, 1))).Issue;
        (issue.Number.Value / 10).ShouldBe(keys.PermutationOf(issue.KeyVersion).Permute(10));
    }

    [Fact]
    public async Task Number_that_was_never_issued_is_not_replaced()
    {
        Town town = new();
        (await town.LeakedAsync(1, 1, IndividualNumber.FromTrusted(123456789018))).Refusal.ShouldBe(GenerationRefusal.NeverIssued);
    }

    [Fact]
    public async Task Number_of_another_person_is_not_replaced()
    {
        Town town = new();
        NumberIssue other = await town.BornAsync(1);
        (await town.LeakedAsync(2, 2, other.Number)).Refusal.ShouldBe(GenerationRefusal.OtherPersons);
    }

    [Fact]
    public async Task Number_is_replaced_once()
    {
        Town town = new();
        NumberIssue first = await town.BornAsync(1);
        await town.LeakedAsync(2, 1, first.Number);
        (await town.LeakedAsync(3, 1, first.Number)).Refusal.ShouldBe(GenerationRefusal.AlreadyReplaced);
    }

    [Fact]
    public async Task Change_of_code_changes_no_number_and_a_later_leak_still_finds_it()
    {
        Town town = new();
        NumberIssue first = await town.BornAsync(1);
        GenerationResponse changed = await town.Mayor.ChangeExOfficioAsync(Lab.Request(2), Lab.Code(77), first.Number, [Lab.Code(1)]);
        (changed.IsMade, changed.Issue.Code, changed.Issue.Counter).ShouldBe((true, Lab.Code(77), 0));
    }

    [Fact]
    public async Task Many_requests_for_one_person_at_once_make_one_number()
    {
        Town town = new();
        GenerationResponse[] answers = await Task.WhenAll(Enumerable.Range(1, 32).Select(request => Task.Run(async () => await town.Center.GenerateAsync(Town.Birth(request, 1)))));
        answers.Count(answer => answer.IsMade).ShouldBe(1);
        answers.Where(answer => !answer.IsMade).ShouldAllBe(answer => answer.Refusal == GenerationRefusal.AlreadyNumbered);
    }

    [Fact]
    public async Task Same_request_many_times_at_once_makes_one_number()
    {
        Town town = new();
        GenerationResponse[] answers = await Task.WhenAll(Enumerable.Range(1, 32).Select(_ => Task.Run(async () => await town.Center.GenerateAsync(Town.Birth(1, 1)))));
        answers.ShouldAllBe(answer => answer.IsMade);
        answers.Select(answer => answer.Issue.Number).Distinct().Count().ShouldBe(1);
        answers.Count(answer => !answer.IsRepeated).ShouldBe(1);
    }

    [Fact]
    public async Task Number_that_an_older_key_made_is_passed_over()
    {
        using IKeyedPermutation older = Lab.Permutation(1), newer = Lab.Permutation(2);
        long collision = older.Permute(Lab.Code(1).Value / 10 * 10);
        long input = newer.Invert(collision);
        Town old = new(Lab.Keys(1));
        await old.BornAsync(1);
        using ConversionKeyRing both = new(2, [new(1, Lab.Permutation(1)), new(2, Lab.Permutation(2))]);
        Town town = new(both, old.Register);
        int counter = (int)(input % 10);
        ResidentRecordCode code = Lab.Code(input / 10);
        IndividualNumber last = default;
        for (int issued = 0; issued <= counter; issued++)
        {
            GenerationResponse answer = issued == 0
                ? await town.Mayor.DesignateAsync(Lab.Request(100), code, IssueReason.Birth)
                : await town.Mayor.ChangeExOfficioAsync(Lab.Request(100 + issued), code, last);
            if (counter < 9 || issued < counter)
            {
                answer.IsMade.ShouldBeTrue();
                answer.Issue.Counter.ShouldBe(issued == counter ? counter + 1 : issued);
                answer.Issue.KeyVersion.ShouldBe(2);
            }
            else
            {
                answer.Refusal.ShouldBe(GenerationRefusal.IssuesExhausted);
            }

            last = answer.Issue.Number;
        }
    }

    private static async Task NextAsync(NumberGenerationCenter center, InMemoryNumberRegister register, ResidentRecordCode code, int counter)
    {
        IReadOnlyList<NumberIssue> before = await register.HistoryAsync(code);
        GenerationRequest request = new()
        {
            Id = Lab.Request(500 + counter),
            Code = code,
            Municipality = Lab.Chiyoda,
            Reason = counter == 0 ? IssueReason.Birth : IssueReason.LeakExOfficio,
            Replaces = counter == 0 ? default : before[^1].Number,
        };
        (await center.GenerateAsync(request)).IsMade.ShouldBeTrue();
    }

    private static GenerationRequest With(
        Guid? id = null, ResidentRecordCode? code = null, LocalGovernmentCode? municipality = null, IssueReason reason = IssueReason.Birth, IndividualNumber replaces = default) => new()
        {
            Id = id ?? Lab.Request(1),
            Code = code ?? Lab.Code(1),
            Municipality = municipality ?? Lab.Chiyoda,
            Reason = reason,
            Replaces = replaces,
        };
}
