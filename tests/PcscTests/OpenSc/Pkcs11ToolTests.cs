using MyNumber.PcscTests.Harness;
using MyNumber.TestKit;

namespace MyNumber.PcscTests.OpenSc;

[Collection(PcscCollection.Name)]
public sealed class Pkcs11ToolTests(SharedCard shared) : IClassFixture<SharedCard>
{
    [SkippableFact]
    public async Task Each_pin_is_a_slot_and_the_second_reader_is_empty()
    {
        OpenScCard card = await shared.UseAsync();
        ProgramOutcome outcome = card.Pkcs11("--list-slots");
        outcome.ExitCode.ShouldBe(0, outcome.All);
        Values(outcome, "token label").ShouldBe([OpenScCard.LoginToken, OpenScCard.SignatureToken]);
        Values(outcome, "token flags").ShouldBe(["login required, token initialized, PIN initialized", "login required, token initialized, PIN initialized"]);
        Values(outcome, "pin min/max").ShouldBe(["4/4", "6/16"]);
        outcome.Output.ShouldContain("(empty)");
        card.TakeDialogue().ShouldBe(new Dialogue().Load().Tries("0018", "63C3").Tries("001B", "63C5").Lines);
    }

    [SkippableFact]
    public async Task Without_login_there_are_certificates_and_no_private_key()
    {
        OpenScCard card = await shared.UseAsync();
        ProgramOutcome outcome = card.Pkcs11("--list-objects");
        outcome.ExitCode.ShouldBe(0, outcome.All);
        Objects(outcome, "Certificate").ShouldBe(["01", "03", "04"]);
        Objects(outcome, "Public Key").ShouldBe(["01", "03", "04"]);
        Objects(outcome, "Private Key").ShouldBeEmpty();
        card.TakeDialogue().ShouldBe(new Dialogue().Load().Lines);
    }

    [SkippableFact]
    public async Task The_card_signs_by_hardware_and_the_digests_are_the_programs()
    {
        OpenScCard card = await shared.UseAsync();
        ProgramOutcome outcome = card.Pkcs11("--list-mechanisms", "--slot", "0");
        outcome.ExitCode.ShouldBe(0, outcome.All);
        outcome.Output.ShouldContain("RSA-PKCS, keySize={2048,2048}, hw, decrypt, sign, verify");
        foreach (string digest in new[] { "SHA1", "SHA224", "SHA256", "SHA384", "SHA512", "MD5", "RIPEMD160" })
        {
            outcome.Output.ShouldContain($"{digest}-RSA-PKCS, keySize={{2048,2048}}, sign, verify");
        }

        card.TakeDialogue().ShouldBe(new Dialogue().Load().Lines);
    }

    [SkippableFact]
    public async Task Login_shows_the_private_key_of_user_authentication()
    {
        OpenScCard card = await shared.UseAsync();
        ProgramOutcome outcome = card.LogIn(OpenScCard.LoginToken, OpenScCard.LoginPin, "--list-objects");
        outcome.ExitCode.ShouldBe(0, outcome.All);
        Objects(outcome, "Private Key").ShouldBe(["01"]);
        Objects(outcome, "Certificate").ShouldBe(["01", "03", "04"]);
        card.TakeDialogue().ShouldBe(new Dialogue().Load().Tries("0018", "63C3", times: 2).Verify("0018", TestCard.LoginPin).Lines);
    }

    [SkippableFact]
    public async Task Login_shows_the_signature_key_which_asks_every_time()
    {
        OpenScCard card = await shared.UseAsync();
        ProgramOutcome outcome = card.LogIn(OpenScCard.SignatureToken, OpenScCard.SignaturePin, "--list-objects");
        outcome.ExitCode.ShouldBe(0, outcome.All);
        Objects(outcome, "Private Key").ShouldBe(["02"]);
        Objects(outcome, "Certificate").ShouldBe(["02"]);
        outcome.Output.ShouldContain("always authenticate");
        card.TakeDialogue().ShouldBe(new Dialogue().Load().Tries("0018", "63C3").Tries("001B", "63C5", times: 2)
            .Verify("001B", TestCard.SignaturePin).Certificate("0001", TestCard.SignatureCertificate).Lines);
    }

    [SkippableFact]
    public async Task The_built_in_test_ends_without_an_error()
    {
        OpenScCard card = await shared.UseAsync();
        ProgramOutcome outcome = card.LogIn(OpenScCard.LoginToken, OpenScCard.LoginPin, "--test");
        outcome.ExitCode.ShouldBe(0, outcome.All);
        outcome.Output.ShouldContain("No errors");
        string[] dialogue = card.TakeDialogue();
        dialogue.ShouldContain("008400000A [10] 9000");
        dialogue.Count(line => line.StartsWith("802A0080", StringComparison.Ordinal)).ShouldBe(12);
    }

    private static string[] Objects(ProgramOutcome outcome, string kind) =>
    [
        .. outcome.Output.Split('\n').Aggregate((Kind: string.Empty, Found: new List<string>()), (state, line) => line switch
        {
            _ when line.Contains(" Object;", StringComparison.Ordinal) => (line[..line.IndexOf(" Object;", StringComparison.Ordinal)], state.Found),
            _ when line.StartsWith("  ID:", StringComparison.Ordinal) && state.Kind == kind => (state.Kind, [.. state.Found, line[5..].Trim()]),
            _ => state,
        }).Found,
    ];

    private static string[] Values(ProgramOutcome outcome, string name) =>
        [.. outcome.Output.Split('\n').Select(line => line.Split(':', 2)).Where(pair => pair[0].Trim() == name).Select(pair => pair[1].Trim())];
}
