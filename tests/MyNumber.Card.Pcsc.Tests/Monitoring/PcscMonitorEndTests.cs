using MyNumber.Card.Pcsc.Errors;
using MyNumber.Card.Pcsc.Monitoring;
using MyNumber.Card.Pcsc.Tests.Doubles;

namespace MyNumber.Card.Pcsc.Tests.Monitoring;

/// <summary>How a watch ends: by its consumer, by cancellation, or for want of a library.</summary>
public sealed class PcscMonitorEndTests
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMilliseconds(250);
    private readonly FakePcsc _pcsc = new();
    private readonly RestingClock _clock = new();

    [Fact]
    public async Task Missing_library_ends_the_watch()
    {
        _pcsc.LoadFailure = new DllNotFoundException();
        PcscMonitor monitor = new(_pcsc, _clock);
        await using IAsyncEnumerator<ReaderEvent> events = monitor.WatchAsync().GetAsyncEnumerator();
        (await Should.ThrowAsync<PcscException>(async () => await events.MoveNextAsync().AsTask().Soon())).Cause.ShouldBe(PcscCause.LibraryMissing);
    }

    [Fact]
    public async Task Cancellation_ends_a_wait_in_the_service()
    {
        using CancellationTokenSource cancel = new();
        Stop stop = _pcsc.Hold("Wait");
        IAsyncEnumerator<ReaderEvent> events = new PcscMonitor(_pcsc, _clock).WatchAsync(cancel.Token).GetAsyncEnumerator(CancellationToken.None);
        ValueTask<bool> next = events.MoveNextAsync();
        stop.AwaitReached();
        Stop end = _pcsc.Hold("Release");
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await next.AsTask().Soon());
        stop.Release();
        end.AwaitReached();
        _pcsc.Calls.ShouldContain("Cancel");
        end.Release();
    }

    [Fact]
    public async Task Cancellation_ends_a_pause()
    {
        using CancellationTokenSource cancel = new();
        _pcsc.Die();
        IAsyncEnumerator<ReaderEvent> events = new PcscMonitor(_pcsc, _clock).WatchAsync(cancel.Token).GetAsyncEnumerator(CancellationToken.None);
        (await events.MoveNextAsync().AsTask().Soon()).ShouldBeTrue();
        ValueTask<bool> next = events.MoveNextAsync();
        await _clock.AwaitRest(Quarter);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await next.AsTask().Soon());
    }

    [Fact]
    public async Task Cancelled_before_makes_no_call()
    {
        await using IAsyncEnumerator<ReaderEvent> events = new PcscMonitor(_pcsc, _clock).WatchAsync(new CancellationToken(true)).GetAsyncEnumerator();
        await Should.ThrowAsync<OperationCanceledException>(async () => await events.MoveNextAsync());
        _pcsc.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Left_watch_closes_its_line()
    {
        _pcsc.Plug("A");
        Stop end = _pcsc.Hold("Release");
        await foreach (ReaderEvent first in new PcscMonitor(_pcsc, _clock).WatchAsync())
        {
            first.Kind.ShouldBe(ReaderEventKind.ReaderAdded);
            break;
        }

        end.AwaitReached();
        end.Release();
    }
}
