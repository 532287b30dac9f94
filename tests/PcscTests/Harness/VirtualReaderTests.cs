using MyNumber.Card.Emulation.Readers;
using MyNumber.TestKit;

namespace MyNumber.PcscTests.Harness;

[Collection(PcscCollection.Name)]
public sealed class VirtualReaderTests(PcscDaemon daemon)
{
    private const string SelectJpki = "00A4040C0AD392F000260100000001";

    [SkippableFact]
    public async Task Two_cards_lie_in_two_readers_at_once()
    {
        await using CardInReader first = await CardInReader.InsertAsync(daemon);
        await using CardInReader second = await CardInReader.InsertAsync(daemon, address: VpcdAddress.SecondSlot);
        first.ForgetExchanges();
        Send("1", SelectJpki, "00A4020C020018", "00200080 04 30 30 30 30").ShouldContain("SW1=0x63, SW2=0xC2");
        Send("0", SelectJpki, "00A4020C020018", "00200080").ShouldContain("SW1=0x63, SW2=0xC3");
        first.Card.Commands.ShouldBe(3);
        second.Card.Commands.ShouldBe(3);
    }

    [SkippableFact]
    public async Task A_card_that_is_taken_out_is_gone_for_the_daemon_and_comes_back()
    {
        await using CardInReader reader = await CardInReader.InsertAsync(daemon);
        reader.Reader.Remove();
        ReaderStatus.WaitForCard(PcscDaemon.FirstReader, present: false);
        OutsideProgram.Require("opensc-tool", "opensc").Run("-r", "0", "-n").ExitCode.ShouldNotBe(0);
        reader.Reader.Insert(reader.Card.Card);
        await reader.WaitAsync();
        Send("0", SelectJpki).ShouldContain("SW1=0x90, SW2=0x00");
    }

    [SkippableFact]
    public async Task A_daemon_that_was_stopped_finds_the_card_when_it_returns()
    {
        await using CardInReader reader = await CardInReader.InsertAsync(daemon);
        daemon.Stop();
        await reader.Reader.WaitForAttachedAsync(attached: false);
        daemon.Start();
        await reader.WaitAsync();
        Send("0", SelectJpki).ShouldContain("SW1=0x90, SW2=0x00");
    }

    [SkippableFact]
    public async Task A_daemon_that_was_killed_three_times_finds_the_card_each_time()
    {
        await using CardInReader reader = await CardInReader.InsertAsync(daemon);
        for (int i = 0; i < 3; i++)
        {
            daemon.Kill();
            await reader.Reader.WaitForAttachedAsync(attached: false);
            daemon.Start();
            await reader.WaitAsync();
        }

        Send("0", SelectJpki).ShouldContain("SW1=0x90, SW2=0x00");
    }

    [SkippableFact]
    public async Task What_is_shorter_than_a_command_stops_at_the_program_and_the_card_stays()
    {
        await using CardInReader reader = await CardInReader.InsertAsync(daemon);
        Send("0", "00A404").ShouldNotContain("SW1=0x90");
        Send("0", SelectJpki).ShouldContain("SW1=0x90, SW2=0x00");
    }

    /// <summary>Sends commands without OpenSC's card drivers in between.</summary>
    private static string Send(string reader, params string[] commands) => OutsideProgram.Require("opensc-tool", "opensc")
        .Run(["-r", reader, "-c", "default", .. commands.SelectMany(command => new[] { "-s", command.Replace(" ", string.Empty, StringComparison.Ordinal) })]).All;
}
