using System.Diagnostics;
using System.Globalization;

namespace MyNumber.LoginLoad;

/// <summary>The server as a process of its own; disposing it ends it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http = new();

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<ServerProcess> StartAsync()
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { ArgumentList = { "--serve" }, RedirectStandardOutput = true, RedirectStandardInput = true };
        Process process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        string line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server ended at its start.");
        return new ServerProcess(process, new Uri(line));
    }

    /// <summary>The managed heap after a collection, and the working set, in bytes.</summary>
    public async Task<(long Heap, long WorkingSet)> ReadMemoryAsync()
    {
        string[] numbers = (await _http.GetStringAsync(new Uri(Address, "/memory"))).Split(' ');
        return (long.Parse(numbers[0], CultureInfo.InvariantCulture), long.Parse(numbers[1], CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.StandardInput.Close();
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(20));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
