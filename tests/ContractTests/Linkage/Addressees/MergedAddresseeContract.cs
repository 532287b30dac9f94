using System.Security.Cryptography;
using MyNumber.Linkage.Addressees;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Storage.Bodies;
using MyNumber.Linkage.Tests.Core;
using static MyNumber.Linkage.Tests.Intermediate.Spaces;

namespace MyNumber.ContractTests.Linkage.Addressees;

/// <summary>A person who was entered twice, under a former number and under the one in force; over every store.</summary>
public abstract class MergedAddresseeContract : HomeContract<TestDatabase>
{
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();
    private IBodyStore _store = null!;
    private AddresseeNumber _old;
    private AddresseeNumber _late;

    private AddresseeBook Book => new(_store, Cipher(City), _random);

    protected override async Task OpenAsync()
    {
        _store = Home is null ? new InMemoryBodyStore() : new SqlBodyStore(Home.Source, Home.Dialect);
        _old = (await Book.GetOrAddAsync(People.Number(1))).Addressee;
        _late = (await Book.GetOrAddAsync(People.Number(2))).Addressee;
    }

    [SkippableFact]
    public async Task One_survives_with_the_number_in_force_and_the_other_leads_to_it()
    {
        (await Book.MergeAsync(_old, _late, People.Number(2))).ShouldBe(new AddresseeResult(AddresseeOutcome.Merged, _old));
        (await Book.ResolveAsync(_late)).ShouldBe(new AddresseeResult(AddresseeOutcome.Merged, _old));
        (await Book.ResolveAsync(_old)).ShouldBe(new AddresseeResult(AddresseeOutcome.Found, _old));
        (await Book.FindAsync(People.Number(2))).ShouldBe(new AddresseeResult(AddresseeOutcome.Found, _old));
        (await Book.FindAsync(People.Number(1))).ShouldBe(new AddresseeResult(AddresseeOutcome.FormerNumber));
        (await Book.FindNumberAsync(_late)).ShouldBe(People.Number(2));
        (await Book.MergeAsync(_old, _late, People.Number(2))).ShouldBe(new AddresseeResult(AddresseeOutcome.AlreadyDone, _old));
    }

    [SkippableFact]
    public async Task Chain_of_merges_leads_to_the_last()
    {
        AddresseeNumber third = (await Book.GetOrAddAsync(People.Number(3))).Addressee;
        await Book.MergeAsync(_old, _late, People.Number(2));
        (await Book.MergeAsync(third, _old, People.Number(3))).Outcome.ShouldBe(AddresseeOutcome.Merged);
        (await Book.ResolveAsync(_late)).ShouldBe(new AddresseeResult(AddresseeOutcome.Merged, third));
        (await Book.FindNumberAsync(_late)).ShouldBe(People.Number(3));
    }

    [SkippableFact]
    public async Task Number_of_neither_is_refused_and_nothing_changes()
    {
        (await Book.MergeAsync(_old, _late, People.Number(9))).Outcome.ShouldBe(AddresseeOutcome.NumberIsNotTheirs);
        await Book.GetOrAddAsync(People.Number(3));
        (await Book.MergeAsync(_old, _late, People.Number(3))).Outcome.ShouldBe(AddresseeOutcome.NumberIsNotTheirs);
        (await Book.ResolveAsync(_late)).Outcome.ShouldBe(AddresseeOutcome.Found);
        (await Book.FindAsync(People.Number(1))).Addressee.ShouldBe(_old);
    }

    [SkippableFact]
    public async Task Stranger_is_merged_with_nobody()
    {
        (await Book.MergeAsync(_old, Addressee(1), People.Number(1))).Outcome.ShouldBe(AddresseeOutcome.Unknown);
        (await Book.MergeAsync(Addressee(1), _old, People.Number(1))).Outcome.ShouldBe(AddresseeOutcome.Unknown);
        (await Book.FindAsync(People.Number(1))).Addressee.ShouldBe(_old);
    }

    [SkippableFact]
    public async Task Addressee_that_leads_to_another_takes_nobody_in_and_makes_no_circle()
    {
        await Book.MergeAsync(_old, _late, People.Number(2));
        (await Book.MergeAsync(_late, _old, People.Number(2))).Outcome.ShouldBe(AddresseeOutcome.NumberIsNotTheirs);
        (await Book.MergeAsync(_old, _late, People.Number(1))).Outcome.ShouldBe(AddresseeOutcome.NumberIsNotTheirs);
        (await Book.FindNumberAsync(_old)).ShouldBe(People.Number(2));
    }

    [SkippableFact]
    public async Task Two_merges_in_both_directions_at_once_leave_one_survivor()
    {
        AddresseeResult[] both = await AtOnceAsync(2, side => (side == 0 ? Book.MergeAsync(_old, _late, People.Number(2)) : Book.MergeAsync(_late, _old, People.Number(2))));
        both.Count(result => result.Outcome == AddresseeOutcome.Merged).ShouldBe(1);
        AddresseeNumber survivor = both.Single(result => result.Outcome == AddresseeOutcome.Merged).Addressee;
        (await Book.ResolveAsync(_old)).Addressee.ShouldBe(survivor);
        (await Book.ResolveAsync(_late)).Addressee.ShouldBe(survivor);
    }

    [SkippableFact]
    public async Task Change_after_a_merge_ends_the_former_numbers_for_good()
    {
        await Book.MergeAsync(_old, _late, People.Number(2));
        (await Book.ChangeNumberAsync(People.Number(1), People.Number(4))).Outcome.ShouldBe(AddresseeOutcome.FormerNumber);
        (await Book.ChangeNumberAsync(People.Number(2), People.Number(1))).Outcome.ShouldBe(AddresseeOutcome.NumberIsTaken);
        (await Book.ChangeNumberAsync(People.Number(2), People.Number(4))).ShouldBe(new AddresseeResult(AddresseeOutcome.Changed, _old));
        (await Book.FindAsync(People.Number(2))).Outcome.ShouldBe(AddresseeOutcome.FormerNumber);
    }

    [SkippableFact]
    public async Task Empty_arguments_and_one_addressee_are_refused()
    {
        await Should.ThrowAsync<ArgumentException>(async () => await Book.MergeAsync(_old, _old, People.Number(1)));
        await Should.ThrowAsync<ArgumentException>(async () => await Book.MergeAsync(default, _old, People.Number(1)));
        await Should.ThrowAsync<ArgumentException>(async () => await Book.MergeAsync(_old, default, People.Number(1)));
        await Should.ThrowAsync<ArgumentException>(async () => await Book.MergeAsync(_old, _late, default));
    }
}
