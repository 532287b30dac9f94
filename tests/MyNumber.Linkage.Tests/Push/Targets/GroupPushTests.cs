using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Portal.Accounts;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Push;
using MyNumber.Linkage.Push.Targets;
using MyNumber.Linkage.Tests.Agencies;
using MyNumber.Linkage.Tests.Permission;
using MyNumber.Linkage.Tests.Portal;

namespace MyNumber.Linkage.Tests.Push.Targets;

/// <summary>A notice to a group: whom it is for, the count before, and one by one through crashes.</summary>
public sealed class GroupPushTests : IAsyncLifetime
{
    private static readonly ItemSetId _resident = new("resident");
    private static readonly ItemId _birth = new("birth");
    private static readonly ItemId _area = new("area");
    private static readonly ItemId _income = new("income");
    private static readonly DateOnly _day = new(2026, 4, 1);

    private PortalWorld _world = null!;

    private PortalSide Side => _world.Side;

    private GroupPushDesk Desk => field ??= new GroupPushDesk(_world.City.Parts, Side.CitySending);

    public async Task InitializeAsync()
    {
        _world = await PortalWorld.StartAsync();
        (int Person, string Birth, string Area, string Income)[] people =
        [
            (1, "2020-04-01", "131016", "100"), (2, "2011-04-02", "131016", "200"), (3, "2011-04-01", "131024", "300"),
            (4, "2026-04-02", "131016", "x"), (5, "1990-01-01", "271004", "-5"), (6, "not a date", "131016", "400"),
        ];
        foreach ((int person, string birth, string area, string income) in people)
        {
            await _world.KnowAsync(person, _world.City);
            await _world.City.Space.PutAsync([PortalWorld.Replica(person, _resident, ("birth", birth), ("area", area), ("income", income))]);
            await Side.LoginAsync(person);
        }

        await _world.KnowAsync(7, _world.City);
    }

    public Task DisposeAsync()
    {
        _world.Dispose();
        return Task.CompletedTask;
    }

