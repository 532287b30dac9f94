using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace MyNumber.ContractTests.Linkage.Hosts;

/// <summary>One role as a process: its lines as they come, its commands, its death.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _reading;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Lock _gate = new();
    private readonly List<(Func<string, bool> Wanted, TaskCompletionSource<string?> Found)> _waiting = [];
    private int _commands;
    private bool _isOver;

    private HostProcess(Process process)
    {
        _process = process;
        _reading = Task.Run(ReadAsync);
    }

    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>Starts a role, and returns when it listens.</summary>
    public static async Task<HostProcess> StartAsync(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "LinkageHost.dll"), .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        HostProcess host = new(Process.Start(start)!);
        (await host.NextAsync(line => line.StartsWith("https://127.0.0.1:", StringComparison.Ordinal))).ShouldNotBeNull("the host did not come up");
        return host;
    }

    /// <summary>The next line of a kind, of those that come from now on or were never waited for; <see langword="null"/> when the process ended without it.</summary>
    public Task<string?> NextAsync(Func<string, bool> wanted)
    {
        TaskCompletionSource<string?> found = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_lines.FirstOrDefault(wanted) is { } line)
            {
                found.SetResult(line);
            }
            else if (_isOver)
            {
                found.SetResult(null);
            }
            else
            {
                _waiting.Add((wanted, found));
            }
        }

        return found.Task;
    }

    /// <summary>Tells a command.</summary>
    /// <returns>The command with the number that its end is told by.</returns>
    public string Tell(string command)
    {
        string told = $"{Interlocked.Increment(ref _commands).ToString(CultureInfo.InvariantCulture)} {command}";
        _process.StandardInput.WriteLine(told);
        _process.StandardInput.Flush();
        return told;
    }

    /// <summary>Tells a command and waits until it is done.</summary>
    public async Task DoAsync(string command)
    {
        string told = Tell(command);
        string? done = await NextAsync(line => line == $"did {told}" || line.StartsWith($"failed {told} ", StringComparison.Ordinal) || line.StartsWith($"broke {told} ", StringComparison.Ordinal));
        done.ShouldBe($"did {told}");
    }

    /// <summary>SIGKILL, and every line that it had written.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
        _process.ExitCode.ShouldBe(137);
    }

    /// <summary>Ends its input and waits.</summary>
    public async Task<int> EndAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        await _reading;
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        await _reading;
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (_gate)
            {
                _lines.Enqueue(line);
                Settle(waiting => waiting.Wanted(line), line);
            }
        }

        lock (_gate)
        {
            _isOver = true;
            Settle(_ => true, null);
        }
    }

    private void Settle(Func<(Func<string, bool> Wanted, TaskCompletionSource<string?> Found), bool> which, string? line)
    {
        foreach ((Func<string, bool>, TaskCompletionSource<string?>) waiting in _waiting.Where(which).ToArray())
        {
            waiting.Item2.SetResult(line);
            _waiting.Remove(waiting);
        }
    }
}
