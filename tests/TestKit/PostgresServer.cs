using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MyNumber.TestKit;

/// <summary>A PostgreSQL server of its own: the distribution's binaries, a new data folder, 127.0.0.1, a free port; gone when disposed of.</summary>
/// <remarks>The server refuses to run as root, so root starts it as the user that the package made.</remarks>
public sealed class PostgresServer : IDisposable
{
    private const string ServerUser = "postgres";
    private const int MostTries = 60;

    private readonly string _binaries;
    private readonly string _folder;

    private PostgresServer(string binaries, string folder, int port)
    {
        _binaries = binaries;
        _folder = folder;
        Port = port;
    }

    public int Port { get; }

    /// <summary>For the database that the server begins with.</summary>
    public string ConnectionString => ConnectionStringTo("postgres");

    public string ConnectionStringTo(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username={ServerUser};Database={database};Timeout=30;Command Timeout=120");

    /// <summary>Starts a server. Without the package the test is skipped with the reason; with <c>CI=true</c> it fails.</summary>
    public static PostgresServer Start()
    {
        string? binaries = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Max(StringComparer.Ordinal)
            : null;
        const string reason = "PostgreSQL's server is not installed (Debian package postgresql)";
        if (binaries is null && Environment.GetEnvironmentVariable("CI") == "true")
        {
            throw new InvalidOperationException(reason);
        }

        Xunit.Skip.If(binaries is null, reason);
        string folder = Run("mktemp", "-d", Path.Combine(Path.GetTempPath(), "mynumber-postgres-XXXXXXXX")).Trim();
        PostgresServer server = new(binaries!, folder, FreePort());
        try
        {
            server.Begin();
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (File.Exists(Path.Combine(_folder, "data", "postmaster.pid")) || Environment.UserName == "root")
        {
            AsServerUser(Path.Combine(_binaries, "pg_ctl"), "stop", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "-w");
        }

        AsServerUser("rm", "-rf", _folder);
    }

    /// <summary>Ends the server by SIGKILL, so that it can do nothing any more, and starts it again over what it left.</summary>
    public void KillAndRestart()
    {
        string process = Run("head", "-n", "1", Path.Combine(_folder, "data", "postmaster.pid")).Trim();
        Run("kill", "-KILL", process);
        ProgramOutcome outcome;
        int tries = 0;
        do
        {
            outcome = Launch();
        }
        while (outcome.ExitCode != 0 && ++tries < MostTries);

        if (outcome.ExitCode != 0)
        {
            throw new InvalidOperationException($"pg_ctl failed after a kill: {outcome.All}");
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static ProgramOutcome AsServerUser(params string[] command) => Environment.UserName == "root"
        ? OutsideProgram.Require("runuser", "util-linux").Run(["-u", ServerUser, "--", .. command])
        : OutsideProgram.Require("env", "coreutils").Run(command);

    private static string Run(params string[] command)
    {
        ProgramOutcome outcome = AsServerUser(command);
        return outcome.ExitCode == 0 ? outcome.Output : throw new InvalidOperationException($"{Path.GetFileName(command[0])} failed: {outcome.All}");
    }

    private void Begin()
    {
        string data = Path.Combine(_folder, "data");
        Run(Path.Combine(_binaries, "initdb"), "-D", data, "-U", ServerUser, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        ProgramOutcome outcome = Launch();
        if (outcome.ExitCode != 0)
        {
            throw new InvalidOperationException($"pg_ctl failed: {outcome.All}");
        }
    }

    /// <summary>Starts the server. Right after a kill its children may still hold its memory, and it refuses.</summary>
    private ProgramOutcome Launch()
    {
        string settings = string.Create(CultureInfo.InvariantCulture, $"-c listen_addresses=127.0.0.1 -c port={Port} -c unix_socket_directories= -c max_wal_size=4GB -c shared_buffers=256MB");
        return AsServerUser(Path.Combine(_binaries, "pg_ctl"), "start", "-D", Path.Combine(_folder, "data"), "-w", "-l", Path.Combine(_folder, "log"), "-o", settings);
    }
}
