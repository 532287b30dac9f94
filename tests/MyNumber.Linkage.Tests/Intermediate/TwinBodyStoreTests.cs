using MyNumber.Linkage.Intermediate;
using static MyNumber.Linkage.Tests.Intermediate.Spaces;

namespace MyNumber.Linkage.Tests.Intermediate;

public sealed class TwinBodyStoreTests
{
    private readonly FlakyBodyStore _east = new();
    private readonly FlakyBodyStore _west = new();

    [Fact]
    public async Task Both_sites_have_every_row_and_owe_nothing()
    {
        TwinBodyStore twin = new(_east, _west);
        await Open(twin, City).TieAsync(Addressee(1), Code(1));
        (await ContentAsync(_east)).ShouldBe(await ContentAsync(_west));
        (await ContentAsync(_east)).Count.ShouldBe(2);
        (await _east.ListAsync(City, BodyTable.Owed, null, 10)).ShouldBeEmpty();
        (twin.First, twin.Second).ShouldBe((SiteState.Current, SiteState.Current));
    }

    [Theory]
    [InlineData("east fails", true)]
    [InlineData("west fails", false)]
    public async Task Site_that_fails_is_passed_over_and_catches_up(string description, bool isEast)
    {
        TwinBodyStore twin = new(_east, _west);
        BodySpace space = Open(twin, City);
        await space.PutAsync([Replica(1, June, "1")]);
        FlakyBodyStore failing = isEast ? _east : _west;
        failing.IsDown = true;
        (await space.PutAsync([Replica(1, June.AddDays(1), "2"), Replica(2, June, "3")])).ShouldBe(2, description);
        (await space.RemoveReplicaAsync(Addressee(2), Income)).ShouldBeTrue(description);
        failing.IsDown = false;
        (await space.FindReplicaAsync(Addressee(1), Income))!.Payload.Items[0].Value.ShouldBe("2", description);
        (isEast ? twin.First : twin.Second).ShouldBe(SiteState.Behind, description);

        (await twin.CatchUpAsync([City])).ShouldBeGreaterThan(0, description);
        (twin.First, twin.Second).ShouldBe((SiteState.Current, SiteState.Current), description);
        (await ContentAsync(_east)).ShouldBe(await ContentAsync(_west), description);
        (await _east.ListAsync(City, BodyTable.Owed, null, 10)).ShouldBeEmpty();
        (await _west.ListAsync(City, BodyTable.Owed, null, 10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reading_goes_on_when_the_preferred_site_fails()
    {
        BodySpace space = Open(new TwinBodyStore(_east, _west), City);
        await space.TieAsync(Addressee(1), Code(1));
        _east.IsDown = true;
        (await space.FindCodeAsync(Addressee(1))).ShouldBe(Code(1));
    }

    [Fact]
    public async Task Both_sites_down_is_an_error_and_not_an_empty_answer()
    {
        BodySpace space = Open(new TwinBodyStore(_east, _west), City);
        _east.IsDown = _west.IsDown = true;
        await Should.ThrowAsync<IOException>(async () => await space.FindCodeAsync(Addressee(1)));
        await Should.ThrowAsync<IOException>(async () => await space.TieAsync(Addressee(1), Code(1)));
    }

    [Fact]
    public async Task Debt_outlives_the_process()
    {
        _west.IsDown = true;
        await Open(new TwinBodyStore(_east, _west), City).PutAsync([Replica(1, June)]);
        _west.IsDown = false;

        TwinBodyStore restarted = new(_east, _west);
        await restarted.InspectAsync([City, Town]);
        restarted.Second.ShouldBe(SiteState.Behind);
        await restarted.CatchUpAsync([City, Town]);
        (await ContentAsync(_east)).ShouldBe(await ContentAsync(_west));
    }

    [Fact]
    public async Task Change_that_was_cut_between_the_sites_is_still_owed()
    {
        _west.DiesAtNextChange = true;
        await Should.ThrowAsync<InvalidOperationException>(async () => await Open(new TwinBodyStore(_east, _west), City).PutAsync([Replica(1, June)]));

        TwinBodyStore restarted = new(_east, _west);
        await restarted.InspectAsync([City]);
        restarted.Second.ShouldBe(SiteState.Behind);
        await restarted.CatchUpAsync([City]);
        (await ContentAsync(_west)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("seed 1", 1)]
    [InlineData("seed 2", 2)]
    [InlineData("seed 3", 3)]
    public async Task Sites_that_fail_at_random_agree_with_a_store_that_never_fails(string description, int seed)
    {
        Random random = new(seed);
        InMemoryBodyStore model = new();
        TwinBodyStore twin = new(_east, _west);
        for (int step = 0; step < 2_000; step++)
        {
            bool isWhole = twin.First == SiteState.Current && twin.Second == SiteState.Current;
            (_east.IsDown, _west.IsDown) = isWhole ? (random.Next(20) == 0, false) : (_east.IsDown, _west.IsDown);
            _west.IsDown |= isWhole && !_east.IsDown && random.Next(20) == 0;
            if (!isWhole && random.Next(10) == 0)
            {
                (_east.IsDown, _west.IsDown) = (false, false);
                await twin.CatchUpAsync([City]);
            }

            BodyRow row = new(new BodyRowKey(BodyTable.Replica, (UInt128)random.Next(12)), random.Next(100), new byte[] { (byte)random.Next(256) });
            BodyRowKey gone = new(BodyTable.Replica, (UInt128)random.Next(12));
            if (random.Next(2) == 0)
            {
                (await twin.WriteAsync(City, [row])).ShouldBe(await model.WriteAsync(City, [row]), description);
            }
            else
            {
                (await twin.TryExchangeAsync(City, [gone], [row])).ShouldBe(await model.TryExchangeAsync(City, [gone], [row]), description);
            }
        }

        (_east.IsDown, _west.IsDown) = (false, false);
        await twin.CatchUpAsync([City]);
        IReadOnlyList<string> expected = await ContentAsync(model);
        (await ContentAsync(_east)).ShouldBe(expected, description);
        (await ContentAsync(_west)).ShouldBe(expected, description);
    }

    private static async Task<IReadOnlyList<string>> ContentAsync(IBodyStore store)
    {
        List<string> rows = [];
        foreach (BodyTable table in new[] { BodyTable.AddresseeByCode, BodyTable.CodeByAddressee, BodyTable.Replica })
        {
            rows.AddRange((await store.ListAsync(City, table, null, 100)).Select(row => $"{row.Key} {row.Version} {Convert.ToHexString(row.Sealed.Span)}"));
        }

        return rows;
    }
}
