namespace MyNumber.Testing.Tests;

public sealed class ManualTimeProviderTests
{
    private static readonly DateTimeOffset Start = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly ManualTimeProvider _clock = new(Start);
    private readonly List<string> _fired = [];

    [Fact]
    public void Delay_ends_when_its_time_has_come_and_not_before()
    {
        Task delay = Task.Delay(10 * Second, _clock);
        _clock.Advance((10 * Second) - TimeSpan.FromTicks(1));
        delay.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromTicks(1));
        delay.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public void Cancelled_delay_is_not_ended_by_the_clock()
    {
        using CancellationTokenSource source = new();
        Task delay = Task.Delay(10 * Second, _clock, source.Token);
        source.Cancel();
        _clock.Advance(20 * Second);
        delay.IsCanceled.ShouldBeTrue();
    }

    [Theory]
    [InlineData("advanced", false)]
    [InlineData("set", true)]
    public void Token_is_cancelled_inside_the_move(string description, bool set)
    {
        using CancellationTokenSource source = new(5 * Second, _clock);
        Move(4 * Second, set);
        source.IsCancellationRequested.ShouldBeFalse(description);
        Move(Second, set);
        source.IsCancellationRequested.ShouldBeTrue(description);
    }

    [Fact]
    public void Later_deadline_replaces_the_earlier_one()
    {
        using CancellationTokenSource source = new(5 * Second, _clock);
        source.CancelAfter(10 * Second);
        _clock.Advance(9 * Second);
        source.IsCancellationRequested.ShouldBeFalse();
        _clock.Advance(Second);
        source.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public async Task Periodic_timer_ticks_once_for_each_period()
    {
        using PeriodicTimer timer = new(Second, _clock);
        for (int tick = 0; tick < 3; tick++)
        {
            ValueTask<bool> next = timer.WaitForNextTickAsync();
            next.IsCompleted.ShouldBeFalse();
            _clock.Advance(Second);
            (await next).ShouldBeTrue();
        }

        ValueTask<bool> last = timer.WaitForNextTickAsync();
        timer.Dispose();
        (await last).ShouldBeFalse();
    }

    [Fact]
    public void Timers_fire_in_the_order_of_their_time_each_at_its_instant_on_the_moving_thread()
    {
        int thread = Environment.CurrentManagedThreadId;
        using ITimer late = Record("late", 3 * Second, Timeout.InfiniteTimeSpan);
        using ITimer early = Record("early", Second, Timeout.InfiniteTimeSpan);
        using ITimer again = Record("again", 2 * Second, 2 * Second);
        using ITimer here = _clock.CreateTimer(_ => Environment.CurrentManagedThreadId.ShouldBe(thread), null, Second, Second);
        _clock.Advance(4 * Second);
        _fired.ShouldBe(["early 1", "again 2", "late 3", "again 4"]);
        _clock.GetUtcNow().ShouldBe(Start + (4 * Second));
    }

    [Fact]
    public void Timers_of_one_instant_fire_in_the_order_of_their_making()
    {
        using ITimer first = Record("first", Second, Timeout.InfiniteTimeSpan);
        using ITimer second = Record("second", Second, Timeout.InfiniteTimeSpan);
        _clock.Advance(Second);
        _fired.ShouldBe(["first 1", "second 1"]);
    }

    [Fact]
    public void Timer_that_is_due_at_once_waits_for_the_next_move()
    {
        using ITimer timer = Record("now", TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        _fired.ShouldBeEmpty();
        _clock.Advance(TimeSpan.Zero);
        _fired.ShouldBe(["now 0"]);
    }

    [Fact]
    public void Changed_and_disposed_timers_do_what_was_said_last()
    {
        using ITimer stopped = Record("stopped", Second, Second), moved = Record("moved", Second, Timeout.InfiniteTimeSpan);
        ITimer disposed = Record("disposed", Second, Second);
        stopped.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan).ShouldBeTrue();
        moved.Change(2 * Second, TimeSpan.Zero).ShouldBeTrue();
        disposed.Dispose();
        disposed.Change(Second, Second).ShouldBeFalse();
        _clock.Advance(9 * Second);
        _fired.ShouldBe(["moved 2"]);
    }

    [Fact]
    public void Timer_that_a_callback_makes_fires_in_the_same_move()
    {
        List<ITimer> made = [];
        made.Add(_clock.CreateTimer(_ => made.Add(Record("inner", Second, Timeout.InfiniteTimeSpan)), null, Second, Timeout.InfiniteTimeSpan));
        _clock.Advance(2 * Second);
        _fired.ShouldBe(["inner 2"]);
        made.ForEach(timer => timer.Dispose());
    }

    [Fact]
    public void Callback_that_moves_the_clock_is_not_taken_back()
    {
        using ITimer timer = _clock.CreateTimer(_ => _clock.Advance(10 * Second), null, Second, Timeout.InfiniteTimeSpan);
        _clock.Advance(2 * Second);
        _clock.GetUtcNow().ShouldBe(Start + (11 * Second));
    }

    [Fact]
    public void What_a_callback_throws_leaves_the_move_and_the_clock_stays_there()
    {
        using ITimer timer = _clock.CreateTimer(_ => throw new InvalidOperationException(), null, Second, Timeout.InfiniteTimeSpan);
        Should.Throw<InvalidOperationException>(() => _clock.Advance(5 * Second));
        _clock.GetUtcNow().ShouldBe(Start + Second);
    }

    [Fact]
    public void Setting_back_moves_what_is_shown_and_neither_the_timestamp_nor_a_timer()
    {
        using ITimer timer = Record("timer", 10 * Second, Timeout.InfiniteTimeSpan);
        _clock.Advance(4 * Second);
        long before = _clock.GetTimestamp();
        _clock.Set(Start - TimeSpan.FromDays(1));
        _clock.GetUtcNow().ShouldBe(Start - TimeSpan.FromDays(1));
        _clock.GetTimestamp().ShouldBe(before);
        _clock.Advance(6 * Second);
        _fired.Count.ShouldBe(1);
        _clock.GetElapsedTime(before).ShouldBe(6 * Second);
    }

    [Fact]
    public void Local_time_is_universal_time()
    {
        _clock.LocalTimeZone.ShouldBe(TimeZoneInfo.Utc);
        _clock.GetLocalNow().Offset.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("negative", -2)]
    [InlineData("longer than a timer waits", 4294967295)]
    public void Wait_that_no_timer_has_is_refused(string description, long milliseconds)
    {
        TimeSpan wait = TimeSpan.FromMilliseconds(milliseconds);
        Should.Throw<ArgumentOutOfRangeException>(() => _clock.CreateTimer(_ => { }, null, wait, Second), description);
        Should.Throw<ArgumentOutOfRangeException>(() => _clock.CreateTimer(_ => { }, null, Second, wait), description);
    }

    [Fact]
    public void Step_backwards_or_beyond_the_calendar_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => _clock.Advance(-Second));
        Should.Throw<ArgumentOutOfRangeException>(() => _clock.Advance(TimeSpan.MaxValue));
        _clock.GetUtcNow().ShouldBe(Start);
    }

    private ITimer Record(string name, TimeSpan dueTime, TimeSpan period) =>
        _clock.CreateTimer(_ => _fired.Add($"{name} {(_clock.GetUtcNow() - Start).TotalSeconds:0}"), null, dueTime, period);

    private void Move(TimeSpan step, bool set)
    {
        if (set)
        {
            _clock.Set(_clock.GetUtcNow() + step);
        }
        else
        {
            _clock.Advance(step);
        }
    }
}
