using System.Text.Json;
using MyNumber.PcscTests.Harness;
using MyNumber.TestKit;

namespace MyNumber.PcscTests.Cli;

[Collection(PcscCollection.Name)]
public sealed class CardVerbsTests(PcscDaemon daemon) : IDisposable
{
    private readonly CardTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [SkippableFact]
    public async Task List_info_and_pins_tell_of_the_card_and_spend_nothing()
    {
        await using CardInReader reader = await CardInReader.InsertAsync(daemon);
        _tool.Run("card list").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ShouldBe([$"0: {PcscDaemon.FirstReader}: card present", $"1: {PcscDaemon.SecondReader}: no card"]);
        ProgramOutcome info = _tool.Run("card info --json");
        info.ExitCode.ShouldBe(0, info.All);
        JsonElement answer = JsonDocument.Parse(info.Output).RootElement;
        (answer.GetProperty("kind").GetString(), answer.GetProperty("atr").GetString()).ShouldBe(("Individual Number Card", "3BE000FF8131FE4514"));
        for (int i = 0; i < 2; i++)
        {
            Tries().ShouldBe([3, 5, 3, 10, 10, 10, 10, 10, 3, 3]);
        }
    }

    [SkippableTheory]
    [InlineData("authentication", "LOGIN_PIN", "sha256")]
    [InlineData("authentication", "LOGIN_PIN", "sha512")]
    [InlineData("signature", "SIGNATURE_PIN", "sha384")]
    public async Task A_signature_is_verified_by_openssl(string key, string variable, string hash)
    {
        await using CardInReader reader = await CardInReader.InsertAsync(daemon);
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        _tool.Folder.Write("message", "A message that nobody need keep.\n");
        ProgramOutcome signed = _tool.Run($"card sign message --key {key} --hash {hash} --pin-env {variable} --out signature");
        signed.ExitCode.ShouldBe(0, signed.All);
        _tool.Folder.Write("certificate", key == "signature" ? TestCard.SignatureCertificate : TestCard.LoginCertificate);
        openssl.RunIn(_tool.Folder.Path, "x509", "-inform", "DER", "-in", "certificate", "-pubkey", "-noout", "-out", "key").ExitCode.ShouldBe(0);
        openssl.RunIn(_tool.Folder.Path, "dgst", $"-{hash}", "-verify", "key", "-signature", "signature", "message").Output.Trim().ShouldBe("Verified OK");
    }

    [SkippableFact]
    public async Task A_changed_pin_opens_and_the_old_one_costs_a_try()
    {
        await using CardInReader reader = await CardInReader.InsertAsync(daemon);
        _tool.Run("card change-pin authentication --pin-env WRONG_PIN --new-pin-env NEW_PIN").ExitCode.ShouldBe(1);
        Tries()[0].ShouldBe(2);
        ProgramOutcome changed = _tool.Run("card change-pin authentication --pin-env LOGIN_PIN --new-pin-env NEW_PIN");
        changed.ExitCode.ShouldBe(0, changed.All);
        Tries()[0].ShouldBe(3);
        _tool.Run("card read authentication-certificate --by authentication --pin-env NEW_PIN").ExitCode.ShouldBe(0);
        ProgramOutcome late = _tool.Run("card read authentication-certificate --by authentication --pin-env LOGIN_PIN");
        late.ExitCode.ShouldBe(1);
        late.Error.Trim().ShouldBe("mynumber: user authentication PIN: wrong; tries left: 2");
    }

    [SkippableFact]
    public async Task Pins_come_from_descriptors_of_the_shell()
    {
        await using CardInReader reader = await CardInReader.InsertAsync(daemon);
        ProgramOutcome outcome = _tool.Shell("""
            printf '%s\n%s\n' "$LOGIN_PIN" "$NEW_PIN" > pins
            dotnet exec "$0" card change-pin authentication --pin-fd 4 --new-pin-fd 4 4< pins
            printf '%s\n' "$NEW_PIN" | dotnet exec "$0" card read authentication-certificate --by authentication --pin-fd 0 | head -n 1
            dotnet exec "$0" card read authentication-certificate --by authentication --pin-fd 5 5< <(printf '%s' "$WRONG_PIN"); echo $?
            dotnet exec "$0" card read authentication-certificate --by authentication --pin-fd 77; echo $?
            """);
        outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(
            ["user authentication PIN: changed", "-----BEGIN CERTIFICATE-----", "1", "2"], outcome.All);
        outcome.All.ShouldNotContain("4071");
    }

    [SkippableFact]
    public async Task A_card_that_was_taken_out_is_told_with_the_remedy()
    {
        await using CardInReader reader = await CardInReader.InsertAsync(daemon);
        reader.Reader.Remove();
        ReaderStatus.WaitForCard(PcscDaemon.FirstReader, present: false);
        ProgramOutcome outcome = _tool.Run("card pins");
        outcome.ExitCode.ShouldBe(3);
        outcome.Error.ShouldContain("Put the card in");
        outcome.Output.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task The_doctor_is_content_with_a_card_and_names_what_is_missing_without()
    {
        await using (CardInReader reader = await CardInReader.InsertAsync(daemon))
        {
            ProgramOutcome well = _tool.Run("card doctor");
            well.ExitCode.ShouldBe(0, well.All);
        }

        ReaderStatus.WaitForCard(PcscDaemon.FirstReader, present: false);
        Failed("card").GetProperty("code").GetString().ShouldBe("SCARD_E_NO_SMARTCARD");
    }

    [SkippableFact]
    public void The_doctor_names_a_daemon_that_does_not_run()
    {
        daemon.Require();
        daemon.Stop();
        try
        {
            JsonElement failed = Failed("service");
            failed.GetProperty("code").GetString().ShouldBe("SCARD_E_NO_SERVICE");
            failed.GetProperty("en").GetProperty("remedy").GetString()!.ShouldContain("pcscd");
            failed.GetProperty("ja").GetProperty("cause").GetString()!.ShouldContain("サービス");
            _tool.Run("card list").ExitCode.ShouldBe(3);
        }
        finally
        {
            daemon.Start();
        }
    }

    private int[] Tries()
    {
        ProgramOutcome outcome = _tool.Run("card pins --json");
        outcome.ExitCode.ShouldBe(0, outcome.All);
        return [.. outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("triesLeft").GetInt32())];
    }

    private JsonElement Failed(string check)
    {
        ProgramOutcome outcome = _tool.Run("card doctor --json");
        outcome.ExitCode.ShouldBe(1, outcome.All);
        JsonElement failed = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .Single(row => row.GetProperty("outcome").GetString() == "failed");
        failed.GetProperty("check").GetString().ShouldBe(check);
        return failed;
    }
}
