using System.Security.Cryptography;
using MyNumber.IssuingHost;
using MyNumber.Numbering;
using MyNumber.Numbering.Issuing.Codes;

namespace MyNumber.ContractTests.Issuing;

/// <summary>What every memory of allotted codes promises. Each implementation runs all of it.</summary>
public abstract class AllottedCodesContract : StoreContract
{
    private static readonly LocalGovernmentCode _town = SyntheticRoll.Chiyoda;
    private static readonly LocalGovernmentCode _other = SyntheticRoll.Municipality("131024");

    private IAllottedCodes Allotted { get; set; } = null!;

    [SkippableFact]
    public async Task Nothing_is_left_where_nothing_was_allotted()
    {
        (await Allotted.CountAsync()).ShouldBe(0);
        (await Allotted.LeftAsync(_town)).ShouldBe(0);
        (await Allotted.DrawAsync(_town, Requests(0, 2))).ShouldAllBe(code => code.IsEmpty);
        (await Allotted.DrawAsync(_town, Requests(0, 0))).ShouldBeEmpty();
        (await Allotted.AddAsync(_town, default)).ShouldBe(0);
    }

    [SkippableFact]
    public async Task Code_is_designated_once_to_anybody()
    {
        (await Allotted.AddAsync(_town, Codes(0, 10))).ShouldBe(10);
        (await Allotted.AddAsync(_town, Codes(0, 10))).ShouldBe(0);
        (await Allotted.AddAsync(_other, Codes(5, 10))).ShouldBe(5);
        (await Allotted.CountAsync()).ShouldBe(15);
        ((await Allotted.LeftAsync(_town)), (await Allotted.LeftAsync(_other))).ShouldBe((10, 5));
        (await Allotted.DrawAsync(_other, Requests(0, 9))).Where(code => !code.IsEmpty).ShouldBe(Codes(10, 5), ignoreOrder: true);
    }

    [SkippableFact]
    public async Task Code_that_is_twice_in_a_bundle_counts_once()
    {
        (await Allotted.AddAsync(_town, new[] { Code(1), Code(2), Code(1), Code(1) })).ShouldBe(2);
        (await Allotted.LeftAsync(_town)).ShouldBe(2);
    }

    [SkippableFact]
    public async Task Code_that_was_drawn_is_not_designated_again()
    {
        await Allotted.AddAsync(_town, Codes(0, 1));
        await Allotted.DrawAsync(_town, Requests(0, 1));
        (await Allotted.AddAsync(_town, Codes(0, 1))).ShouldBe(0);
        (await Allotted.AddAsync(_other, Codes(0, 1))).ShouldBe(0);
        (await Allotted.DrawAsync(_town, Requests(1, 1)))[0].IsEmpty.ShouldBeTrue();
    }

    [SkippableFact]
    public async Task Every_code_is_drawn_once_over_several_bundles()
    {
        List<ResidentRecordCode> drawn = [];
        for (int bundle = 0; bundle < 5; bundle++)
        {
            await Allotted.AddAsync(_town, Codes(bundle * 100, 100));
            drawn.AddRange(await Allotted.DrawAsync(_town, Requests(bundle * 70, 70)));
        }

        (await Allotted.LeftAsync(_town)).ShouldBe(150);
        drawn.AddRange((await Allotted.DrawAsync(_town, Requests(350, 200))).TakeWhile(code => !code.IsEmpty));
        drawn.ShouldBe(Codes(0, 500), ignoreOrder: true);
        (await Allotted.CountAsync()).ShouldBe(500);
        await ShouldBeWholeAsync();
    }

    [SkippableFact]
    public async Task Order_of_drawing_is_not_the_order_of_the_bundle()
    {
        await Allotted.AddAsync(_town, Codes(0, 200));
        ResidentRecordCode[] drawn = [.. await Allotted.DrawAsync(_town, Requests(0, 200))];
        drawn.ShouldNotBe(Codes(0, 200));
        drawn.ShouldBe(Codes(0, 200), ignoreOrder: true);
    }

    [SkippableFact]
    public async Task Request_that_is_asked_again_gets_its_code_again()
    {
        await Allotted.AddAsync(_town, Codes(0, 10));
        await Allotted.AddAsync(_other, Codes(10, 10));
        IReadOnlyList<ResidentRecordCode> first = await Allotted.DrawAsync(_town, Requests(0, 4));
        (await Allotted.DrawAsync(_town, Requests(0, 4))).ShouldBe(first);
        (await Allotted.DrawAsync(_town, Requests(2, 4))).Take(2).ShouldBe(first.Skip(2));
        (await Allotted.LeftAsync(_town)).ShouldBe(4);
        (await Allotted.DrawAsync(_other, Requests(0, 4))).ShouldNotContain(code => first.Contains(code));
        (await Allotted.LeftAsync(_other)).ShouldBe(6);
    }

