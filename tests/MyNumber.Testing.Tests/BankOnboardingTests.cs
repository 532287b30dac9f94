using System.Diagnostics;
using System.Text;

namespace MyNumber.Testing.Tests;

/// <summary>The bank sample as a user runs it: a program of its own.</summary>
public sealed class BankOnboardingTests
{
    [Fact]
    public async Task Every_step_of_the_sample_comes_out_as_it_must()
    {
        string sample = Path.Combine(AppContext.BaseDirectory, "BankOnboarding.dll");
        ProcessStartInfo start = new(Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet", [sample])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(0, output + await error);
        output.ShouldNotContain("✘");
        string[] steps = ["①", "②", "③", "④", "⑤⑥", "突合", "⑦⑧", "ChallengeNotFound", "AffiliationChanged", "Held", "Undetermined (StatusUnreachable)"];
        steps.ShouldAllBe(step => output.Contains(step));
    }
}
