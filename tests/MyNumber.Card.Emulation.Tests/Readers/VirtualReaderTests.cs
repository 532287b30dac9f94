using MyNumber.Card.Emulation.Readers;

namespace MyNumber.Card.Emulation.Tests.Readers;

public sealed class VirtualReaderTests
{
    [Fact]
    public async Task Attached_means_that_the_driver_has_seen_the_card()
    {
        await using RunningReader running = new();
        await running.Driver.AcceptAsync();
        await running.Driver.SendAsync("01");
        (await running.Driver.AskAsync(Terminal.SelectJpki)).ShouldBe("9000");
        running.Reader.IsAttached.ShouldBeFalse();
        await running.Driver.AskAsync(RunningReader.GetAnswerToReset);
        await running.Reader.WaitForAttachedAsync().WaitAsync(TimeSpan.FromSeconds(30));
        running.Reader.IsAttached.ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_card_nobody_connects()
    {
        using ScriptedDriver driver = new();
        using CancellationTokenSource stop = new();
        using Terminal terminal = new();
        VirtualReader reader = new(driver.Address);
        Task run = reader.RunAsync(stop.Token);
        Task accepted = driver.AcceptAsync();
        accepted.IsCompleted.ShouldBeFalse();
        reader.Insert(terminal.Card);
        await accepted;
        await stop.CancelAsync();
        await run;
    }

    [Fact]
    public async Task A_removed_card_hangs_up_and_has_no_power()
    {
        await using RunningReader running = await RunningReader.PoweredAsync();
        running.Reader.Remove().ShouldBe(running.Terminal.Card);
        await running.Driver.ExpectHangUpAsync();
        running.Reader.IsAttached.ShouldBeFalse();
        running.Terminal.Card.IsPowered.ShouldBeFalse();
        running.Reader.Remove().ShouldBeNull();
    }

    [Fact]
    public async Task A_card_that_was_put_back_connects_anew_with_its_counters()
    {
        await using RunningReader running = await RunningReader.PoweredAsync();
        await running.Driver.AskAsync(Terminal.SelectJpki);
        (await running.Driver.AskAsync("002000980430303030")).ShouldBe("63C2");
        running.Reader.Insert(running.Reader.Remove()!);
        await running.Driver.AcceptAsync();
        await running.Driver.SendAsync("01");
        await running.Driver.AskAsync(Terminal.SelectJpki);
        (await running.Driver.AskAsync("00200098")).ShouldBe("63C2");
    }

    [Fact]
    public async Task A_second_card_is_refused()
    {
        await using RunningReader running = new();
        using Terminal other = new();
        Should.Throw<InvalidOperationException>(() => running.Reader.Insert(other.Card));
        Should.Throw<ArgumentNullException>(() => running.Reader.Insert(null!));
    }

    [Fact]
    public async Task A_card_in_one_reader_does_not_go_into_another()
    {
        await using RunningReader running = new();
        Should.Throw<InvalidOperationException>(() => new EmulatedReader().Insert(running.Terminal.Card));
        Should.Throw<InvalidOperationException>(() => new VirtualReader(running.Driver.Address).Insert(running.Terminal.Card));
        running.Reader.Remove();
        new EmulatedReader().Insert(running.Terminal.Card);
    }

    [Fact]
    public async Task A_disposed_card_is_not_there_for_the_driver()
    {
        await using RunningReader running = await RunningReader.PoweredAsync();
        running.Terminal.Card.Dispose();
        await running.Driver.SendAsync(Terminal.SelectJpki);
        await running.Driver.ExpectHangUpAsync();
    }

    [Fact]
    public async Task Where_nobody_listens_the_pauses_double_to_a_second()
    {
        PausingClock clock = new();
        await using RunningReader running = new(clock, isHeard: false);
        int[] expected = [50, 100, 200, 400, 800, 1000, 1000, 1000];
        foreach (int pause in expected)
        {
            (await clock.NextPauseAsync()).ShouldBe(pause);
        }

        running.Reader.IsAttached.ShouldBeFalse();
    }

    [Fact]
    public async Task A_driver_that_hangs_up_without_a_look_is_given_longer_pauses()
    {
        PausingClock clock = new();
        await using RunningReader running = new(clock);
        foreach (int pause in new[] { 50, 100, 200 })
        {
            await running.Driver.AcceptAsync();
            running.Driver.HangUp();
            (await clock.NextPauseAsync()).ShouldBe(pause);
        }
    }

    [Fact]
    public async Task A_driver_that_went_away_after_a_look_is_sought_at_once_again()
    {
        PausingClock clock = new();
        await using RunningReader running = new(clock);
        for (int i = 0; i < 3; i++)
        {
            await running.Driver.AcceptAsync();
            (await running.Driver.AskAsync(RunningReader.GetAnswerToReset)).ShouldBe(RunningReader.AnswerToReset);
            running.Driver.HangUp();
            (await clock.NextPauseAsync()).ShouldBe(50);
            running.Reader.IsAttached.ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("half a length", "00")]
    [InlineData("a length without a body", "000F")]
    [InlineData("half a body", "000F00A4040C0AD3")]
    public async Task A_message_that_breaks_off_ends_the_connection_and_nothing_else(string description, string bytes)
    {
        await using RunningReader running = await RunningReader.PoweredAsync();
        await running.Driver.SendRawAsync(bytes);
        running.Driver.HangUp();
        await running.Driver.AcceptAsync();
        running.Terminal.Card.IsPowered.ShouldBeFalse(description);
        await running.Driver.SendAsync("01");
        (await running.Driver.AskAsync(Terminal.SelectJpki)).ShouldBe("9000", description);
    }

    [Fact]
    public async Task Cancelling_ends_the_run_and_leaves_the_card_in_the_reader_without_power()
    {
        await using RunningReader running = await RunningReader.PoweredAsync();
        await running.StopAsync();
        await running.Driver.ExpectHangUpAsync();
        running.Terminal.Card.IsPowered.ShouldBeFalse();
        running.Reader.IsAttached.ShouldBeFalse();
        running.Reader.Remove().ShouldBe(running.Terminal.Card);
    }

    [Fact]
    public async Task A_cancelled_reader_may_run_again_and_a_running_one_not_twice()
    {
        await using RunningReader running = await RunningReader.PoweredAsync();
        await Should.ThrowAsync<InvalidOperationException>(async () => await running.Reader.RunAsync(CancellationToken.None));
        await running.StopAsync();
        using CancellationTokenSource stop = new();
        Task run = running.Reader.RunAsync(stop.Token);
        await running.Driver.AcceptAsync();
        (await running.Driver.AskAsync(RunningReader.GetAnswerToReset)).ShouldBe(RunningReader.AnswerToReset);
        await stop.CancelAsync();
        await run;
    }

    [Fact]
    public async Task A_reader_that_was_cancelled_before_it_began_connects_to_nobody()
    {
        using ScriptedDriver driver = new();
        using Terminal terminal = new();
        VirtualReader reader = new(driver.Address);
        reader.Insert(terminal.Card);
        await reader.RunAsync(new CancellationToken(canceled: true)).WaitAsync(TimeSpan.FromSeconds(30));
        reader.IsAttached.ShouldBeFalse();
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_cancelled()
    {
        VirtualReader reader = new(VpcdAddress.FirstSlot);
        await reader.WaitForAttachedAsync(attached: false);
        using CancellationTokenSource stop = new();
        Task waiting = reader.WaitForAttachedAsync(cancellationToken: stop.Token);
        waiting.IsCompleted.ShouldBeFalse();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await waiting);
    }

    [Fact]
    public async Task Two_readers_with_a_card_each_do_not_mix()
    {
        await using RunningReader first = await RunningReader.PoweredAsync();
        await using RunningReader second = await RunningReader.PoweredAsync();
        (await first.Driver.AskAsync(Terminal.SelectJpki)).ShouldBe("9000");
        (await second.Driver.AskAsync("00A4020C02000A")).ShouldBe("6A82");
        (await first.Driver.AskAsync("002000980430303030")).ShouldBe("63C2");
        (await second.Driver.AskAsync(Terminal.SelectJpki)).ShouldBe("9000");
        (await second.Driver.AskAsync("00200098")).ShouldBe("63C3");
    }

    [Fact]
    public void A_reader_needs_an_address() => Should.Throw<ArgumentNullException>(() => new VirtualReader(null!));
}
