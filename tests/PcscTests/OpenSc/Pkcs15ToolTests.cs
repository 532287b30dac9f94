using System.Security.Cryptography;
using MyNumber.PcscTests.Harness;
using MyNumber.TestKit;

namespace MyNumber.PcscTests.OpenSc;

[Collection(PcscCollection.Name)]
public sealed class Pkcs15ToolTests(SharedCard shared) : IClassFixture<SharedCard>
{
    [SkippableFact]
    public async Task The_dump_shows_two_of_each_and_four_certificates()
    {
        OpenScCard card = await shared.UseAsync();
        ProgramOutcome outcome = card.Pkcs15("-D");
        outcome.ExitCode.ShouldBe(0, outcome.All);
        outcome.Output.ShouldStartWith("PKCS#15 Card [JPKI]:");
        Count(outcome, "\nPIN [").ShouldBe(2);
        Count(outcome, "\nPrivate RSA Key [").ShouldBe(2);
        Count(outcome, "\nPublic RSA Key [").ShouldBe(2);
        Count(outcome, "\nX.509 Certificate [").ShouldBe(4);
        card.TakeDialogue().ShouldBe(Certificates().Lines);
    }

    [SkippableFact]
    public async Task The_list_of_certificates_gives_serials_of_all_but_the_closed_one()
    {
        OpenScCard card = await shared.UseAsync();
        ProgramOutcome outcome = card.Pkcs15("--list-certificates");
        outcome.ExitCode.ShouldBe(0, outcome.All);
        Count(outcome, "X.509 Certificate [").ShouldBe(4);
        Count(outcome, "Encoded serial").ShouldBe(3);
        card.TakeDialogue().ShouldBe(Certificates().Lines);
    }

    [SkippableFact]
    public async Task The_list_of_pins_gives_tries_and_lengths()
    {
        OpenScCard card = await shared.UseAsync();
        ProgramOutcome outcome = card.Pkcs15("--list-pins");
        outcome.ExitCode.ShouldBe(0, outcome.All);
        Values(outcome, "Tries left").ShouldBe(["3", "5"]);
        Values(outcome, "Length").ShouldBe(["min_len:4, max_len:4, stored_len:0", "min_len:6, max_len:16, stored_len:0"]);
        card.TakeDialogue().ShouldBe(new Dialogue().Bind().Lines);
    }

    [SkippableFact]
    public async Task The_open_certificates_come_out_as_they_went_in()
    {
        OpenScCard card = await shared.UseAsync();
        Pem(card.Pkcs15("--read-certificate", "1")).ShouldBe(TestCard.LoginCertificate);
        card.TakeDialogue().ShouldBe(new Dialogue().Bind().Certificate("000A", TestCard.LoginCertificate).Lines);
        Pem(card.Pkcs15("--read-certificate", "3")).ShouldBe(TestCard.LoginAuthorityCertificate);
        card.TakeDialogue().ShouldBe(new Dialogue().Bind().Certificate("000B", TestCard.LoginAuthorityCertificate).Lines);
        Pem(card.Pkcs15("--read-certificate", "4")).ShouldBe(TestCard.SignatureAuthorityCertificate);
    }

    [SkippableFact]
    public async Task The_signature_certificate_stays_closed_without_its_pin()
    {
        OpenScCard card = await shared.UseAsync();
        ProgramOutcome outcome = card.Pkcs15("--read-certificate", "2");
        outcome.ExitCode.ShouldBe(1);
        outcome.All.ShouldContain("Certificate read failed");
        card.TakeDialogue().ShouldBe(new Dialogue().Bind().ClosedCertificate().Lines);
    }

    [SkippableFact]
    public async Task The_signature_certificate_opens_with_its_pin()
    {
        OpenScCard card = await shared.UseAsync();
        Pem(card.Pkcs15("--read-certificate", "2", "--verify-pin", "--auth-id", "02", "--pin", OpenScCard.SignaturePin)).ShouldBe(TestCard.SignatureCertificate);
        card.TakeDialogue().ShouldBe(
            new Dialogue().Bind().Verify("001B", TestCard.SignaturePin).Certificate("0001", TestCard.SignatureCertificate).Lines);
    }

    [SkippableFact]
    public async Task The_pin_that_one_run_entered_opens_nothing_for_the_next()
    {
        OpenScCard card = await shared.UseAsync();
        card.Pkcs15("--verify-pin", "--auth-id", "02", "--pin", OpenScCard.SignaturePin).ExitCode.ShouldBe(0);
        card.Pkcs15("--read-certificate", "2").ExitCode.ShouldBe(1);
    }

    [SkippableFact]
    public async Task A_public_key_without_certificate_is_more_than_this_driver_can_read()
    {
        OpenScCard card = await shared.UseAsync();
        ProgramOutcome outcome = card.Pkcs15("--read-public-key", "1");
        outcome.ExitCode.ShouldBe(1);
        outcome.All.ShouldContain("Required ASN.1 object not found");
        card.TakeDialogue().ShouldBe(new Dialogue().Bind().Certificate("000A", TestCard.LoginCertificate).Lines);
    }

    [SkippableFact]
    public async Task A_wrong_pin_costs_a_try_that_the_right_one_gives_back()
    {
        OpenScCard card = await shared.UseAsync();
        ProgramOutcome wrong = card.Pkcs15("--verify-pin", "--auth-id", "01", "--pin", OpenScCard.WrongPin);
        wrong.ExitCode.ShouldBe(255);
        wrong.All.ShouldContain("PIN code or key incorrect");
        card.TakeDialogue().ShouldBe(new Dialogue().Bind().Verify("0018", "0000", "63C2").Lines);
        Values(card.Pkcs15("--list-pins"), "Tries left").ShouldBe(["2", "5"]);

        card.Pkcs15("--verify-pin", "--auth-id", "01", "--pin", OpenScCard.LoginPin).ExitCode.ShouldBe(0);
        card.TakeDialogue().ShouldBe(new Dialogue().Bind(login: "63C2").Verify("0018", TestCard.LoginPin).Lines);
        Values(card.Pkcs15("--list-pins"), "Tries left").ShouldBe(["3", "5"]);
    }

    private static Dialogue Certificates() => new Dialogue().Bind()
        .Certificate("000A", TestCard.LoginCertificate).ClosedCertificate()
        .Certificate("000B", TestCard.LoginAuthorityCertificate)
        .Certificate("0002", TestCard.SignatureAuthorityCertificate);

    private static int Count(ProgramOutcome outcome, string text) => outcome.Output.Split(text).Length - 1;

    private static string[] Values(ProgramOutcome outcome, string name) =>
        [.. outcome.Output.Split('\n').Select(line => line.Split(':', 2)).Where(pair => pair[0].Trim() == name).Select(pair => pair[1].Trim())];

    private static byte[] Pem(ProgramOutcome outcome)
    {
        outcome.ExitCode.ShouldBe(0, outcome.All);
        PemFields fields = PemEncoding.Find(outcome.Output);
        return Convert.FromBase64String(outcome.Output[fields.Base64Data]);
    }
}
