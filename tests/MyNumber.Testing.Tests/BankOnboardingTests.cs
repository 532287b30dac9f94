namespace MyNumber.Testing.Tests;

/// <summary>The bank sample as a user runs it: a program of its own.</summary>
public sealed class BankOnboardingTests
{
    [Fact]
    public async Task Every_step_of_the_sample_comes_out_as_it_must()
    {
        (int exitCode, string output, string error) = await SampleProgram.RunAsync("BankOnboarding", []);

        exitCode.ShouldBe(0, output + error);
        output.ShouldNotContain("✘");
        string[] steps = ["①", "②", "③", "④", "⑤⑥", "突合", "⑦⑧", "①’×", "Mismatch", "お客様カードの代わり", "ChallengeNotFound", "AffiliationChanged", "Held", "Undetermined (StatusUnreachable)"];
        steps.ShouldAllBe(step => output.Contains(step));
    }
}
