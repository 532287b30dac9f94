using System.Text.Json.Nodes;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.CardFuzz;
using MyNumber.CardFuzz.Emulator;
using MyNumber.TestKit;

namespace MyNumber.Card.Emulation.Tests.Fuzz;

/// <summary>A bounded run of the fuzz target; the long one is <c>dotnet run -c Release --project fuzz/CardFuzz -- --count 10000000</c>.</summary>
public sealed class EmulatorFuzzTests
{
    private const CardSecrets Files = CardSecrets.Signature | CardSecrets.InputSupport | CardSecrets.MatchingA | CardSecrets.MatchingB | CardSecrets.BirthDate | CardSecrets.FreeArea;

    [Fact]
    public void Emulator_never_throws_and_never_tells_what_its_rules_deny()
    {
        EmulatorFuzz target = new();
        target.Run(seed: 42, count: 60_000);
        target.Report.Seen.ShouldBe(Files);
        target.Report.Statuses.Count.ShouldBeGreaterThan(25);
        target.Report.Decrypted.ShouldBeGreaterThan(20);
        target.Report.Signatures.ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData("number", "input-support.json", "0001", "read")]
    [InlineData("attributes", "input-support.json", "0002", "read")]
    [InlineData("face", "surface.json", "0002", "read")]
    [InlineData("age record", "surface.json", "0001", "read")]
    [InlineData("change of a PIN", "common.json", "001C", "changeKey")]
    public void Card_that_gives_something_away_is_found(string description, string application, string file, string operation)
    {
        EmulatorFuzz target = new(WithRule(application, file, operation));
        Should.Throw<FuzzFindingException>(() => target.Run(seed: 1, count: 400_000), description);
    }

    /// <summary>The card's profile with one rule thrown open.</summary>
    private static CardProfile WithRule(string application, string file, string operation)
    {
        JsonNode open = Read($"Applications/{application}");
        JsonNode target = open["files"]!.AsArray().Single(row => (string?)row!["id"] == file)!;
        target[operation] = new JsonArray("always");
        JsonNode card = Read("Cards/individual-number-card.json");
        JsonArray applications = card["applications"]!.AsArray();
        int place = applications.Select(row => (string?)row!["embedded"]).ToList().IndexOf(application[..^5]);
        applications[place] = open;
        return CardProfile.FromJson(System.Text.Encoding.UTF8.GetBytes(card.ToJsonString()));
    }

    private static JsonNode Read(string name) =>
        JsonNode.Parse(File.ReadAllBytes(Path.Combine(SourceTree.Root, "src/MyNumber.Card.Emulation/Profiles", name)))!;
}
