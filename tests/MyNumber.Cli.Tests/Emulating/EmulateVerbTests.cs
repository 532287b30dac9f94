using MyNumber.Card.Emulation;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Emulating;
using MyNumber.TestKit;

namespace MyNumber.Cli.Tests.Emulating;

public sealed class EmulateVerbTests
{
    private const string Person = """
        {
          "name": "試験　太郎", "address": "東京都千代田区見本町２－１－２", "birthDate": "19900401", "sex": "1", "individualNumber": "123456789018",
          "pins": { "signature": "ABC12345", "userAuthentication": "1234", "residence": "2345", "inputSupport": "3456" },
          "face": { "serialNumber": "400000000000009", "municipalityCode": "13101", "expiry": "20340401", "securityCode": "1234" }
        }
        """;

    private static readonly byte[] _selectJpki = [0x00, 0xA4, 0x04, 0x0C, 0x0A, 0xD3, 0x92, 0xF0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01];

    [Theory]
    [InlineData("the sample", "--seed 3", "3BE000FF8131FE4514")]
    [InlineData("a child's card", "--seed 4 --profile card-without-signature-certificate", "3BE000FF8131FE4514")]
    [InlineData("a card without PINs", "--seed 5 --profile card-without-pins", "3BE000FF8131FE4514")]
    [InlineData("a phone", "--seed 6 --profile android-secure-element", "3BE000FF8131FE4514")]
    [InlineData("an old resident card", "--seed 7 --profile resident-card", "3BE000FF8131FE4514")]
    [InlineData("another answer to reset", "--seed 3 --option AnswerToReset=3B8001 --option MatchingNumberTries=3", "3B8001")]
    public async Task Card_comes_into_the_reader_and_stays_until_the_run_is_stopped(string row, string options, string answerToReset)
    {
        using EmulationProbe emulation = new(options);
        (await emulation.AttachAsync()).ShouldBe(answerToReset, row);
        await emulation.Driver.TellAsync(1);
        (await emulation.AskAsync(_selectJpki)).ShouldBe("9000", row);
        ToolRun ended = await emulation.StopAsync();
        ended.Code.ShouldBe(ExitCode.Done, row);
        ended.Lines.Length.ShouldBe(1, row);
        ended.Json[0].GetProperty("vpcd").GetString().ShouldBe(emulation.Driver.Address, row);
    }