    public static TheoryData<string, TargetCondition, long[]> Conditions => new()
    {
        { "age 0 to 14: a birthday today counts, tomorrow's does not, and who is not born yet has no age", TargetCondition.Age(_resident, _birth, 0, 14), [1, 2] },
        { "age 15 on the birthday", TargetCondition.Age(_resident, _birth, 15, 15), [3] },
        { "age 6 on the birthday", TargetCondition.Age(_resident, _birth, 6, 6), [1] },
        { "area", TargetCondition.Area(_resident, _area, "13"), [1, 2, 3, 4, 6] },
        { "one district", TargetCondition.Area(_resident, _area, "131024"), [3] },
        { "number with bounds", TargetCondition.Number(_resident, _income, 200, 300), [2, 3] },
        { "negative number", TargetCondition.Number(_resident, _income, -9, -1), [5] },
        { "equal", TargetCondition.Is(_resident, _income, "x"), [4] },
        { "not equal", TargetCondition.IsNot(_resident, _area, "131016"), [3, 5] },
        { "item that nobody has", TargetCondition.Is(_resident, new ItemId("else"), string.Empty), [] },
        { "set that nobody has", TargetCondition.IsNot(Rules.School, _income, "1"), [] },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Condition_selects(string row, TargetCondition condition, long[] people) => (await SelectAsync(condition)).ShouldBe(people, row);

    [Theory]
    [InlineData("28 February", 2, 28, 13)]
    [InlineData("1 March", 3, 1, 14)]
    public async Task Leap_day_child_grows_older_on_the_first_of_March(string row, int month, int day, int age)
    {
        await _world.City.Space.PutAsync([PortalWorld.Replica(1, _resident, ("birth", "2012-02-29")) with { AsOf = Bodies.Now }]);
        TargetQuery query = new([TargetCondition.Age(_resident, _birth, age, age)], new DateOnly(2026, month, day));
        (await new TargetSelector(_world.City.Parts).PreviewAsync(query)).Matched.ShouldBeGreaterThanOrEqualTo(1, row);
        (await IdsAsync(query)).ShouldContain(1, row);
    }

    [Fact]
    public async Task Preview_explains_its_count_and_sends_nothing()
    {
        TargetQuery query = new([TargetCondition.Area(_resident, _area, "13"), TargetCondition.Age(_resident, _birth, 0, 14)], _day);
        TargetPreview preview = await new TargetSelector(_world.City.Parts).PreviewAsync(query);
        (preview.Examined, preview.Matched).ShouldBe((7, 2));
        preview.Steps.Select(step => (step.Met, step.NotMet, step.NoData)).ShouldBe([(5, 1, 1), (2, 1, 2)]);
        preview.Steps[1].Condition.ToString().ShouldBe("resident/birth age 0..14");
        Side.CityLine.Sent.ShouldBe(0);
    }

    [Fact]
    public async Task Everybody_selected_gets_the_notice_once_and_nobody_else()
    {
        (await Desk.PrepareAsync(_world.Clerk, Order)).ShouldBe(5);
        GroupPushProgress progress = (await Desk.SendAsync(_world.Clerk, Order, 100))!;
        (progress.IsDone, progress.Outcomes[DeliveryOutcome.Delivered]).ShouldBe((true, 5));
        await Desk.SendAsync(_world.Clerk, Order, 100);
        (await CountsAsync()).ShouldBe([1, 1, 1, 1, 0, 1]);
    }

    [Theory]
    [InlineData("the first", 1)]
    [InlineData("the third", 3)]
    [InlineData("the last", 5)]
    public async Task Death_during_sending_loses_and_doubles_nothing(string row, int diesAt)
    {
        await Desk.PrepareAsync(_world.Clerk, Order);
        Side.CityLine.DiesAt = diesAt;
        await Should.ThrowAsync<InvalidOperationException>(async () => await Desk.SendAsync(_world.Clerk, Order, 100));
        GroupPushDesk after = new(_world.City.Parts, new DeliverySender(_world.City.Parts, Side.CityLine));
        (await after.ReadProgressAsync(Order.Id)).Left.ShouldBe(6 - diesAt, row);
        (await after.SendAsync(_world.Clerk, Order, 100))!.IsDone.ShouldBeTrue(row);
        (await CountsAsync()).ShouldBe([1, 1, 1, 1, 0, 1], row);
    }

    [Fact]
    public async Task Preparing_again_keeps_whom_it_has_and_sending_goes_in_parts()
    {
        await Desk.PrepareAsync(_world.Clerk, Order);
        (await Desk.PrepareAsync(_world.Clerk, Order)).ShouldBe(5);
        (await Desk.SendAsync(_world.Clerk, Order, 2))!.Left.ShouldBe(3);
        (await Desk.SendAsync(_world.Clerk, Order, 2))!.Left.ShouldBe(1);
        (await Desk.SendAsync(_world.Clerk, Order, 2))!.Left.ShouldBe(0);
    }

    [Fact]
    public async Task Who_cannot_be_reached_is_counted_by_reason()
    {
        await Side.Accounts.SetStateAsync(await Side.LoginAsync(1), AccountState.Restricted);
        await Side.Accounts.SetStateAsync(await Side.LoginAsync(2), AccountState.Closed);
        await Desk.PrepareAsync(_world.Clerk, Order);
        GroupPushProgress progress = (await Desk.SendAsync(_world.Clerk, Order, 100))!;
        (progress.Outcomes[DeliveryOutcome.Restricted], progress.Outcomes[DeliveryOutcome.NoAccount], progress.Outcomes[DeliveryOutcome.Delivered]).ShouldBe((1, 1, 3));
    }

    [Fact]
    public async Task Operator_of_another_affair_prepares_and_sends_nothing()
    {
        Operator other = new(new OperatorId("clerk-9"), Bodies.City, [Rules.Relief], Bodies.Open);
        (await Desk.PrepareAsync(other, Order)).ShouldBe(-1);
        (await Desk.SendAsync(other, Order, 9)).ShouldBeNull();
        (await Desk.ReadProgressAsync(Order.Id)).People.ShouldBe(0);
    }

    [Fact]
    public async Task Those_who_wait_hold_up_nobody_in_a_small_step()
    {
        await Desk.PrepareAsync(_world.Clerk, Order);
        Side.InboxLine.IsDown = true;
        (await Desk.SendAsync(_world.Clerk, Order, 2))!.Left.ShouldBe(5);
        Side.InboxLine.IsDown = false;
        (await Desk.SendAsync(_world.Clerk, Order, 2))!.Left.ShouldBe(3);
        Side.InboxLine.IsDown = true;
        (await Desk.SendAsync(_world.Clerk, Order, 1))!.Left.ShouldBe(3);
        Side.InboxLine.IsDown = false;
        (await Desk.SendAsync(_world.Clerk, Order, 2))!.Left.ShouldBe(1);
        (await CountsAsync()).Sum().ShouldBe(4);
        (await Desk.SendAsync(_world.Clerk, Order, 1))!.IsDone.ShouldBeTrue();
        (await CountsAsync()).ShouldBe([1, 1, 1, 1, 0, 1]);
    }

    [Fact]
    public async Task Group_of_one_affair_is_not_sent_something_of_another()
    {
        Operator both = new(new OperatorId("clerk-8"), Bodies.City, [Rules.Allowance, Rules.Relief], Bodies.Open);
        Side.DeliveryRules = [PortalSide.Notices, PortalSide.Notices with { Id = new RuleId("d-relief"), Affair = Rules.Relief }];
        await Desk.PrepareAsync(_world.Clerk, Order);
        GroupPushOrder[] others =
        [
            Order with { Affair = Rules.Relief }, Order with { Content = new NoticeContent("別件", "別件") }, Order with { Procedure = default }, Order with { Receiver = Bodies.City },
            Order with { ExpiresAt = Bodies.Now.AddDays(90) },
        ];
        foreach (GroupPushOrder other in others)
        {
            (await Desk.SendAsync(both, other, 9)).ShouldBeNull();
            (await Desk.PrepareAsync(both, other)).ShouldBe(-1);
        }

        Side.CityLine.Sent.ShouldBe(0);
        (await Desk.SendAsync(both, Order with { Id = DeliveryId.Create(Bodies.Now) }, 9)).ShouldBeNull();
        (await Desk.SendAsync(both, Order, 9))!.IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Query_without_conditions_and_bounds_the_wrong_way_are_refused()
    {
        await Should.ThrowAsync<ArgumentException>(async () => await new TargetSelector(_world.City.Parts).PreviewAsync(new TargetQuery([], _day)));
        await Should.ThrowAsync<ArgumentException>(async () => await Desk.PrepareAsync(_world.Clerk, Order with { Query = new TargetQuery([], _day) }));
        Should.Throw<ArgumentException>(() => TargetCondition.Age(_resident, _birth, 15, 14));
        Should.Throw<ArgumentException>(() => TargetCondition.Area(_resident, _area, string.Empty));
        Should.Throw<ArgumentException>(() => TargetCondition.Is(default, _area, "1"));
    }

    private static GroupPushOrder Order { get; } = new()
    {
        Id = new DeliveryId(new Guid("01900000-0000-7000-8000-000000000001")), Query = new TargetQuery([TargetCondition.Area(_resident, _area, "13")], _day), Receiver = Bodies.Portal,
        Affair = Rules.Allowance, Procedure = Rules.Grant, Content = new NoticeContent("予防接種", "対象の方へ"), ExpiresAt = Bodies.Now.AddDays(30),
    };

    private async Task<long[]> SelectAsync(TargetCondition condition) => await IdsAsync(new TargetQuery([condition], _day));

    private async Task<long[]> IdsAsync(TargetQuery query)
    {
        List<long> found = [];
        await foreach (AddresseeNumber person in new TargetSelector(_world.City.Parts).SelectAsync(query))
        {
            found.Add(person.Reveal());
        }

        return [.. found.Order()];
    }

    private async Task<int[]> CountsAsync()
    {
        List<int> counts = [];
        for (int person = 1; person <= 6; person++)
        {
            counts.Add((await Side.Inbox.ListAsync(PortalCaller.Self(await Side.LoginAsync(person)), 0, 50)).Count);
        }

        return [.. counts];
    }
}
