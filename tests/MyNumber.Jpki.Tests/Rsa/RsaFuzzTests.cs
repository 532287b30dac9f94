using MyNumber.JpkiFuzz.Rsa;

namespace MyNumber.Jpki.Tests.Rsa;

/// <summary>A bounded run of the fuzz target; the long one is <c>dotnet run -c Release --project fuzz/JpkiFuzz -- rsa --count 10000000</c>.</summary>
public sealed class RsaFuzzTests
{
    [Fact]
    public void Every_road_answers_as_the_big_integers_and_the_platform()
    {
        RsaTarget target = new();
        target.Run(seed: 42, count: 30_000);
        target.Judged.ShouldBe(30_000);
        target.Seen["powers"].ShouldBeGreaterThan(15_000);
        target.Seen["refused by range or length"].ShouldBeGreaterThan(1_000);
        target.Seen["signatures that hold"].ShouldBeGreaterThan(500);
        target.Seen["mutated signatures"].ShouldBeGreaterThan(2_000);
    }
}
