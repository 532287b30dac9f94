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
