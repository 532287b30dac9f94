using System.Diagnostics;
using System.Globalization;
using MyNumber.PcscTests.Harness;
using MyNumber.TestKit;

namespace MyNumber.PcscTests.Cli;

[Collection(PcscCollection.Name)]
public sealed class EmulateTests(PcscDaemon daemon)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    [SkippableFact]
    public async Task The_card_is_seen_by_opensc_survives_a_restart_of_the_daemon_and_leaves_on_a_signal()
    {
        daemon.Require();
        ReaderStatus.WaitForCard(PcscDaemon.FirstReader, present: false);
        using Process emulation = CardTool.Start("emulate --vpcd 127.0.0.1:35963 --seed 3");
        try
        {
            string? line = await emulation.StandardOutput.ReadLineAsync().WaitAsync(_patience);
            line.ShouldNotBeNull().ShouldStartWith("Card in the reader at 127.0.0.1:35963: individual-number-card");
            HoldsCard();
            daemon.Restart();
            ReaderStatus.WaitForCard(PcscDaemon.FirstReader, present: true);
            HoldsCard();
            OutsideProgram.Require("kill", "procps").Run("-TERM", emulation.Id.ToString(CultureInfo.InvariantCulture)).ExitCode.ShouldBe(0);
            await emulation.WaitForExitAsync().WaitAsync(_patience);
            emulation.ExitCode.ShouldBe(0);
            (await emulation.StandardOutput.ReadToEndAsync()).ShouldBeEmpty();
        }
        finally
        {
            if (!emulation.HasExited)
            {
                emulation.Kill();
            }
        }

        ReaderStatus.WaitForCard(PcscDaemon.FirstReader, present: false);
    }

    private static void HoldsCard()
    {
        ReaderStatus.WaitForCard(PcscDaemon.FirstReader, present: true);
        OutsideProgram opensc = OutsideProgram.Require("opensc-tool", "opensc");
        opensc.Run("-r", "0", "-n").Output.Trim().ShouldBe("jpki");
        ProgramOutcome certificates = OutsideProgram.Require("pkcs15-tool", "opensc").Run("--reader", "0", "--read-certificate", "01");
        certificates.Output.ShouldContain("-----BEGIN CERTIFICATE-----", Case.Sensitive, certificates.All);
    }
}
