using System.Text.Json;
using System.Threading.Channels;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Verbs;

namespace MyNumber.Cli.Tests.Emulating;

/// <summary>A run of <c>emulate</c> against a driver, which tells when its line has come.</summary>
internal sealed class EmulationProbe : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _stop = new();
    private readonly LineSignal _output = new();
    private readonly LineSignal _error = new();
    private readonly Task<ToolRun> _run;

    public EmulationProbe(string options, TimeProvider? clock = null, bool closed = false)
    {
        string[] arguments = [.. $"emulate --vpcd {Driver.Address} {options} --json {(options.Contains("--lang", StringComparison.Ordinal) ? string.Empty : "--lang en")}".Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        if (closed)
        {
            Driver.Close();
        }

        _run = Task.Run(() =>
        {
            ExitCode code = CliApplication.Run(arguments, new CliStreams(_output, TextWriter.Synchronized(_error)), [new EmulateVerb(clock ?? TimeProvider.System)], _stop.Token);
            return new ToolRun(code, _output.ToString(), _error.ToString());
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
        await LineAsync();
        return answerToReset;
    }

    /// <summary>The next line on standard output.</summary>
    public Task<string> LineAsync() => _output.NextAsync();

    /// <summary>The text of the next notice on standard error.</summary>
    public async Task<string> NoticeAsync() => JsonDocument.Parse(await _error.NextAsync()).RootElement.GetProperty("notice").GetString()!;

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
        private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

        public Task<string> NextAsync() => _lines.Reader.ReadAsync().AsTask().WaitAsync(Patience);

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            _lines.Writer.TryWrite(value!);
        }
    }
}
