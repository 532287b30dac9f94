using System.Diagnostics;
using System.Text;

namespace MyNumber.Testing.Tests;

/// <summary>A sample as a user runs it: a program of its own.</summary>
internal static class SampleProgram
{
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string name, string[] arguments, string? temporary = null)
    {
        string sample = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        ProcessStartInfo start = new(Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet", [sample, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (temporary is not null)
        {
            start.Environment["TMPDIR"] = temporary;
        }

        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
