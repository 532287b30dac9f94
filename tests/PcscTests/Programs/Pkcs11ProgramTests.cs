using MyNumber.PcscTests.Harness;
using MyNumber.PcscTests.OpenSc;
using MyNumber.TestKit;

namespace MyNumber.PcscTests.Programs;

/// <summary>Programs that reach the card through OpenSC's module and are not OpenSC's own.</summary>
[Collection(PcscCollection.Name)]
public sealed class Pkcs11ProgramTests(SharedCard shared) : IClassFixture<SharedCard>
{
    private const string SignatureTokenUrl = "pkcs11:token=JPKI%20%28Digital%20Signature%20PIN%29";

    [SkippableFact]
    public async Task Gnutls_lists_both_tokens()
    {
        OpenScCard card = await shared.UseAsync();
        ProgramOutcome outcome = P11Tool(card, "none", "--list-tokens");
        outcome.ExitCode.ShouldBe(0, outcome.All);
        outcome.Output.ShouldContain("Label: JPKI (User Authentication PIN)");
        outcome.Output.ShouldContain("Label: JPKI (Digital Signature PIN)");
    }

    [SkippableFact]
    public async Task Gnutls_logs_in_and_lists_the_signature_key_and_certificate()
    {
        OpenScCard card = await shared.UseAsync();
        ProgramOutcome outcome = P11Tool(card, TestCard.SignaturePin, "--login", "--list-all", SignatureTokenUrl);
        outcome.ExitCode.ShouldBe(0, outcome.All);
        outcome.Output.ShouldContain("Label: Digital Signature Key");
        outcome.Output.ShouldContain("Label: Digital Signature Certificate");
    }

    [SkippableFact]
    public async Task Gnutls_without_login_sees_nothing_of_the_signature_token()
    {
        OpenScCard card = await shared.UseAsync();
        P11Tool(card, "none", "--list-all", SignatureTokenUrl).Output.ShouldNotContain("Digital Signature Certificate\n");
    }

    [SkippableFact]
    public async Task Ssh_takes_the_login_certificates_key_for_one_of_its_own()
    {
        OpenScCard card = await shared.UseAsync();
        OutsideProgram ssh = OutsideProgram.Require("ssh-keygen", "openssh-client");
        card.Folder.Write("certificate", TestCard.LoginCertificate);
        OutsideProgram.Require("openssl", "openssl").RunIn(card.Folder.Path, "x509", "-inform", "DER", "-in", "certificate", "-pubkey", "-noout", "-out", "key").ExitCode.ShouldBe(0);
        string expected = ssh.RunIn(card.Folder.Path, "-i", "-m", "PKCS8", "-f", "key").Output.Trim();
        expected.ShouldStartWith("ssh-rsa ");

        ProgramOutcome outcome = ssh.RunIn(card.Folder.Path, "-D", OpenScCard.Module);
        outcome.ExitCode.ShouldBe(0, outcome.All);
        outcome.Output.Split('\n').ShouldContain(line => line.StartsWith(expected, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Java_keeps_the_login_key_as_a_key_store()
    {
        OpenScCard card = await shared.UseAsync();
        ProgramOutcome outcome = KeyTool(card, TestCard.LoginPin);
        outcome.ExitCode.ShouldBe(0, outcome.All);
        outcome.Output.ShouldContain("PrivateKeyEntry");
    }

    [SkippableFact]
    public async Task Java_is_refused_with_a_wrong_pin_and_the_right_one_gives_the_try_back()
    {
        OpenScCard card = await shared.UseAsync();
        KeyTool(card, "0000").ExitCode.ShouldNotBe(0);
        card.Pkcs15("--list-pins").Output.ShouldContain("Tries left     : 2");
        KeyTool(card, TestCard.LoginPin).ExitCode.ShouldBe(0);
        card.Pkcs15("--list-pins").Output.ShouldContain("Tries left     : 3");
    }

    private static ProgramOutcome KeyTool(OpenScCard card, string pin)
    {
        card.Folder.Write("p11.cfg", $"name = Card\nlibrary = {OpenScCard.Module}\nslotListIndex = 0\n");
        return OutsideProgram.Require("keytool", "default-jdk-headless").RunWith(
            new ProgramSetting(card.Folder.Path) { Environment = new Dictionary<string, string> { ["CARD_PIN"] = pin } },
            "-list", "-keystore", "NONE", "-storetype", "PKCS11", "-storepass:env", "CARD_PIN",
            "-providerClass", "sun.security.pkcs11.SunPKCS11", "-providerArg", "p11.cfg");
    }

    private static ProgramOutcome P11Tool(OpenScCard card, string pin, params string[] arguments) => OutsideProgram.Require("p11tool", "gnutls-bin")
        .RunWith(new ProgramSetting(card.Folder.Path) { Environment = new Dictionary<string, string> { ["GNUTLS_PIN"] = pin } }, [$"--provider={OpenScCard.Module}", .. arguments]);
}
