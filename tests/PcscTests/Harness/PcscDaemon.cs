using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using MyNumber.TestKit;

namespace MyNumber.PcscTests.Harness;

/// <summary>A pcscd of our own with the driver vpcd: two readers, <c>Virtual PCD 00 00</c> and <c>Virtual PCD 00 01</c>, on 127.0.0.1:35963 and :35964.</summary>
/// <remarks>Nothing starts before a test calls <see cref="Require"/>. The log goes to artifacts/pcscd.log. Should this process be killed, the daemon ends by itself
/// after a minute without a program.</remarks>
public sealed class PcscDaemon : IDisposable
{
    public const string FirstReader = "Virtual PCD 00 00";
    public const string SecondReader = "Virtual PCD 00 01";

    private const string Folder = "/run/pcscd";
    private const string Driver = "/etc/reader.conf.d/vpcd";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly List<string> _log = [];
    private Process? _process;

    /// <summary>Whether every command and answer goes to the log.</summary>
    public bool LogsCommands { get; init; } = true;

    public bool IsRunning => _process is { HasExited: false };

    /// <summary>What the daemon has said so far, a line each.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return string.Join('\n', _log);
            }
        }
    }

    internal int LogLength
    {
        get
        {
            lock (_log)
            {
                return _log.Count;
            }
        }
    }

    /// <summary>Has the daemon running. Outside the card room, or without pcscd and vpcd, the test is skipped with the reason; with <c>CI=true</c> it fails.</summary>
    public void Require()
    {
        CardRoom.Require();
        if (!IsRunning)
        {
            Start();
        }
    }

    /// <summary>Starts the daemon and returns when it says that it is ready.</summary>
    public void Start()
    {
        OutsideProgram pcscd = OutsideProgram.Require("pcscd", "pcscd");
        OutsideProgram.RequireFile(Driver, "vsmartcard-vpcd");
        RemoveStaleFiles();
        TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
        string[] arguments = ["--foreground", "--auto-exit", "--info"];
        _process = pcscd.Start(LogsCommands ? [.. arguments, "--apdu"] : arguments);
        _process.OutputDataReceived += (_, line) => Hear(line.Data, ready);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data, ready);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        if (!ready.Task.Wait(Patience))
        {
            Kill();
            throw new TimeoutException($"pcscd did not become ready:\n{Log}");
        }
    }

    /// <summary>Ends the daemon as the system does (SIGTERM) and returns when it is gone.</summary>
    public void Stop()
    {
        if (_process is not { } process)
        {
            return;
        }

        OutsideProgram.Require("kill", "procps").Run("-TERM", process.Id.ToString(CultureInfo.InvariantCulture));
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
        }

        Forget();
    }

    /// <summary>Ends the daemon by SIGKILL: it cleans nothing up.</summary>
    public void Kill()
    {
        _process?.Kill();
        Forget();
    }

    public void Restart()
    {
        Stop();
        Start();
    }

    /// <summary>Waits until so many commands and answers are logged behind the mark, and moves the mark behind them.</summary>
    internal Exchange[] Exchanges(ref int mark, int count)
    {
        List<Exchange> exchanges = [];
        string command = string.Empty;
        while (exchanges.Count < count)
        {
            string line = LineAt(mark++);
            if (line.IndexOf("APDU: ", StringComparison.Ordinal) is >= 0 and int apdu)
            {
                command = Hex(line[(apdu + 6)..]);
            }
            else if (line.IndexOf("SW: ", StringComparison.Ordinal) is >= 0 and int answer)
            {
                exchanges.Add(new Exchange(command, Hex(line[(answer + 4)..])));
            }
        }

        return [.. exchanges];
    }

    public void Dispose()
    {
        Stop();
        if (Log.Length > 0)
        {
            string folder = Path.Combine(SourceTree.Root, "artifacts");
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "pcscd.log"), Log);
        }
    }

    /// <summary>A killed daemon leaves its socket and its process number, and the next one would take them for a living daemon.</summary>
    private static void RemoveStaleFiles()
    {
        string socket = Path.Combine(Folder, "pcscd.comm");
        if (Answers(socket))
        {
            throw new InvalidOperationException("Another pcscd is running on this machine; it is not ours to stop.");
        }

        Directory.CreateDirectory(Folder);
        File.Delete(socket);
        File.Delete(Path.Combine(Folder, "pcscd.pid"));
    }

    private static bool Answers(string path)
    {
        using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Hex(string text) => text.Replace(" ", string.Empty, StringComparison.Ordinal);

    private string LineAt(int index)
    {
        lock (_log)
        {
            while (_log.Count <= index)
            {
                if (!Monitor.Wait(_log, Patience))
                {
                    throw new TimeoutException("pcscd logged fewer commands than the card answered.");
                }
            }

            return _log[index];
        }
    }

    private void Hear(string? line, TaskCompletionSource ready)
    {
        if (line is null)
        {
            return;
        }

        lock (_log)
        {
            _log.Add(line);
            Monitor.PulseAll(_log);
        }

        if (line.EndsWith("daemon ready.", StringComparison.Ordinal))
        {
            ready.TrySetResult();
        }
    }

    private void Forget()
    {
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }
}
