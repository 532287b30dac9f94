using MyNumber.CardFuzz.Client;

namespace MyNumber.Card.Tests.Fuzz;

/// <summary>A bounded run of the fuzz target; the long one is <c>dotnet run -c Release --project fuzz/CardFuzz -- client</c>.</summary>
public sealed class ClientFuzzTests
{
    [Fact]
    public async Task Changed_answers_end_in_a_result_or_a_documented_exception_and_prove_nothing_false()
    {
        ClientFuzz target = new();
        await target.RunAsync(seed: 7, count: 6_000);
        target.Mutations.ShouldBeGreaterThan(1_000);
        target.Results.ShouldBeGreaterThan(20);
        target.Proofs.ShouldBeGreaterThan(0);
    }
}