    [Fact]
    public async Task Driver_that_goes_away_finds_the_card_again()
    {
        using EmulationProbe emulation = new("--seed 3");
        await emulation.AttachAsync();
        for (int i = 0; i < 3; i++)
        {
            emulation.Driver.HangUp();
            await emulation.AcceptAsync();
            (await emulation.AskAsync(4)).ShouldBe("3BE000FF8131FE4514");
        }

        ToolRun ended = await emulation.StopAsync();
        ended.Code.ShouldBe(ExitCode.Done);
        ended.Lines.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Person_comes_from_a_file_and_decisions_are_told_without_data()
    {
        using TemporaryFolder folder = new();
        using EmulationProbe emulation = new($"--seed 3 --decisions --person {folder.Write("person.json", Person)}");
        await emulation.AttachAsync();
        await emulation.Driver.TellAsync(1);
        await emulation.AskAsync(0x00, 0xA4, 0x04, 0x0C, 0x0A, 0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x01, 0x00);
        await emulation.AskAsync(0x00, 0xA4, 0x02, 0x0C, 0x02, 0x00, 0x01);
        string record = await emulation.AskAsync(0x00, 0xB2, 0x01, 0x04, 0x00);
        System.Text.Encoding.ASCII.GetString(Convert.FromHexString(record)).ShouldContain("400000000000009");
        ToolRun ended = await emulation.StopAsync();
        ended.Error.ShouldContain("SELECT");
        ended.All.ShouldNotContain("太郎");
        ended.All.ShouldNotContain("400000000000009");
    }

    [Fact]
    public async Task Run_that_is_stopped_before_the_card_was_seen_is_undetermined()
    {
        using EmulationProbe emulation = new("--seed 3");
        await emulation.AcceptAsync();
        ToolRun ended = await emulation.StopAsync();
        ended.Code.ShouldBe(ExitCode.Undetermined);
        ended.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("no address", "")]
    [InlineData("no port", "--vpcd 127.0.0.1")]
    [InlineData("a port out of range", "--vpcd 127.0.0.1:70000")]
    [InlineData("an unknown option", "--vpcd 127.0.0.1:1 --option Flying=true")]
    [InlineData("an option by its hook's name", "--vpcd 127.0.0.1:1 --option OnDecision=x")]
    [InlineData("no value", "--vpcd 127.0.0.1:1 --option MatchingNumberTries")]
    [InlineData("no number", "--vpcd 127.0.0.1:1 --option MatchingNumberTries=many")]
    [InlineData("a number below zero", "--vpcd 127.0.0.1:1 --option PssSaltLength=-1")]
    [InlineData("a number out of range", "--vpcd 127.0.0.1:1 --seed 1 --option MatchingNumberTries=16")]
    [InlineData("no truth", "--vpcd 127.0.0.1:1 --option SelectClearsVerified=perhaps")]
    [InlineData("an unknown word", "--vpcd 127.0.0.1:1 --option MissingSignatureCertificate=7")]
    [InlineData("an odd answer to reset", "--vpcd 127.0.0.1:1 --option AnswerToReset=3B8")]
    [InlineData("no hexadecimal digits", "--vpcd 127.0.0.1:1 --option AnswerToReset=typed-word")]
    [InlineData("an unknown profile", "--vpcd 127.0.0.1:1 --profile passport")]
    [InlineData("an unknown switch", "--vpcd 127.0.0.1:1 --pin 1234")]
    public void Wrong_use_is_usage(string row, string options)
    {
        ToolRun run = ToolRun.Of([.. $"emulate {options} --lang en".Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        run.Code.ShouldBe(ExitCode.Usage, row);
        run.Output.ShouldBeEmpty(row);
        run.Error.ShouldNotContain("typed-word", Case.Sensitive, row);
        run.Error.ShouldNotContain("1234", Case.Sensitive, row);
    }

    [Fact]
    public void Unknown_option_is_answered_with_the_list()
    {
        ToolRun run = ToolRun.Of("emulate", "--vpcd", "127.0.0.1:1", "--option", "typed-word=1", "--lang", "en");
        run.Error.ShouldContain("BlockedAnswers6983, SelectClearsVerified");
        run.Error.ShouldNotContain("typed-word");
    }

    [Theory]
    [InlineData("no JSON", "typed-word", 1)]
    [InlineData("another document", "{}", 1)]
    [InlineData("a wrong check digit", "\"individualNumber\": \"123456789012\"", 1)]
    public void Person_file_that_is_none_is_refused_without_its_values(string row, string change, int code)
    {
        using TemporaryFolder folder = new();
        string document = change.StartsWith("\"ind", StringComparison.Ordinal) ? Person.Replace("\"individualNumber\": \"123456789018\"", change, StringComparison.Ordinal) : change;
        ToolRun run = ToolRun.Of("emulate", "--vpcd", "127.0.0.1:1", "--person", folder.Write("person.json", document));
        ((int)run.Code).ShouldBe(code, row);
        run.All.ShouldNotContain("123456789012", Case.Sensitive, row);
        run.All.ShouldNotContain("typed-word", Case.Sensitive, row);
    }

    [Fact]
    public void Person_file_that_is_not_there_is_undetermined() =>
        ToolRun.Of("emulate", "--vpcd", "127.0.0.1:1", "--person", Path.Combine(Path.GetTempPath(), "mynumber-none.json")).Code.ShouldBe(ExitCode.Undetermined);

    [Fact]
    public async Task Saved_card_keeps_its_spent_tries()
    {
        using TemporaryFolder folder = new();
        string state = Path.Combine(folder.Path, "card.json");
        string[] queries = [];
        foreach (string options in (string[])[$"--seed 3 --state {state}", $"--state {state}"])
        {
            using EmulationProbe emulation = new(options);
            await emulation.AttachAsync();
            await emulation.Driver.TellAsync(1);
            await emulation.AskAsync(_selectJpki);
            await emulation.AskAsync(0x00, 0xA4, 0x02, 0x0C, 0x02, 0x00, 0x18);
            queries = [.. queries, await emulation.AskAsync(0x00, 0x20, 0x00, 0x80)];
            await emulation.AskAsync(0x00, 0x20, 0x00, 0x80, 0x04, 0x58, 0x58, 0x58, 0x58);
            (await emulation.StopAsync()).Code.ShouldBe(ExitCode.Done);
        }

        queries.ShouldBe(["63C3", "63C2"]);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(state).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        ToolRun.Of("emulate", "--vpcd", "127.0.0.1:1", "--state", state, "--seed", "3").Code.ShouldBe(ExitCode.Usage);
    }

    [Fact]
    public void Saved_card_that_is_none_is_refused_and_left_as_it_is()
    {
        using TemporaryFolder folder = new();
        string state = folder.Write("card.json", "typed-word");
        ToolRun run = ToolRun.Of("emulate", "--vpcd", "127.0.0.1:1", "--state", state);
        run.Code.ShouldBe(ExitCode.Refused);
        run.All.ShouldNotContain("typed-word");
        File.ReadAllText(state).ShouldBe("typed-word");
    }

    [Fact]
    public void Every_member_of_the_options_that_is_no_hook_can_be_chosen()
    {
        string[] members = [.. typeof(EmulatedCardOptions).GetProperties().Where(member => member is { CanWrite: true, GetMethod.IsStatic: false }).Select(member => member.Name)];
        members.Except(["FillRandom", "OnDecision"]).Order(StringComparer.Ordinal).ShouldBe(CardOption.All.Select(row => row.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_switch_reaches_its_own_member()
    {
        foreach (CardOption option in CardOption.All.Where(row => row.Takes.English == "true or false"))
        {
            bool usual = (bool)typeof(EmulatedCardOptions).GetProperty(option.Name)!.GetValue(EmulatedCardOptions.Default)!;
            EmulatedCardOptions changed = option.Apply(EmulatedCardOptions.Default, usual ? "false" : "true")!;
            typeof(EmulatedCardOptions).GetProperty(option.Name)!.GetValue(changed).ShouldBe(!usual, option.Name);
        }
    }
}
