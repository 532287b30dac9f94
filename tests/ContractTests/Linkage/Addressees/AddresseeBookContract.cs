using System.Security.Cryptography;
using MyNumber.Linkage.Addressees;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Storage.Bodies;
using MyNumber.Linkage.Tests.Addressees;
using MyNumber.Linkage.Tests.Core;
using static MyNumber.Linkage.Tests.Intermediate.Spaces;

namespace MyNumber.ContractTests.Linkage.Addressees;

/// <summary>What a book of addressees promises over every store.</summary>
public abstract class AddresseeBookContract : HomeContract<TestDatabase>
{
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();
    private IBodyStore _store = null!;

    private AddresseeBook Book => Open(City);

    /// <summary>In memory a race is over soon, so there are more of them.</summary>
    private int Rounds => Home is null ? 200 : 20;

    [SkippableFact]
    public async Task Person_keeps_one_addressee_and_leads_back_to_the_number()
    {
        AddresseeResult added = await Book.GetOrAddAsync(People.Number(1));
        added.Outcome.ShouldBe(AddresseeOutcome.Added);
        (await Book.GetOrAddAsync(People.Number(1))).ShouldBe(new AddresseeResult(AddresseeOutcome.Found, added.Addressee));
        (await Book.FindNumberAsync(added.Addressee)).ShouldBe(People.Number(1));
        (await Book.GetOrAddAsync(People.Number(2))).Addressee.ShouldNotBe(added.Addressee);
    }

