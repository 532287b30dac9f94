using MyNumber.Jpki.AspNetCore.Hosting;
using MyNumber.Jpki.AspNetCore.Tests.Status;

namespace MyNumber.Jpki.AspNetCore.Tests.Hosting;

public sealed class RestartedLoopTests : IDisposable
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly SkippingClock _clock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<TimeSpan> _waits = [];
    private int _runs;

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task What_ends_soon_begins_again_after_waits_that_double_to_the_longest()
    {
        await RunAsync(() => StopAt(6));
        _waits.ShouldBe([First, First * 2, First * 4, Longest, Longest]);
    }

    [Fact]
    public async Task Waits_begin_anew_after_it_ran_for_long()
    {
        await RunAsync(() =>
        {
            _clock.Skip(_runs == 2 ? Longest * 2 : TimeSpan.Zero);
            StopAt(5);
        });
        _waits.ShouldBe([First, First * 2, First, First * 2]);
    }

    [Fact]
    public async Task A_report_that_throws_ends_nothing()
    {
        await RunAsync(() => StopAt(3), (_, _) => throw new InvalidOperationException());
        _runs.ShouldBe(3);
    }

    [Fact]
    public async Task Stopping_ends_it_without_a_report()
    {
        await RunAsync(() => StopAt(1));
        _waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cancellation_of_the_bodys_own_is_an_end_like_others()
    {
        await RunAsync(() =>
        {
            StopAt(2);
            throw new OperationCanceledException();
        });
        _waits.ShouldBe([First]);
    }

    [Fact]
    public async Task A_loop_that_was_stopped_before_does_not_begin()
    {
        await _stop.CancelAsync();
        await RunAsync(() => _runs++);
        _runs.ShouldBe(0);
    }

    private void StopAt(int run)
    {
        if (++_runs == run)
        {
            _stop.Cancel();
        }
    }

    private Task RunAsync(Action body, Action<Exception, TimeSpan>? report = null) => new RestartedLoop(First, Longest, _clock).RunAsync(
        _ =>
        {
            body();
            throw new InvalidOperationException();
        },
        report ?? ((_, wait) => _waits.Add(wait)),
        _stop.Token).WaitAsync(TimeSpan.FromSeconds(60));
}
