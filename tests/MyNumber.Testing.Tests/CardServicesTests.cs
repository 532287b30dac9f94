namespace MyNumber.Testing.Tests;

/// <summary>The sample of one card at many services, as a user runs it.</summary>
public sealed class CardServicesTests
{
    [Fact]
    public async Task Every_step_of_the_sample_comes_out_as_it_must()
    {
        (int exitCode, string output, string error) = await SampleProgram.RunAsync("CardServices", []);

        exitCode.ShouldBe(0, output + error);
        output.ShouldNotContain("✘");
        string[] steps = ["MK000001", "図書館には L-0042、商店街には S-7 だけが届く", "資格を確認できない", "見本市国民健康保険", "別のサービスとは突き合わせられない", "どこでも拒否: Held", "L-0042 のまま"];
        steps.ShouldAllBe(step => output.Contains(step));
    }
}
