using System.Diagnostics;
using System.Text;

namespace MyNumber.TestKit;

/// <summary>A program that nobody here wrote, run as a judge of our output.</summary>
public sealed class OutsideProgram
{
    private readonly string _path;

    private OutsideProgram(string path) => _path = path;

    /// <summary>Finds the program on the path. Absent, the test is skipped with the reason; with <c>CI=true</c> it fails.</summary>
    public static OutsideProgram Require(string name, string debianPackage)
    {
        string? path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        string reason = $"{name} is not installed (Debian package {debianPackage})";
        if (path is null && Environment.GetEnvironmentVariable("CI") == "true")
        {
            throw new InvalidOperationException(reason);
        }

        Skip.If(path is null, reason);
        return new OutsideProgram(path!);
    }

    /// <summary>Runs to the end, at most two minutes, with nothing on standard input.</summary>
    public ProgramOutcome Run(params string[] arguments) => RunIn(Path.GetTempPath(), arguments);

    /// <summary>Runs in a folder to the end, at most two minutes, with nothing on standard input.</summary>
    public ProgramOutcome RunIn(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new(_path, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using Process process = Process.Start(start)!;
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
}
