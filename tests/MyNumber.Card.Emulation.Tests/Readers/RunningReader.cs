using MyNumber.Card.Emulation.Readers;

namespace MyNumber.Card.Emulation.Tests.Readers;

/// <summary>A virtual reader that runs, with a card in it, and the driver that it talks to.</summary>
internal sealed class RunningReader : IAsyncDisposable
{
    public const string GetAnswerToReset = "04";
    public const string AnswerToReset = "3BE000FF8131FE4514";

    private readonly CancellationTokenSource _stop = new();

    public RunningReader(TimeProvider? clock = null, EmulatedCardOptions? options = null, bool isHeard = true)
    {
        if (!isHeard)
        {
            Driver.Close();
        }

        Terminal = Terminal.WithCertificates(options);
        Terminal.Card.PowerOff();
        Reader = new VirtualReader(Driver.Address, clock);
        Reader.Insert(Terminal.Card);
        Run = Reader.RunAsync(_stop.Token);
    }

    public ScriptedDriver Driver { get; } = new();

    public Terminal Terminal { get; }

    public VirtualReader Reader { get; }

    public Task Run { get; }

    /// <summary>Connected, and the card has power.</summary>
    public static async Task<RunningReader> PoweredAsync(EmulatedCardOptions? options = null)
    {
        RunningReader running = new(options: options);
        await running.Driver.AcceptAsync();
        await running.Driver.SendAsync("01");
        (await running.Driver.AskAsync(GetAnswerToReset)).ShouldBe(AnswerToReset);
        return running;
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Run.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        Driver.Dispose();
        Terminal.Dispose();
    }
}
