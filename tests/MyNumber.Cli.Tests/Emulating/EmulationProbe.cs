using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Tests.Emulating;

/// <summary>A run of <c>emulate</c> against a driver, which tells when its line has come.</summary>
internal sealed class EmulationProbe : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _stop = new();
    private readonly LineSignal _output = new();
    private readonly Task<ToolRun> _run;

    public EmulationProbe(string options)
    {
        string[] arguments = [.. $"emulate --vpcd {Driver.Address} {options} --json --lang en".Split(' ')];
        _run = Task.Run(() =>
        {
            StringWriter error = new();
            ExitCode code = CliApplication.Run(arguments, new CliStreams(_output, error), _stop.Token);
            return new ToolRun(code, _output.ToString(), error.ToString());
        });
    }

    public VpcdDriver Driver { get; } = new();

    /// <summary>Waits for the card's call, and fails at once when the tool has ended.</summary>
    public async Task AcceptAsync()
    {
        Task accepted = Driver.AcceptAsync();
        if (await Task.WhenAny(accepted, _run).WaitAsync(Patience) == _run)
        {
            throw new InvalidOperationException($"The tool ended: {(await _run).All}");
        }
    }

    /// <summary>Asks the card as the driver does, and waits for the tool's line.</summary>
    /// <returns>The answer to reset.</returns>
    public async Task<string> AttachAsync()
    {
        await AcceptAsync();
        string answerToReset = await AskAsync(4);
        await _output.Came.WaitAsync(Patience);
        return answerToReset;
    }

    public async Task<string> AskAsync(params byte[] message) => Convert.ToHexString(await Driver.AskAsync(message).WaitAsync(Patience));

    /// <summary>Stops the tool as a signal does.</summary>
    public async Task<ToolRun> StopAsync()
    {
        await _stop.CancelAsync();
        return await _run.WaitAsync(Patience);
    }

    public void Dispose()
    {
        _stop.Cancel();
        Driver.Dispose();
        _stop.Dispose();
    }

    private sealed class LineSignal : StringWriter
    {
        private readonly TaskCompletionSource _came = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Came => _came.Task;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            _came.TrySetResult();
        }
    }
}
