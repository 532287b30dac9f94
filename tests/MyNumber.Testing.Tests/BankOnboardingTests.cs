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
        string[] steps = ["①", "②", "③", "④", "⑤⑥", "突合", "⑦⑧", "①’×", "不一致 (Mismatch)", "お客様カードの代わり", "(ChallengeNotFound)", "記載事項の変更 (AffiliationChanged)", "一時保留中 (Held)", "判断できない: 状態を確認できない (StatusUnreachable)"];
        steps.ShouldAllBe(step => output.Contains(step));
        string[] bare = ["Valid", "Undetermined", "Match (", "Good", "SameWhenFolded"];
        bare.ShouldAllBe(word => !output.Contains($" {word}", StringComparison.Ordinal));
    }
}
