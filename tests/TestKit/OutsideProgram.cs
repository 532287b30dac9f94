using System.Diagnostics;
using System.Text;

namespace MyNumber.TestKit;

/// <summary>A program that nobody here wrote, run as a judge of our output.</summary>
public sealed class OutsideProgram
{
    private const string SystemFolder = "/usr/sbin";

    private readonly string _path;

    private OutsideProgram(string path) => _path = path;

    /// <summary>Where it is, for a library that starts it itself.</summary>
    public string FilePath => _path;

    /// <summary>Finds the program on the path. Absent, the test is skipped with the reason; with <c>CI=true</c> it fails.</summary>
    public static OutsideProgram Require(string name, string debianPackage)
    {
        string? path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator)
            .Append(SystemFolder)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        Demand(path is not null, $"{name} is not installed (Debian package {debianPackage})");
        return new OutsideProgram(path!);
    }

    /// <summary>Asks for a library, driver or module of an outside program. Absent, the test is skipped with the reason; with <c>CI=true</c> it fails.</summary>
    public static string RequireFile(string path, string debianPackage)
    {
        Demand(File.Exists(path), $"{Path.GetFileName(path)} is not installed (Debian package {debianPackage})");
        return path;
    }

    /// <summary>Runs to the end, at most two minutes, with nothing on standard input.</summary>
    public ProgramOutcome Run(params string[] arguments) => RunIn(Path.GetTempPath(), arguments);

    /// <summary>Runs in a folder to the end, at most two minutes, with nothing on standard input.</summary>
    public ProgramOutcome RunIn(string folder, params string[] arguments) => RunWith(new ProgramSetting(folder), arguments);

    /// <summary>Runs to the end, at most two minutes, in a folder, with an environment and an input of its own.</summary>
    public ProgramOutcome RunWith(ProgramSetting setting, params string[] arguments)
    {
        using Process process = Process.Start(Prepare(setting, arguments))!;
        process.StandardInput.Write(setting.Input);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{Path.GetFileName(_path)} did not end.");
        }

        return new ProgramOutcome(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>Starts a program that keeps running; the caller hears its streams, ends it and disposes of it.</summary>
    public Process Start(params string[] arguments) => Process.Start(Prepare(new ProgramSetting(Path.GetTempPath()), arguments))!;

    private static void Demand(bool there, string reason)
    {
        if (!there && Environment.GetEnvironmentVariable("CI") == "true")
        {
            throw new InvalidOperationException(reason);
        }

        Skip.IfNot(there, reason);
    }

    private ProcessStartInfo Prepare(ProgramSetting setting, string[] arguments)
    {
        ProcessStartInfo start = new(_path, arguments)
        {
            WorkingDirectory = setting.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach ((string name, string value) in setting.Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
