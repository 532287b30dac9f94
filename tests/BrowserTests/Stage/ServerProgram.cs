using System.Diagnostics;
using System.Text;

namespace BrowserTests.Stage;

/// <summary>A server of the samples, started as a user starts it. It ends with the test run, whatever becomes of it.</summary>
internal sealed class ServerProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly StringBuilder _complaints = new();
    private readonly string _name;

    private ServerProgram(string name, Process process)
    {
        _name = name;
        _process = process;
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>The dotnet command that runs these tests.</summary>
    public static string Runtime => Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet";

    /// <summary>What it has written to standard error.</summary>
    public string Complaints
    {
        get
        {
            lock (_complaints)
            {
                return _complaints.ToString();
            }
        }
    }

    /// <summary>Starts a program that lies beside the tests, for development.</summary>
    public static ServerProgram Start(string name, params string[] arguments)
    {
        ProcessStartInfo start = new(Runtime, [Path.Combine(AppContext.BaseDirectory, name + ".dll"), .. arguments]) { WorkingDirectory = AppContext.BaseDirectory };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        return Start(name, start);
    }

    /// <summary>Starts any program; its streams are taken.</summary>
    public static ServerProgram Start(string name, ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        return new ServerProgram(name, Process.Start(start)!);
    }

    /// <summary>The next line of its standard output, within a minute.</summary>
    public async Task<string> ReadLineAsync()
    {
        using CancellationTokenSource limit = new(Patience);
        try
        {
            return await _process.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException($"{_name} ended. {Complaints}");
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"{_name} said nothing. {Complaints}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Note(string? line)
    {
        lock (_complaints)
        {
            _complaints.AppendLine(line);
        }
    }
}
