using System.Text.Json;
using MyNumber.Card.Channels;
using MyNumber.Card.Emulation.Readers;
using MyNumber.Card.Pcsc.Errors;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Tests.Cards;

/// <summary>The doctor where several readers are, good and bad ones.</summary>
public sealed class CardDoctorReadersTests : IDisposable
{
    private readonly CardBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Each_card_is_examined_and_named_by_its_reader()
    {
        using CardBench other = new();
        for (int i = 0; i < 3; i++)
        {
            other.Run("read number --pin-env WRONG --last-try");
        }

        _bench.Add(new EmulatedReader("Empty Reader 1"));
        _bench.Add(new NamedReader("Blocked Reader 2", other.Reader));
        ToolRun run = _bench.Run("doctor --json");
        run.Code.ShouldBe(ExitCode.Refused);
        run.Json.Select(Row).ShouldBe(
        [
            ("library", "ok", null), ("service", "ok", null), ("permission", "ok", null), ("reader", "ok", null),
            ("card", "ok", "Bench Reader 0"), ("application", "ok", "Bench Reader 0"), ("pins", "ok", "Bench Reader 0"),
            ("card", "ok", "Blocked Reader 2"), ("application", "ok", "Blocked Reader 2"), ("pins", "failed", "Blocked Reader 2"),
        ]);
        _bench.Run("doctor").Lines.ShouldContain("PINs [Bench Reader 0]: ok");
    }

    [Theory]
    [InlineData("by a part of its name", "doctor --reader Bench --json", 0)]
    [InlineData("by its number", "doctor --reader 0 --json", 0)]
    [InlineData("the one that is broken", "doctor --reader 1 --json", 1)]
    public void Reader_that_is_named_is_examined_alone(string row, string line, int code)
    {
        _bench.Add(new RefusingReader { Refusal = new PcscException(PcscErrors.Of(0x80100066u)) });
        ToolRun run = _bench.Run(line);
        ((int)run.Code).ShouldBe(code, row);
        run.Json.Select(Row).Skip(4).ShouldAllBe(one => one.Reader == (code == 0 ? "Bench Reader 0" : "Refusing Reader"), row);
        run.Json.Length.ShouldBe(7, row);
    }

    [Fact]
    public void Reader_that_fails_below_the_card_is_told_once_beside_a_good_one()
    {
        _bench.Add(new RefusingReader { Refusal = new PcscException(PcscErrors.Of(0x80100017u)) });
        ToolRun run = _bench.Run("doctor --json");
        run.Code.ShouldBe(ExitCode.Refused);
        run.Json.Select(Row).Skip(2).ShouldBe(
        [
            ("permission", "ok", null), ("reader", "failed", "Refusing Reader"),
            ("card", "ok", "Bench Reader 0"), ("application", "ok", "Bench Reader 0"), ("pins", "ok", "Bench Reader 0"),
            ("card", "notReached", "Refusing Reader"), ("application", "notReached", "Refusing Reader"), ("pins", "notReached", "Refusing Reader"),
        ]);
    }

    [Fact]
    public void Reader_that_is_not_there_fails_at_the_reader_and_is_not_taken_for_no_reader_at_all()
    {
        ToolRun run = _bench.Run("doctor --reader Nowhere --json");
        run.Code.ShouldBe(ExitCode.Refused);
        run.Json[3].GetProperty("code").GetString().ShouldBe("UnknownReader");
    }

    [Theory]
    [InlineData("when it is connected", false)]
    [InlineData("when it is asked for its card", true)]
    public void Each_reader_that_fails_below_the_card_is_told_with_its_own_cause(string row, bool asked)
    {
        _bench.Listing = () => [Broken("Pulled Reader", 0x80100017u, asked), _bench.Reader, Broken("Lost Reader", 0x8010001Eu, asked), Broken("Other Reader", 0x80100010u, asked)];
        ToolRun run = _bench.Run("doctor --json");
        run.Code.ShouldBe(ExitCode.Refused, row);
        run.Json.Where(line => line.GetProperty("outcome").GetString() == "failed").Select(line => (Row(line).Check, Row(line).Reader, line.GetProperty("code").GetString())).ShouldBe(
        [
            ("service", "Lost Reader", "SCARD_E_SERVICE_STOPPED"),
            ("reader", "Pulled Reader", "SCARD_E_READER_UNAVAILABLE"),
            ("reader", "Other Reader", "SCARD_E_NOT_READY"),
        ], row);
        run.Json.Select(Row).Where(line => line.Reader is null).ShouldBe([("library", "ok", null), ("permission", "ok", null)], row);
        run.Json.Select(Row).Where(line => line.Reader == "Bench Reader 0").ShouldAllBe(line => line.Outcome == "ok", row);
    }

    [Fact]
    public void Check_that_no_reader_came_to_is_not_called_good()
    {
        _bench.Listing = () => [Broken("First Reader", 0x8010001Du, asked: true), Broken("Second Reader", 0x8010001Eu, asked: false)];
        _bench.Run("doctor --json").Json.Select(Row).Take(5).ShouldBe(
        [
            ("library", "ok", null), ("service", "failed", "First Reader"), ("service", "failed", "Second Reader"), ("permission", "notReached", null), ("reader", "notReached", null),
        ]);
    }

    [Fact]
    public void Empty_reader_beside_one_that_broke_is_no_finding()
    {
        _bench.Listing = () => [new EmulatedReader("Empty Reader"), Broken("Pulled Reader", 0x80100017u, asked: true)];
        ToolRun run = _bench.Run("doctor --json");
        run.Code.ShouldBe(ExitCode.Refused);
        run.Json.ShouldNotContain(line => Row(line).Reader == "Empty Reader");
        Row(run.Json[3]).ShouldBe(("reader", "failed", "Pulled Reader"));
    }

    [Theory]
    [InlineData("the doctor in English", "doctor --help", "Without the option every reader that holds a card.", "the one that holds")]
    [InlineData("the doctor in Japanese", "doctor --help --lang", "省略するとカードのあるすべてのリーダーです。", "省略するとカードのあるリーダーです。")]
    [InlineData("another verb in English", "pins --help", "Without the option the one that holds a card.", "every reader")]
    [InlineData("another verb in Japanese", "pins --help --lang", "省略するとカードのあるリーダーです。", "すべて")]
    public void Help_says_which_reader_is_meant_without_the_option(string row, string line, string told, string not)
    {
        string help = string.Concat(_bench.Run(line).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        help.ShouldContain(told.Replace(" ", string.Empty, StringComparison.Ordinal), Case.Sensitive, row);
        help.ShouldNotContain(not.Replace(" ", string.Empty, StringComparison.Ordinal), Case.Sensitive, row);
    }

    private static RefusingReader Broken(string name, uint code, bool asked)
    {
        PcscException fault = new(PcscErrors.Of(code));
        return asked ? new RefusingReader(name) { Silence = fault } : new RefusingReader(name) { Refusal = fault };
    }

    private static (string? Check, string? Outcome, string? Reader) Row(JsonElement row) => (
        row.GetProperty("check").GetString(), row.GetProperty("outcome").GetString(), row.TryGetProperty("reader", out JsonElement reader) ? reader.GetString() : null);

    /// <summary>Another reader under a name of its own.</summary>
    private sealed class NamedReader(string name, ICardReader reader) : ICardReader
    {
        public string Name => name;

        public bool IsCardPresent => reader.IsCardPresent;

        public ICardConnection Connect() => reader.Connect();
    }
}