    [SkippableFact]
    public async Task Stranger_is_not_found_and_not_added_by_looking()
    {
        (await Book.FindAsync(People.Number(1))).ShouldBe(new AddresseeResult(AddresseeOutcome.Unknown));
        (await Book.FindAsync(People.Number(1))).Outcome.ShouldBe(AddresseeOutcome.Unknown);
        (await Book.FindNumberAsync(Addressee(7))).IsEmpty.ShouldBeTrue();
        (await Book.FindNumberAsync(default)).IsEmpty.ShouldBeTrue();
        (await Book.ResolveAsync(Addressee(7))).Outcome.ShouldBe(AddresseeOutcome.Unknown);
        (await RowsAsync()).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Other_body_on_the_same_store_knows_nobody()
    {
        AddresseeNumber addressee = await AddAsync(1);
        (await Open(Town).FindAsync(People.Number(1))).Outcome.ShouldBe(AddresseeOutcome.Unknown);
        (await Open(Town).FindNumberAsync(addressee)).IsEmpty.ShouldBeTrue();
    }

    [SkippableFact]
    public async Task Other_key_finds_nobody()
    {
        AddresseeNumber addressee = await AddAsync(1);
        AddresseeBook stranger = new(_store, Cipher(City, key: 2), _random);
        (await stranger.FindAsync(People.Number(1))).Outcome.ShouldBe(AddresseeOutcome.Unknown);
        (await stranger.FindNumberAsync(addressee)).IsEmpty.ShouldBeTrue();
    }

    [SkippableFact]
    public async Task Two_that_add_one_person_at_once_get_one_addressee()
    {
        for (int person = 0; person < Rounds; person++)
        {
            AddresseeResult[] both = await AtOnceAsync(2, _ => Book.GetOrAddAsync(People.Number(person)));
            both.Count(result => result.Outcome == AddresseeOutcome.Added).ShouldBe(1);
            both[0].Addressee.ShouldBe(both[1].Addressee);
        }
    }

    [SkippableFact]
    public async Task Addressee_that_is_drawn_twice_is_drawn_again()
    {
        ScriptedRandom random = new(5, 5, ulong.MaxValue, 6);
        AddresseeBook book = new(_store, Cipher(City), random);
        (await book.GetOrAddAsync(People.Number(1))).Addressee.ShouldBe(Addressee(5));
        (await book.GetOrAddAsync(People.Number(2))).Addressee.ShouldBe(Addressee(6));
    }

    [SkippableFact]
    public async Task Random_source_that_stands_still_ends_with_an_error_and_writes_nothing()
    {
        AddresseeBook book = new(_store, Cipher(City), new ScriptedRandom([.. Enumerable.Repeat(5UL, 100)]));
        await book.GetOrAddAsync(People.Number(1));
        int rows = (await RowsAsync()).Count;
        await Should.ThrowAsync<InvalidOperationException>(async () => await book.GetOrAddAsync(People.Number(2)));
        (await RowsAsync()).Count.ShouldBe(rows);
    }

    [SkippableFact]
    public async Task Changed_number_leaves_the_addressee_and_the_former_one_finds_nobody()
    {
        AddresseeNumber addressee = await AddAsync(1);
        (await Book.ChangeNumberAsync(People.Number(1), People.Number(2))).ShouldBe(new AddresseeResult(AddresseeOutcome.Changed, addressee));
        (await Book.FindAsync(People.Number(2))).ShouldBe(new AddresseeResult(AddresseeOutcome.Found, addressee));
        (await Book.FindAsync(People.Number(1))).ShouldBe(new AddresseeResult(AddresseeOutcome.FormerNumber));
        (await Book.GetOrAddAsync(People.Number(1))).ShouldBe(new AddresseeResult(AddresseeOutcome.FormerNumber));
        (await Book.FindNumberAsync(addressee)).ShouldBe(People.Number(2));
        (await Book.ChangeNumberAsync(People.Number(1), People.Number(2))).ShouldBe(new AddresseeResult(AddresseeOutcome.AlreadyDone, addressee));
    }

    [SkippableFact]
    public async Task Change_is_refused_when_it_does_not_fit()
    {
        AddresseeNumber one = await AddAsync(1);
        AddresseeNumber two = await AddAsync(2);
        (await Book.ChangeNumberAsync(People.Number(8), People.Number(9))).Outcome.ShouldBe(AddresseeOutcome.Unknown);
        (await Book.ChangeNumberAsync(People.Number(8), People.Number(1))).Outcome.ShouldBe(AddresseeOutcome.Unknown);
        (await Book.ChangeNumberAsync(People.Number(1), People.Number(2))).ShouldBe(new AddresseeResult(AddresseeOutcome.NumberIsTaken, two));
        await Book.ChangeNumberAsync(People.Number(2), People.Number(3));
        (await Book.ChangeNumberAsync(People.Number(1), People.Number(2))).ShouldBe(new AddresseeResult(AddresseeOutcome.NumberIsTaken));
        (await Book.ChangeNumberAsync(People.Number(2), People.Number(4))).Outcome.ShouldBe(AddresseeOutcome.FormerNumber);
        (await Book.ChangeNumberAsync(People.Number(2), People.Number(1))).Outcome.ShouldBe(AddresseeOutcome.FormerNumber);
        (await Book.FindNumberAsync(one)).ShouldBe(People.Number(1));
        (await Book.FindNumberAsync(two)).ShouldBe(People.Number(3));
    }

    [SkippableFact]
    public async Task Of_two_changes_of_one_person_at_once_one_counts()
    {
        for (int round = 0; round < Rounds / 2; round++)
        {
            int first = 10 + (3 * round);
            AddresseeNumber addressee = await AddAsync(first);
            AddresseeResult[] both = await AtOnceAsync(2, side => Book.ChangeNumberAsync(People.Number(first), People.Number(first + 1 + side)));
            int winner = Array.FindIndex(both, result => result.Outcome == AddresseeOutcome.Changed);
            both[1 - winner].Outcome.ShouldBe(AddresseeOutcome.FormerNumber);
            (await Book.FindNumberAsync(addressee)).ShouldBe(People.Number(first + 1 + winner));
            (await Book.FindAsync(People.Number(first + 2 - winner))).Outcome.ShouldBe(AddresseeOutcome.Unknown);
        }
    }

    [SkippableFact]
    public async Task Disposed_key_and_empty_arguments_are_refused_without_a_digit()
    {
        Should.Throw<ArgumentNullException>(() => new AddresseeBook(null!, Cipher(City), _random));
        Should.Throw<ArgumentNullException>(() => new AddresseeBook(_store, null!, _random));
        Should.Throw<ArgumentNullException>(() => new AddresseeBook(_store, Cipher(City), null!));
        await Should.ThrowAsync<ArgumentException>(async () => await Book.GetOrAddAsync(default));
        await Should.ThrowAsync<ArgumentException>(async () => await Book.FindAsync(default));
        await Should.ThrowAsync<ArgumentException>(async () => await Book.ChangeNumberAsync(default, People.Number(1)));
        await Should.ThrowAsync<ArgumentException>(async () => await Book.ChangeNumberAsync(People.Number(1), default));
        ArgumentException same = await Should.ThrowAsync<ArgumentException>(async () => await Book.ChangeNumberAsync(People.Number(1), People.Number(1)));
        same.Message.ShouldNotContain(People.Number(1).Reveal());
        BodyCipher cipher = Cipher(City);
        cipher.Dispose();
        await Should.ThrowAsync<ObjectDisposedException>(async () => await new AddresseeBook(_store, cipher, _random).FindAsync(People.Number(1)));
    }

    [SkippableFact]
    public async Task Result_shows_no_digit()
    {
        AddresseeResult result = await Book.GetOrAddAsync(People.Number(1));
        result.ToString().ShouldNotContain(People.Number(1).Reveal());
        result.ToString().Any(char.IsAsciiDigit).ShouldBeFalse();
    }

    protected override void Open() => _store = Home is null ? new InMemoryBodyStore() : new SqlBodyStore(Home.Source, Home.Dialect);

    private AddresseeBook Open(MyNumber.Linkage.Agencies.AgencyId body) => new(_store, Cipher(body), _random);

    private async Task<AddresseeNumber> AddAsync(int person) => (await Book.GetOrAddAsync(People.Number(person))).Addressee;

    private async Task<IReadOnlyList<BodyRow>> RowsAsync()
    {
        List<BodyRow> rows = [];
        foreach (BodyTable table in Enum.GetValues<BodyTable>())
        {
            rows.AddRange(await _store.ListAsync(City, table, null, 1_000));
        }

        return rows;
    }
}
