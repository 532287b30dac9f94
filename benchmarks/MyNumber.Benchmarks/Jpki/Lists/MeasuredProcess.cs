using System.Diagnostics;
using System.Globalization;

namespace MyNumber.Benchmarks.Jpki.Lists;

/// <summary>Runs a loader as a process and watches its memory (Linux).</summary>
internal static class MeasuredProcess
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    public static void Run(string title, string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        Stopwatch clock = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        long peak = 0;
        while (!process.WaitForExit(20) && clock.Elapsed < Longest)
        {
            peak = Math.Max(peak, PeakOf(process.Id.ToString(CultureInfo.InvariantCulture)));
        }

        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        Console.WriteLine($"{title}: process {clock.Elapsed.TotalSeconds:N2} s, peak {peak / 1e6:N0} MB resident, exit {process.ExitCode}");
        Console.Write(output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult());
    }

    /// <summary>VmHWM of a process, in bytes; zero when it has gone.</summary>
    public static long PeakOf(string process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : 1024 * long.Parse(line["VmHWM:".Length..^"kB".Length], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
