using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Emulation.Readers;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Emulating;

namespace MyNumber.Cli.Tests.Emulating;

public sealed class ReaderWatchTests
{
    [Fact]
    public async Task Watch_that_is_stopped_before_the_driver_asks_does_not_blame_another_card()
    {
        using VpcdDriver driver = new();
        using CancellationTokenSource end = new(), stop = new();
        using EmulatedCard card = new EmulatedCardBuilder(CardPerson.Sample).Build();
        StringWriter output = new(), error = new();
        VerbContext context = new(new CliReport(output, error, json: false), new CliStreams(output, error), Language.English, CancellationToken.None);
        VpcdAddress.TryParse(driver.Address, out VpcdAddress? address).ShouldBeTrue();
        VirtualReader reader = new(address!, new PausingClock());
        reader.Insert(card);
        Task serving = reader.RunAsync(end.Token);
        await driver.AcceptAsync().WaitAsync(EmulationProbe.Patience);
        for (VirtualReaderState state = reader.State; state != VirtualReaderState.Waiting;)
        {
            state = await reader.WaitForChangeAsync(state).WaitAsync(EmulationProbe.Patience);
        }

        Task? watching = null;
        StoppingClock clock = new(stop.Token, () => watching!.IsCompleted || error.GetStringBuilder().Length > 0);
        watching = new ReaderWatch(reader, context, clock, () => { }).RunAsync(stop.Token);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => watching.WaitAsync(EmulationProbe.Patience));
        error.ToString().ShouldBeEmpty();
        output.ToString().ShouldBeEmpty();
        await end.CancelAsync();
        await serving.WaitAsync(EmulationProbe.Patience);
    }

    /// <summary>A clock whose pause ends by the stop alone, and whoever began to wait before it hears of the stop only after something has come of that.</summary>
    private sealed class StoppingClock(CancellationToken stop, Func<bool> hasCome) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            // What is registered last hears of a stop first.
            stop.Register(() => SpinWait.SpinUntil(hasCome, EmulationProbe.Patience));
            return new NoTimer();
        }
    }

    private sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