    [SkippableFact]
    public async Task Exhausted_pool_answers_as_far_as_it_goes_and_goes_on_after_a_further_bundle()
    {
        await Allotted.AddAsync(_town, Codes(0, 3));
        IReadOnlyList<ResidentRecordCode> drawn = await Allotted.DrawAsync(_town, Requests(0, 5));
        drawn.Select(code => code.IsEmpty).ShouldBe([false, false, false, true, true]);
        await Allotted.AddAsync(_town, Codes(3, 1));
        IReadOnlyList<ResidentRecordCode> again = await Allotted.DrawAsync(_town, Requests(0, 5));
        again.Take(3).ShouldBe(drawn.Take(3));
        again[3].ShouldBe(Code(3));
        again[4].IsEmpty.ShouldBeTrue();
    }

    [SkippableFact]
    public async Task Many_codes_are_drawn_in_one_call()
    {
        (await Allotted.AddAsync(_town, Codes(0, 3_000))).ShouldBe(3_000);
        (await Allotted.DrawAsync(_town, Requests(0, 2_500))).Distinct().Count().ShouldBe(2_500);
        (await Allotted.LeftAsync(_town)).ShouldBe(500);
        await ShouldBeWholeAsync();
    }

    [SkippableFact]
    public async Task Drawers_at_the_same_time_get_every_code_once()
    {
        await Allotted.AddAsync(_town, Codes(0, 200));
        IReadOnlyList<ResidentRecordCode>[] drawn = await AtOnceAsync(40, index => Allotted.DrawAsync(_town, Requests(index * 6, 6)));
        drawn.SelectMany(codes => codes).Where(code => !code.IsEmpty).ShouldBe(Codes(0, 200), ignoreOrder: true);
        (await Allotted.LeftAsync(_town)).ShouldBe(0);
        await ShouldBeWholeAsync();
    }

    [SkippableFact]
    public async Task Rivals_with_the_same_requests_get_the_same_codes()
    {
        await Allotted.AddAsync(_town, Codes(0, 50));
        IReadOnlyList<ResidentRecordCode>[] drawn = await AtOnceAsync(12, _ => Allotted.DrawAsync(_town, Requests(0, 5)));
        drawn.ShouldAllBe(codes => codes.SequenceEqual(drawn[0]));
        (await Allotted.LeftAsync(_town)).ShouldBe(45);
    }

    [SkippableFact]
    public async Task Rival_bundles_designate_each_code_once()
    {
        int[] added = await AtOnceAsync(12, index => Allotted.AddAsync(index % 2 == 0 ? _town : _other, Codes(index * 10, 100)));
        added.Sum().ShouldBe(210);
        (await Allotted.CountAsync()).ShouldBe(210);
        (await Allotted.LeftAsync(_town) + await Allotted.LeftAsync(_other)).ShouldBe(210);
        await ShouldBeWholeAsync();
    }

    [SkippableFact]
    public async Task Bundles_and_draws_at_the_same_time_lose_nothing()
    {
        IReadOnlyList<ResidentRecordCode>[] drawn = await AtOnceAsync(24, async index =>
        {
            await Allotted.AddAsync(_town, Codes(index * 10, 10));
            return await Allotted.DrawAsync(_town, Requests(index * 10, 10));
        });
        drawn.SelectMany(codes => codes).ShouldBe(Codes(0, 240), ignoreOrder: true);
        await ShouldBeWholeAsync();
    }

    [SkippableFact]
    public async Task Stopped_call_does_nothing()
    {
        await Allotted.AddAsync(_town, Codes(0, 3));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Allotted.AddAsync(_town, Codes(3, 3), Stopped));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Allotted.DrawAsync(_town, Requests(0, 3), Stopped));
        ((await Allotted.CountAsync()), (await Allotted.LeftAsync(_town))).ShouldBe((3, 3));
    }

    [SkippableFact]
    public async Task Wrong_parameters_are_errors_without_digits()
    {
        ArgumentException[] errors =
        [
            await Should.ThrowAsync<ArgumentException>(async () => await Allotted.AddAsync(default, Codes(0, 1))),
            await Should.ThrowAsync<ArgumentException>(async () => await Allotted.AddAsync(_town, new[] { Code(1), default })),
            await Should.ThrowAsync<ArgumentException>(async () => await Allotted.DrawAsync(default, Requests(0, 1))),
            await Should.ThrowAsync<ArgumentException>(async () => await Allotted.DrawAsync(_town, new[] { Guid.Empty })),
            await Should.ThrowAsync<ArgumentException>(async () => await Allotted.DrawAsync(_town, new[] { Issues.Request(1), Issues.Request(1) })),
            await Should.ThrowAsync<ArgumentException>(async () => await Allotted.LeftAsync(default)),
        ];
        errors.ShouldAllBe(error => !error.Message.Any(char.IsAsciiDigit));
        (await Allotted.CountAsync()).ShouldBe(0);
    }

    protected override void Open() => Allotted = Home is null ? new InMemoryAllottedCodes(RandomNumberGenerator.Create()) : Home.Allotted;

    private static ResidentRecordCode Code(int place) => SyntheticRoll.CodeAt(place);

    private static ResidentRecordCode[] Codes(int first, int count) => [.. Enumerable.Range(first, count).Select(Code)];

    private static Guid[] Requests(int first, int count) => [.. Enumerable.Range(first, count).Select(Issues.Request)];

    private async Task ShouldBeWholeAsync()
    {
        if (Home is not null)
        {
            await Pools.ShouldBeWholeAsync(Home);
        }
    }
}
