using MyNumber.PcscTests.Harness;
using MyNumber.TestKit;

namespace MyNumber.PcscTests.Programs;

[Collection(PcscCollection.Name)]
public sealed class JavaSmartCardTests(PcscDaemon daemon)
{
    private const string SelectJpki = "00A4040C0AD392F000260100000001";

    [SkippableFact]
    public async Task The_platform_of_java_reads_by_short_and_extended_commands()
    {
        await using CardInReader reader = await CardInReader.InsertAsync(daemon);
        byte[] certificate = TestCard.LoginCertificate;
        string[] lines = Send(SelectJpki, "00A4020C02000A", "00B0000000", "00B00000000400", "00B0700004");
        lines.ShouldBe(
        [
            "Virtual PCD 00 00 3BE000FF8131FE4514",
            "9000",
            "9000",
            Convert.ToHexString(certificate.AsSpan(0, 256)) + "9000",
            Convert.ToHexString(certificate.AsSpan(0, 1024)) + "9000",
            "6B00",
        ]);
    }

    [SkippableFact]
    public async Task A_wrong_pin_and_a_closed_file_are_refused_to_java_too()
    {
        await using CardInReader reader = await CardInReader.InsertAsync(daemon);
        string[] lines = Send(SelectJpki, "00A4020C020001", "00B0000000", "00A4020C020018", "002000800430303030", "00200080");
        lines[1..].ShouldBe(["9000", "9000", "6982", "9000", "63C2", "63C2"]);
    }

    [SkippableFact]
    public void Java_finds_no_card_in_an_empty_reader()
    {
        daemon.Require();
        ReaderStatus.WaitForCard(PcscDaemon.FirstReader, present: false);
        Send(SelectJpki).ShouldBe(["no card"]);
    }

    private static string[] Send(params string[] commands)
    {
        string library = Libraries.Find("libpcsclite.so.1", "libpcsclite1");
        ProgramOutcome outcome = OutsideProgram.Require("java", "default-jdk-headless")
            .RunIn(AppContext.BaseDirectory, [$"-Dsun.security.smartcardio.library={library}", Path.Combine("Programs", "Card.java"), .. commands]);
        outcome.ExitCode.ShouldBe(0, outcome.All);
        return outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
