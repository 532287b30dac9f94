using System.Text.Json;
using System.Threading.Channels;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Verbs;

namespace MyNumber.Cli.Tests.Authorities;

/// <summary>A run of <c>ca serve</c>, which tells when its lines have come.</summary>
internal sealed class ServedAuthority : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _stop = new();
    private readonly LineSignal _output = new();
    private readonly LineSignal _error = new();
    private readonly Task<ToolRun> _run;

    public ServedAuthority(string folder, TimeProvider? clock = null, params string[] more) => _run = Task.Run(() =>
    {
        ExitCode code = CliApplication.Run(["ca", "serve", folder, "--json", "--lang", "en", .. more], new CliStreams(_output, _error), [CaVerbs.Group(clock ?? TimeProvider.System)], _stop.Token);
        return new ToolRun(code, _output.ToString(), _error.ToString());
    });

    /// <summary>The address in the first line.</summary>
    public async Task<string> AddressAsync() => (await FirstLineAsync()).GetProperty("ocsp").GetString()!;

    /// <summary>The first line.</summary>
    public async Task<JsonElement> FirstLineAsync() => JsonDocument.Parse(await _output.NextAsync(_run)).RootElement;

    /// <summary>Waits until the responder knows an entry of the register.</summary>
    public async Task ReachAsync(long entry)
    {
        long reached = 0;
        while (reached < entry)
        {
            string notice = JsonDocument.Parse(await _error.NextAsync(_run)).RootElement.GetProperty("notice").GetString()!;
            reached = notice.StartsWith("register at entry ", StringComparison.Ordinal) ? long.Parse(notice.Split(' ')[3], System.Globalization.CultureInfo.InvariantCulture) : reached;
        }
    }

    public async Task<ToolRun> StopAsync()
    {
        await _stop.CancelAsync();
        return await _run.WaitAsync(_patience);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _run.WaitAsync(_patience).GetAwaiter().GetResult();
        _stop.Dispose();
    }

    private sealed class LineSignal : StringWriter
    {
        private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

        public async Task<string> NextAsync(Task<ToolRun> run)
        {
            Task<string> next = _lines.Reader.ReadAsync().AsTask();
            return await Task.WhenAny(next, run).WaitAsync(_patience) == next || next.IsCompleted ? await next : throw new InvalidOperationException($"The tool ended: {(await run).All}");
        }

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            _lines.Writer.TryWrite(value!);
        }
    }
}
