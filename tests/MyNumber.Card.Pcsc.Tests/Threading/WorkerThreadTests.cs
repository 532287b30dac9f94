using MyNumber.Card.Pcsc.Threading;

namespace MyNumber.Card.Pcsc.Tests.Threading;

public sealed class WorkerThreadTests
{
    [Fact]
    public async Task Work_is_done_in_order_on_one_thread()
    {
        WorkerThread thread = new("worker");
        List<int> order = [];
        Task<int>[] calls = [.. Enumerable.Range(0, 100).Select(number => Call(thread, () =>
        {
            order.Add(number);
            return Environment.CurrentManagedThreadId;
        }))];
        (await Task.WhenAll(calls).Soon()).Distinct().Count().ShouldBe(1);
        order.ShouldBe(Enumerable.Range(0, 100));
        thread.Close();
    }

    [Fact]
    public async Task Exception_reaches_the_caller_and_the_thread_goes_on()
    {
        WorkerThread thread = new("worker");
        await Should.ThrowAsync<InvalidOperationException>(Call(thread, () => throw new InvalidOperationException()).Soon());
        (await Call(thread, () => 5).Soon()).ShouldBe(5);
        thread.Close();
    }

    [Fact]
    public async Task Closed_thread_takes_nothing()
    {
        WorkerThread thread = new("worker");
        thread.Close();
        thread.Close();
        await Should.ThrowAsync<CardException>(Call(thread, () => 5).Soon());
        Should.Throw<CardException>(() => ThreadCall<int>.Run(thread, () => 5, _ => { }, Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public async Task Work_that_was_queued_is_done_after_the_close()
    {
        WorkerThread thread = new("worker");
        using ManualResetEventSlim release = new();
        Task<int> first = Call(thread, () =>
        {
            release.Wait();
            return 1;
        });
        Task<int> second = Call(thread, () => 2);
        thread.Close();
        release.Set();
        (await first.Soon() + await second.Soon()).ShouldBe(3);
    }

    [Fact]
    public void Synchronous_exception_keeps_its_type()
    {
        WorkerThread thread = new("worker");
        Should.Throw<InvalidOperationException>(() => ThreadCall<int>.Run(thread, () => throw new InvalidOperationException(), _ => { }, Timeout.InfiniteTimeSpan));
        ThreadCall<int>.Run(thread, () => 7, _ => { }, Timeout.InfiniteTimeSpan).ShouldBe(7);
        thread.Close();
    }

    [Fact]
    public void Result_that_comes_too_late_is_undone()
    {
        WorkerThread thread = new("worker");
        using ManualResetEventSlim release = new();
        using ManualResetEventSlim undone = new();
        using ManualResetEventSlim started = new();
        int late = 0;
        Thread caller = new(() => Should.Throw<TimeoutException>(() => ThreadCall<int>.Run(
            thread,
            () =>
            {
                started.Set();
                release.Wait();
                return 9;
            },
            result =>
            {
                late = result;
                undone.Set();
            },
            TimeSpan.FromMilliseconds(1)))) { IsBackground = true };
        caller.Start();
        caller.Join();
        release.Set();
        // Either the call had begun and its result was undone, or it was never begun.
        if (started.IsSet)
        {
            undone.Wait(TimeSpan.FromSeconds(60)).ShouldBeTrue();
            late.ShouldBe(9);
        }

        thread.Close();
    }

    private static Task<int> Call(WorkerThread thread, Func<int> function) => ThreadCall<int>.RunAsync(thread, function, _ => { }, CancellationToken.None);
}
