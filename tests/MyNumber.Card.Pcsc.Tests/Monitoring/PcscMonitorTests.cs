using MyNumber.Card.Pcsc.Errors;
using MyNumber.Card.Pcsc.Monitoring;
using MyNumber.Card.Pcsc.Tests.Doubles;

namespace MyNumber.Card.Pcsc.Tests.Monitoring;

public sealed class PcscMonitorTests : IAsyncDisposable
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMilliseconds(250);
    private readonly FakePcsc _pcsc = new();
    private readonly RestingClock _clock = new();
    private readonly CancellationTokenSource _end = new();
    private IAsyncEnumerator<ReaderEvent>? _events;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        if (_events is not null)
        {
            await Should.ThrowAsync<OperationCanceledException>(async () => await Drain().Soon());
            await _events.DisposeAsync();
        }

        _end.Dispose();
    }

    [Fact]
    public async Task What_is_there_comes_first()
    {
        _pcsc.Plug("A");
        _pcsc.Plug("B");
        _pcsc.Insert("B", [0x3B, 0x01]);
        await Expect("ReaderAdded A", "ReaderAdded B", "CardInserted B 3B01");
    }

    [Fact]
    public async Task Cards_and_readers_are_told_as_they_come_and_go()
    {
        _pcsc.Plug("A");
        await Expect("ReaderAdded A");
        _pcsc.Insert("A", [0x3B]);
        await Expect("CardInserted A 3B");
        _pcsc.Plug("B");
        await Expect("ReaderAdded B");
        _pcsc.Remove("A");
        await Expect("CardRemoved A");
        _pcsc.Unplug("B");
        await Expect("ReaderRemoved B");
    }

    [Fact]
    public async Task Reader_that_is_pulled_takes_its_card_along()
    {
        _pcsc.Plug("A");
        _pcsc.Insert("A", [0x3B]);
        await Expect("ReaderAdded A", "CardInserted A 3B");
        _pcsc.Unplug("A");
        await Expect("CardRemoved A", "ReaderRemoved A");
    }

    [Fact]
    public async Task Card_changed_between_two_looks_is_told_as_two_events()
    {
        _pcsc.Plug("A");
        _pcsc.Insert("A", [0x3B]);
        await Expect("ReaderAdded A", "CardInserted A 3B");
        _pcsc.Swap("A");
        await Expect("CardRemoved A", "CardInserted A 3B");
    }

    [Fact]
    public async Task Use_by_another_program_is_no_event()
    {
        _pcsc.Plug("A");
        _pcsc.Insert("A", [0x3B]);
        await Expect("ReaderAdded A", "CardInserted A 3B");
        _pcsc.SetFlags("A", 0x120);
        _pcsc.SetFlags("A", 0x20);
        _pcsc.Remove("A");
        await Expect("CardRemoved A");
    }

    [Fact]
    public async Task Card_that_does_not_answer_is_told_as_such()
    {
        _pcsc.Plug("A");
        _pcsc.Insert("A", [], 0x200);
        await Expect("ReaderAdded A");
        ReaderEvent mute = await Next();
        (mute.Kind, mute.Error!.Cause).ShouldBe((ReaderEventKind.CardInserted, PcscCause.CardUnresponsive));
    }

    [Fact]
    public async Task Service_that_ends_and_returns_heals_the_events()
    {
        _pcsc.Plug("A");
        _pcsc.Insert("A", [0x3B]);
        await Expect("ReaderAdded A", "CardInserted A 3B");
        _pcsc.Die();
        await Expect("CardRemoved A", "ReaderRemoved A", "ServiceLost ServiceNotRunning");
        ValueTask<bool> next = Events().MoveNextAsync();
        await _clock.Rest(Quarter);
        await _clock.Rest(Quarter * 2);
        await _clock.AwaitRest(Quarter * 4);
        _pcsc.Return();
        await _clock.Rest(Quarter * 4);
        (await next.AsTask().Soon()).ShouldBeTrue();
        Text(Events().Current).ShouldBe("ServiceRestored");
        await Expect("ReaderAdded A", "CardInserted A 3B");
        _pcsc.OpenContexts.ShouldBe(1);
    }

    [Fact]
    public async Task Service_that_is_restarted_at_once_heals_the_events()
    {
        _pcsc.Plug("A");
        await Expect("ReaderAdded A");
        _pcsc.Return();
        await Expect("ReaderRemoved A", "ServiceLost ConnectionLost");
        ValueTask<bool> next = Events().MoveNextAsync();
        await _clock.Rest(Quarter);
        (await next.AsTask().Soon()).ShouldBeTrue();
        Text(Events().Current).ShouldBe("ServiceRestored");
        await Expect("ReaderAdded A");
    }

    [Fact]
    public async Task Pauses_grow_to_eight_seconds_and_start_again_after_a_success()
    {
        _pcsc.Die();
        await Expect("ServiceLost ServiceNotRunning");
        ValueTask<bool> next = Events().MoveNextAsync();
        foreach (int quarters in (int[])[1, 2, 4, 8, 16, 32, 32])
        {
            await _clock.Rest(Quarter * quarters);
        }

        await _clock.AwaitRest(Quarter * 32);
        _pcsc.Return();
        await _clock.Rest(Quarter * 32);
        (await next.AsTask().Soon()).ShouldBeTrue();
        Text(Events().Current).ShouldBe("ServiceRestored");
        _pcsc.Plug("A");
        await Expect("ReaderAdded A");
        _pcsc.Die();
        await Expect("ReaderRemoved A", "ServiceLost ServiceNotRunning");
        next = Events().MoveNextAsync();
        await _clock.AwaitRest(Quarter);
        _pcsc.Return();
        await _clock.Rest(Quarter);
        (await next.AsTask().Soon()).ShouldBeTrue();
    }

    [Fact]
    public async Task Loss_is_told_again_only_for_another_cause()
    {
        _pcsc.Fail("Establish", 0x8010001D, 0x8010001E, 0x8010006A);
        await Expect("ServiceLost ServiceNotRunning");
        ValueTask<bool> next = Events().MoveNextAsync();
        await _clock.Rest(Quarter);
        await _clock.Rest(Quarter * 2);
        (await next.AsTask().Soon()).ShouldBeTrue();
        Text(Events().Current).ShouldBe("ServiceLost AccessDenied");
        next = Events().MoveNextAsync();
        await _clock.Rest(Quarter * 4);
        (await next.AsTask().Soon()).ShouldBeTrue();
        Text(Events().Current).ShouldBe("ServiceRestored");
    }

    [Theory]
    [InlineData("internal error", 0x80100001u, PcscCause.Other)]
    [InlineData("communication", 0x80100013u, PcscCause.CommunicationFailed)]
    [InlineData("stopped", 0x8010001Eu, PcscCause.ServiceNotRunning)]
    [InlineData("busy", 0x80100031u, PcscCause.TimedOut)]
    public async Task Any_failed_wait_is_an_event_and_heals(string row, uint code, PcscCause cause)
    {
        _pcsc.Plug("A");
        _pcsc.Fail("Status", code);
        await Expect("ReaderAdded A", "ReaderRemoved A", $"ServiceLost {cause}");
        ValueTask<bool> next = Events().MoveNextAsync();
        await _clock.Rest(Quarter);
        (await next.AsTask().Soon()).ShouldBeTrue(row);
        Text(Events().Current).ShouldBe("ServiceRestored", row);
    }

    [Fact]
    public async Task Reader_that_vanishes_between_list_and_wait_is_no_loss()
    {
        _pcsc.Plug("A");
        await Expect("ReaderAdded A");
        _pcsc.Fail("Wait", 0x80100009, 0x80100009);
        _pcsc.Insert("A", [0x3B]);
        await Expect("CardInserted A 3B");
    }

    [Fact]
    public async Task Service_that_tells_of_changes_and_shows_none_is_given_a_rest()
    {
        _pcsc.Fail("Wait", [.. Enumerable.Repeat(0x80100009u, 1000)]);
        ValueTask<bool> next = Events().MoveNextAsync();
        await _clock.AwaitRest(TimeSpan.FromSeconds(1));
        _pcsc.CountOf("Wait").ShouldBeLessThan(12);
        _pcsc.Plug("A");
        await _clock.Rest(TimeSpan.FromSeconds(1));
        (await next.AsTask().Soon()).ShouldBeTrue();
    }

    [Fact]
    public async Task Platform_without_notices_of_readers_is_asked_again_each_second()
    {
        _pcsc.HasPlugAndPlay = false;
        ValueTask<bool> next = Events().MoveNextAsync();
        await _clock.Rest(TimeSpan.FromSeconds(1));
        await _clock.AwaitRest(TimeSpan.FromSeconds(1));
        _pcsc.Plug("A");
        await _clock.Rest(TimeSpan.FromSeconds(1));
        (await next.AsTask().Soon()).ShouldBeTrue();
        Text(Events().Current).ShouldBe("ReaderAdded A");
        _pcsc.Calls.ShouldNotContain("Wait");
    }

    [Fact]
    public async Task Waits_are_on_a_thread_of_their_own()
    {
        _pcsc.Plug("A");
        await Expect("ReaderAdded A");
        _pcsc.Threads.Distinct().ShouldBe(["PC/SC monitor"]);
    }

    private IAsyncEnumerator<ReaderEvent> Events() => _events ??= new PcscMonitor(_pcsc, _clock).WatchAsync(_end.Token).GetAsyncEnumerator();

    private async Task Expect(params string[] expected)
    {
        foreach (string text in expected)
        {
            Text(await Next()).ShouldBe(text);
        }
    }

    private async Task<ReaderEvent> Next()
    {
        (await Events().MoveNextAsync().AsTask().Soon()).ShouldBeTrue();
        return Events().Current;
    }

    private async Task Drain()
    {
        while (await Events().MoveNextAsync())
        {
        }
    }

    private static string Text(ReaderEvent told) =>
        string.Join(' ', new[] { told.Kind.ToString(), told.Reader, told.AnswerToReset.IsEmpty ? null : Convert.ToHexString(told.AnswerToReset.Span), told.Error?.Cause.ToString() }
            .Where(part => part is not null));
}
