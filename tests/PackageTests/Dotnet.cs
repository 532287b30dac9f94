using System.Diagnostics;
using System.Text;

namespace MyNumber.PackageTests;

/// <summary>The dotnet command in a folder of its own, without servers that outlive it.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static string Program => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    /// <summary>Runs to the end and demands that it went well.</summary>
    /// <returns>What it wrote.</returns>
    public static async Task<string> DoAsync(string folder, params string[] arguments)
    {
        (int code, string output, string error) = await RunAsync(folder, arguments);
        code.ShouldBe(0, $"dotnet {string.Join(' ', arguments)}\n{output}\n{error}");
        return output;
    }

    /// <summary>Runs to the end, with nothing on standard input; what takes longer than five minutes is ended with its children.</summary>
    public static Task<(int Code, string Output, string Error)> RunAsync(string folder, params string[] arguments) => RunAsync(Prepare(folder, arguments), string.Empty);

    public static async Task<(int Code, string Output, string Error)> RunAsync(ProcessStartInfo start, string input)
    {
        using Process process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource late = new(Patience);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} {string.Join(' ', start.ArgumentList)} did not end.\n{await output}\n{await error}");
        }

        return (process.ExitCode, await output, await error);
    }

    public static ProcessStartInfo Prepare(string folder, params string[] arguments) => Prepare(folder, Program, arguments);

    public static ProcessStartInfo Prepare(string folder, string program, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // What the test command's own build left here would lead another build astray.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE"] = "true";
        return start;
    }
}
