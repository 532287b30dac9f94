using MyNumber.Card.Emulation.Readers;

namespace MyNumber.Card.Emulation.Tests.Readers;

public sealed class VirtualReaderStateTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void Reader_that_does_not_run_is_disconnected_with_a_card_too()
    {
        using ScriptedDriver driver = new();
        using Terminal terminal = new();
        VirtualReader reader = new(driver.Address);
        reader.State.ShouldBe(VirtualReaderState.Disconnected);
        reader.Insert(terminal.Card);
        reader.State.ShouldBe(VirtualReaderState.Disconnected);
    }

    [Fact]
    public async Task Where_nobody_listens_it_is_unreachable_until_it_is_stopped()
    {
        PausingClock clock = new();
        await using RunningReader running = new(clock, isHeard: false);
        (await running.Reader.WaitForChangeAsync(VirtualReaderState.Disconnected).WaitAsync(Patience)).ShouldBe(VirtualReaderState.Unreachable);
        await clock.NextPauseAsync();
        await clock.NextPauseAsync();
        running.Reader.State.ShouldBe(VirtualReaderState.Unreachable);
        running.Reader.Remove();
        running.Reader.State.ShouldBe(VirtualReaderState.Disconnected);
    }

    [Fact]
    public async Task Driver_that_says_nothing_leaves_it_waiting_and_a_question_attaches_it()
    {
        await using RunningReader running = new();
        await running.Driver.AcceptAsync();
        while (running.Reader.State != VirtualReaderState.Waiting)
        {
            await running.Reader.WaitForChangeAsync(running.Reader.State).WaitAsync(Patience);
        }

        await running.Driver.AskAsync(RunningReader.GetAnswerToReset);
        (await running.Reader.WaitForChangeAsync(VirtualReaderState.Waiting).WaitAsync(Patience)).ShouldBe(VirtualReaderState.Attached);
        await running.StopAsync();
        running.Reader.State.ShouldBe(VirtualReaderState.Disconnected);
    }

    [Fact]
    public async Task Waiting_for_a_change_ends_with_its_token_and_at_once_when_the_state_is_another()
    {
        using ScriptedDriver driver = new();
        using CancellationTokenSource stop = new();
        VirtualReader reader = new(driver.Address);
        (await reader.WaitForChangeAsync(VirtualReaderState.Attached)).ShouldBe(VirtualReaderState.Disconnected);
        Task<VirtualReaderState> change = reader.WaitForChangeAsync(VirtualReaderState.Disconnected, stop.Token);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => change);
    }
}
