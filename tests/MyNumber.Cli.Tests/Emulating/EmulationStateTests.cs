using System.Diagnostics;
using System.Text;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Cli.Contract;
using MyNumber.TestKit;

namespace MyNumber.Cli.Tests.Emulating;

/// <summary>The file of a card says what the card is at every moment, so that no way of ending the tool gives a try back.</summary>
public sealed class EmulationStateTests : IDisposable
{
    private static readonly byte[] _selectJpki = [0x00, 0xA4, 0x04, 0x0C, 0x0A, 0xD3, 0x92, 0xF0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01];
    private static readonly byte[] _selectPin = [0x00, 0xA4, 0x02, 0x0C, 0x02, 0x00, 0x18];
    private static readonly byte[] _query = [0x00, 0x20, 0x00, 0x80];
    private static readonly byte[] _wrong = [0x00, 0x20, 0x00, 0x80, 0x04, 0x58, 0x58, 0x58, 0x58];

    private readonly TemporaryFolder _folder = new();

    private string State => Path.Combine(_folder.Path, "card.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task File_is_there_before_the_first_command_and_follows_each_try()
    {
        using EmulationProbe emulation = new($"--seed 3 --state {State}");
        await PowerAsync(emulation);
        SavedTries().ShouldBe("63C3");
        foreach (string tries in (string[])["63C2", "63C1", "63C0"])
        {
            (await emulation.AskAsync(_wrong)).ShouldBe(tries);
            SavedTries().ShouldBe(tries);
        }

        Directory.GetFiles(_folder.Path).ShouldBe([State]);
        (await emulation.StopAsync()).Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task Command_that_changes_nothing_writes_nothing()
    {
        using EmulationProbe emulation = new($"--seed 3 --state {State}");
        await PowerAsync(emulation);
        File.Delete(State);
        (await emulation.AskAsync(_query)).ShouldBe("63C3");
        File.Exists(State).ShouldBeFalse();
        (await emulation.AskAsync(_wrong)).ShouldBe("63C2");
        File.Exists(State).ShouldBeTrue();
    }

    [Fact]
    public async Task File_that_cannot_be_written_any_more_is_told_once_and_ends_undetermined()
    {
        string place = Path.Combine(_folder.Path, "gone");
        Directory.CreateDirectory(place);
        using EmulationProbe emulation = new($"--seed 3 --state {Path.Combine(place, "card.json")}");
        await PowerAsync(emulation);
        Directory.Delete(place, recursive: true);
        (await emulation.AskAsync(_wrong)).ShouldBe("63C2");
        (await emulation.AskAsync(_wrong)).ShouldBe("63C1");
        ToolRun ended = await emulation.StopAsync();
        ended.Code.ShouldBe(ExitCode.Undetermined);
        ended.Error.Split("--state cannot be written: DirectoryNotFoundException.").Length.ShouldBe(2);
    }

    [Fact]
    public async Task File_that_can_be_written_again_at_the_end_has_the_spent_try_and_ends_well()
    {
        using EmulationProbe emulation = new($"--seed 3 --state {State}");
        await PowerAsync(emulation);
        File.Delete(State);
        Directory.CreateDirectory(State);
        (await emulation.AskAsync(_wrong)).ShouldBe("63C2");
        Directory.Delete(State);
        ToolRun ended = await emulation.StopAsync();
        ended.Code.ShouldBe(ExitCode.Done);
        ended.Error.Split("--state cannot be written").Length.ShouldBe(2);
        SavedTries().ShouldBe("63C2");
    }

    [Fact]
    public async Task File_that_is_lost_is_not_taken_for_kept_because_the_card_is_as_it_was_before()
    {
        using EmulationProbe emulation = new($"--seed 3 --state {State}");
        await PowerAsync(emulation);
        File.Delete(State);
        Directory.CreateDirectory(State);
        (await emulation.AskAsync(_wrong)).ShouldBe("63C2");
        (await emulation.AskAsync([.. _wrong[..5], .. Encoding.ASCII.GetBytes(CardPerson.FromSeed(3).Pins.Reveal(CardPinKind.UserAuthentication)!)])).ShouldBe("9000");
        ToolRun ended = await emulation.StopAsync();
        ended.Code.ShouldBe(ExitCode.Undetermined);
        ended.Error.Split("--state cannot be written").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Second_failure_after_a_mended_one_is_told_again()
    {
        using EmulationProbe emulation = new($"--seed 3 --state {State}");
        await PowerAsync(emulation);
        File.Delete(State);
        foreach (string tries in (string[])["63C2", "63C0"])
        {
            Directory.CreateDirectory(State);
            (await emulation.AskAsync(_wrong)).ShouldBe(tries);
            Directory.Delete(State);
            await emulation.AskAsync(_wrong);
            File.Delete(State);
        }

        (await emulation.StopAsync()).Error.Split("--state cannot be written").Length.ShouldBe(3);
    }

    [Fact]
    public void File_that_cannot_be_written_at_all_ends_the_run_before_the_reader_is_called()
    {
        ToolRun run = ToolRun.Of("emulate", "--vpcd", "127.0.0.1:1", "--seed", "3", "--state", Path.Combine(_folder.Path, "none", "card.json"), "--lang", "en");
        run.Code.ShouldBe(ExitCode.Undetermined);
        run.Error.TrimEnd().ShouldBe("mynumber: --state cannot be written: DirectoryNotFoundException.");
    }

    [Fact]
    public async Task Restored_card_says_why_nobody_tells_the_status_of_its_certificates()
    {
        using (EmulationProbe first = new($"--seed 3 --state {State}"))
        {
            await first.AttachAsync();
            (await first.StopAsync()).Json[0].GetProperty("ocsp").GetString()!.ShouldStartWith("http://127.0.0.1:");
        }

        using EmulationProbe second = new($"--state {State}");
        await second.AttachAsync();
        (await second.StopAsync()).Json[0].GetProperty("ocsp").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [SkippableTheory]
    [InlineData("TERM", 0)]
    [InlineData("INT", 0)]
    [InlineData("KILL", 137)]
    public async Task One_signal_ends_the_built_tool_and_the_spent_try_stays_spent(string signal, int code)
    {
        Skip.If(OperatingSystem.IsWindows(), "There are no signals.");
        OutsideProgram.Require("dotnet", "dotnet-sdk-10.0");
        using VpcdDriver driver = new();
        using Process tool = OutsideProgram.Require("env", "coreutils").Start(
            "--default-signal=INT", "dotnet", "exec", typeof(CliApplication).Assembly.Location, "emulate", "--vpcd", driver.Address, "--seed", "3", "--state", State);
        try
        {
            await driver.AcceptAsync().WaitAsync(EmulationProbe.Patience);
            await driver.AskAsync(4).WaitAsync(EmulationProbe.Patience);
            (await tool.StandardOutput.ReadLineAsync().WaitAsync(EmulationProbe.Patience)).ShouldNotBeNull(signal);
            await driver.TellAsync(1);
            await driver.AskAsync(_selectJpki);
            await driver.AskAsync(_selectPin);
            (await driver.AskAsync(_wrong)).ShouldBe([0x63, 0xC2], signal);
            OutsideProgram.Require("bash", "bash").Run("-c", FormattableString.Invariant($"kill -{signal} {tool.Id}")).ExitCode.ShouldBe(0, signal);
            tool.WaitForExit(EmulationProbe.Patience).ShouldBeTrue(signal);
            tool.ExitCode.ShouldBe(code, signal);
        }
        finally
        {
            tool.Kill();
        }

        SavedTries().ShouldBe("63C2", signal);
    }

    private static async Task PowerAsync(EmulationProbe emulation)
    {
        await emulation.AttachAsync();
        await emulation.Driver.TellAsync(1);
        await emulation.AskAsync(_selectJpki);
        await emulation.AskAsync(_selectPin);
    }

    /// <summary>What a card says that is made of the file as it lies there now.</summary>
    private string SavedTries()
    {
        using EmulatedCard card = EmulatedCard.Restore(File.ReadAllBytes(State));
        byte[] answer = new byte[258];
        card.PowerOn();
        card.Process(_selectJpki, answer);
        card.Process(_selectPin, answer);
        return Convert.ToHexString(answer, 0, card.Process(_query, answer));
    }
}
