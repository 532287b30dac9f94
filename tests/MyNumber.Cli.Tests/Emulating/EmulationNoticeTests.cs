using MyNumber.Cli.Contract;
using MyNumber.Cli.Emulating;

namespace MyNumber.Cli.Tests.Emulating;

/// <summary>What a run says while it waits: once for each obstacle, and once when it is gone.</summary>
public sealed class EmulationNoticeTests
{
    private const string Nobody = "; trying again until stopped. Start pcscd with its driver vpcd (Debian: pcscd and vsmartcard-vpcd), or look at the port.";
    private const string Taken = ", but the driver does not ask for the card: another card has this slot, or it is no vpcd. Waiting. Stop the other one, or take the other slot (Debian: 35963 and 35964).";

    [Fact]
    public async Task Where_nobody_listens_is_told_once_and_the_card_comes_when_the_driver_does()
    {
        PausingClock clock = new();
        using EmulationProbe emulation = new("--seed 3", clock, closed: true);
        (await emulation.NoticeAsync()).ShouldBe(EmulationRun.Notice);
        (await emulation.NoticeAsync()).ShouldBe($"Nobody listens at {emulation.Driver.Address}{Nobody}");
        foreach (int pause in (int[])[50, 100, 200])
        {
            (await clock.NextPauseAsync()).ShouldBe(pause);
        }

        emulation.Driver.Reopen();
        (await clock.NextPauseAsync()).ShouldBe(400);
        await emulation.AttachAsync();
        ToolRun ended = await emulation.StopAsync();
        ended.Code.ShouldBe(ExitCode.Done);
        ended.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("in English", "--seed 3", "Connected to {0}" + Taken)]
    [InlineData("in Japanese", "--seed 3 --lang ja", "{0} に接続しましたが、ドライバーがカードを確認しません。このスロットに別のカードがあるか、vpcd ではありません。待機します。別のカードを停止するか、もう一方のスロット (Debian では 35963 と 35964) を使ってください。")]
    public async Task Slot_that_is_taken_is_told_after_two_seconds(string row, string options, string expected)
    {
        PausingClock clock = new();
        using EmulationProbe emulation = new(options, clock);
        await emulation.AcceptAsync();
        await emulation.NoticeAsync();
        (await clock.NextPauseAsync()).ShouldBe(2000, row);
        (await emulation.NoticeAsync()).ShouldBe(string.Format(System.Globalization.CultureInfo.InvariantCulture, expected, emulation.Driver.Address), row);
        (await emulation.AskAsync(4)).ShouldBe("3BE000FF8131FE4514", row);
        await emulation.LineAsync();
        ToolRun ended = await emulation.StopAsync();
        ended.Code.ShouldBe(ExitCode.Done, row);
        ended.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2, row);
    }

    [Fact]
    public async Task Driver_that_asks_in_time_is_not_complained_about()
    {
        PausingClock clock = new();
        using EmulationProbe emulation = new("--seed 3", clock);
        await emulation.AcceptAsync();
        (_, Action end) = await clock.BegunAsync();
        await emulation.AskAsync(4);
        await emulation.LineAsync();
        end();
        ToolRun ended = await emulation.StopAsync();
        ended.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Driver_that_ends_and_returns_is_told_once_each_on_standard_error()
    {
        using EmulationProbe emulation = new("--seed 3");
        await emulation.AttachAsync();
        await emulation.NoticeAsync();
        for (int i = 0; i < 2; i++)
        {
            emulation.Driver.Close();
            (await emulation.NoticeAsync()).ShouldBe($"Nobody listens at {emulation.Driver.Address}{Nobody}");
            emulation.Driver.Reopen();
            await emulation.AcceptAsync();
            await emulation.AskAsync(4);
            (await emulation.NoticeAsync()).ShouldBe($"The card is in the reader at {emulation.Driver.Address} again.");
        }

        ToolRun ended = await emulation.StopAsync();
        ended.Code.ShouldBe(ExitCode.Done);
        ended.Lines.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Run_that_is_stopped_while_nobody_listens_is_undetermined()
    {
        using EmulationProbe emulation = new("--seed 3", new PausingClock(), closed: true);
        await emulation.NoticeAsync();
        await emulation.NoticeAsync();
        ToolRun ended = await emulation.StopAsync();
        ended.Code.ShouldBe(ExitCode.Undetermined);
        ended.Output.ShouldBeEmpty();
    }
}
