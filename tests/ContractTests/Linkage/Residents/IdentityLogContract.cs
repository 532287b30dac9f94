using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Residents;
using MyNumber.Linkage.Storage.Residents;

namespace MyNumber.ContractTests.Linkage.Residents;

/// <summary>What every log of identity information promises. Each implementation runs all of it.</summary>
public abstract class IdentityLogContract : SqlContract
{
    private static readonly DateTimeOffset _start = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid _one = new("11111111-2222-4333-8444-555555555555");
    private static readonly Guid _other = new("99999999-2222-4333-8444-555555555555");

    private IIdentityLog Log { get; set; } = null!;

    [SkippableFact]
    public async Task Every_field_comes_back_as_it_was_noted()
    {
        IdentityEntry[] noted =
        [
            Entry(0, _one),
            Entry(0, Guid.Empty) with { Operator = new OperatorId("clerk-8"), Rule = default, Items = IdentityItems.Change | IdentityItems.ResidentRecordCode, Outcome = IdentityOutcome.UnknownAgency },
            Entry(0, Guid.Empty) with { Agency = new AgencyId(AgencyId.MaxValue), Affair = new AffairId("other"), Outcome = IdentityOutcome.NoRule },
        ];
        await Log.AppendAsync(noted);
        (await AllAsync()).Select(note => note.Entry).ShouldBe(noted);
        (await AllAsync()).Select(note => note.Place.Number).ShouldBe([0, 1, 2]);
        (await AllAsync()).Select(note => note.Place.Request).Distinct().Count().ShouldBe(1);
    }

    [SkippableFact]
    public async Task Later_requests_come_behind_earlier_ones_and_in_pages()
    {
        foreach (int second in new[] { 2, 0, 1 })
        {
            await Log.AppendAsync([Entry(second, _one), Entry(second, _other)]);
        }

        IReadOnlyList<NotedIdentity> first = await Log.ReadAsync(null, null, 3);
        first.Select(note => Second(note)).ShouldBe([0, 0, 1]);
        (await Log.ReadAsync(null, first[^1].Place, 9)).Select(note => Second(note)).ShouldBe([1, 2, 2]);
        (await Log.ReadAsync(null, (await AllAsync())[^1].Place, 9)).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Person_is_shown_the_notes_of_the_own_information_alone()
    {
        await Log.AppendAsync([Entry(0, _one), Entry(0, _other), Entry(0, Guid.Empty)]);
        await Log.AppendAsync([Entry(1, _one)]);
        IReadOnlyList<NotedIdentity> mine = await Log.ReadAsync(_one, null, 9);
        mine.Select(note => (Second(note), note.Entry.Person)).ShouldBe([(0, _one), (1, _one)]);
        (await Log.ReadAsync(_one, mine[0].Place, 9)).ShouldHaveSingleItem().ShouldBe(mine[1]);
        (await Log.ReadAsync(new Guid("77777777-2222-4333-8444-555555555555"), null, 9)).ShouldBeEmpty();
        (await Log.ReadAsync(Guid.Empty, null, 9)).ShouldBeEmpty("nobody has the empty handle");
    }

    [SkippableFact]
    public async Task Same_notes_twice_are_two_requests()
    {
        IdentityEntry[] noted = [Entry(0, _one)];
        await Log.AppendAsync(noted);
        await Log.AppendAsync(noted);
        await Log.AppendAsync([]);
        (await AllAsync()).Select(note => note.Place.Request).Distinct().Count().ShouldBe(2);
    }

    [SkippableFact]
    public async Task Impossible_calls_are_refused_and_note_nothing()
    {
        await Should.ThrowAsync<ArgumentNullException>(async () => await Log.AppendAsync(null!));
        await Should.ThrowAsync<ArgumentNullException>(async () => await Log.AppendAsync([Entry(0, _one), null!]));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await Log.ReadAsync(null, null, 0));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Log.AppendAsync([Entry(0, _one)], Stopped));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Log.ReadAsync(null, null, 1, Stopped));
        (await AllAsync()).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Request_of_the_most_questions_is_noted_whole_and_a_broken_one_not_at_all()
    {
        IdentityEntry[] most = [.. Enumerable.Range(0, IdentityRequest.MostQuestions).Select(_ => Entry(0, _one))];
        await BreakOffAsync("identity_note", async () => await Log.AppendAsync(most), _one.ToByteArray(bigEndian: true));
        (await Log.ReadAsync(null, null, 1)).ShouldBeEmpty();
        await Log.AppendAsync(most);
        (await Log.ReadAsync(null, null, 20_000)).Select(note => note.Place.Number).ShouldBe(Enumerable.Range(0, IdentityRequest.MostQuestions));
    }

    [SkippableFact]
    public async Task Rivals_lose_no_note()
    {
        await AtOnceAsync(async rival =>
        {
            await Log.AppendAsync([Entry(rival, _one), Entry(rival, _other)]);
            return true;
        });
        (await AllAsync()).Count.ShouldBe(2 * Rivals);
    }

    protected override async Task OpenAsync()
    {
        if (Home is null)
        {
            Log = new InMemoryIdentityLog();
            return;
        }

        SqlIdentityLog log = new(Home.Source, Home.Dialect);
        await log.CreateTablesAsync();
        await log.CreateTablesAsync();
        Log = log;
    }

    private async Task<IReadOnlyList<NotedIdentity>> AllAsync() => await Log.ReadAsync(null, null, 999);

    private static int Second(NotedIdentity note) => (int)(note.Entry.At - _start).TotalSeconds;

    private static IdentityEntry Entry(int second, Guid person) => new()
    {
        At = _start.AddSeconds(second), Agency = new AgencyId(301), Operator = new OperatorId("clerk-7"), Affair = new AffairId("pension"), Items = IdentityItems.FourAttributes,
        Outcome = person == Guid.Empty ? IdentityOutcome.NotFound : IdentityOutcome.Provided, Rule = new RuleId("r-1"), Person = person,
    };
}
