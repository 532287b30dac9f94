using MyNumber.JpkiFuzz.Ocsp;

namespace MyNumber.Jpki.Tests.Revocation.Ocsp;

/// <summary>A bounded run of the fuzz target; the long one is <c>dotnet run -c Release --project fuzz/JpkiFuzz -- ocsp --count 10000000</c>.</summary>
public sealed class OcspFuzzTests
{
    [Fact]
    public void Damaged_responses_throw_nothing_and_nothing_unsigned_is_accepted()
    {
        OcspTarget target = new();
        target.Run(seed: 20261121, count: 20_000);
        target.Judged.ShouldBe(20_000);
        string[] expected =
        [
            "StatusMalformed", "StatusSignatureInvalid", "StatusForOtherCertificate", "StatusSignerNotAuthorised",
            "accepted: Good", "accepted: Held", "accepted: Unknown",
        ];
        expected.Except(target.Seen.Keys).ShouldBeEmpty(target.Summary());
    }
}
