using System.Diagnostics;
using System.Net;
using System.Text;

namespace MyNumber.PackageTests;

/// <summary>A site in a process of its own on a free port of 127.0.0.1, with a browser's cookies. Disposing it ends the process.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningSite(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Browser { get; private set; } = null!;

    /// <summary>Where it is, by the name that its pages have.</summary>
    public Uri Address => Browser.BaseAddress!;

    /// <summary>What it has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <param name="start">The site without its address.</param>
    /// <param name="port">A port that was found for it; 0 for any.</param>
    public static async Task<RunningSite> StartAsync(ProcessStartInfo start, int port = 0)
    {
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add($"http://127.0.0.1:{port}");
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        RunningSite site = new(Process.Start(start)!);
        try
        {
            Uri address = new UriBuilder(await site._address.Task.WaitAsync(Patience)) { Host = "localhost" }.Uri;
            site.Browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address, Timeout = Patience };
            return site;
        }
        catch (TimeoutException)
        {
            await site.DisposeAsync();
            throw new TimeoutException("The site did not listen.\n" + site.Output);
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until it has written a line.</summary>
    public async Task SayAsync(string line)
    {
        using CancellationTokenSource late = new(Patience);
        while (!Output.Split('\n').Any(written => written.Trim() == line))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), late.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            late.IsCancellationRequested.ShouldBeFalse("It never wrote what it should.\n" + Output);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Browser?.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Read(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line is null)
        {
            _address.TrySetException(new InvalidOperationException("The site ended before it listened.\n" + Output));
        }
        else if (line.Contains(Listening, StringComparison.Ordinal))
        {
            _address.TrySetResult(new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..].Trim()));
        }
    }
}
