using System.Diagnostics;

namespace DocumentSigning;

/// <summary>A program of somebody else that judges a document, when it is found on PATH together with what it needs.</summary>
/// <param name="Label">What the reader is shown.</param>
/// <param name="Program">Its name on PATH.</param>
/// <param name="Arguments">From the files of the document and of the content beside it.</param>
/// <param name="Accepts">What it prints when the signature holds, besides ending with 0; empty for the exit code alone.</param>
internal sealed record OutsideCheck(string Label, string Program, Func<string, string?, string[]> Arguments, string Accepts = "")
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => (string[])[Path.Combine(folder, program), Path.Combine(folder, program + ".exe")])
            .FirstOrDefault(File.Exists);

    /// <summary>Whether it accepts the document; <see langword="null"/> when it is not there.</summary>
    public bool? Judge(string document, string? content)
    {
        if (Find(Program) is not { } path)
        {
            return null;
        }

        (int exitCode, string output) = Run(path, Arguments(document, content));
        return exitCode == 0 && output.Contains(Accepts, StringComparison.Ordinal);
    }

    public static (int ExitCode, string Output) Run(string path, params string[] arguments)
    {
        ProcessStartInfo start = new(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
        }

        process.WaitForExit();
        return (process.ExitCode, output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult());
    }
}
