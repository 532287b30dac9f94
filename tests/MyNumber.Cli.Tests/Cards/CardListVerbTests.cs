using MyNumber.Card;
using MyNumber.Card.Emulation.Readers;
using MyNumber.Card.Pcsc.Errors;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Tests.Cards;

public sealed class CardListVerbTests : IDisposable
{
    private readonly CardBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Readers_are_listed_with_and_without_card()
    {
        _bench.Add(new EmulatedReader("Empty Reader"));
        ToolRun run = _bench.Run("list");
        run.Code.ShouldBe(ExitCode.Done);
        run.Lines.ShouldBe(["0: Bench Reader 0: card present", "1: Empty Reader: no card"]);
    }

    [Fact]
    public void Json_has_index_name_and_card()
    {
        _bench.Add(new EmulatedReader("Empty Reader"));
        _bench.Run("list --json").Lines.ShouldBe(["""{"index":0,"reader":"Bench Reader 0","card":true}""", """{"index":1,"reader":"Empty Reader","card":false}"""]);
    }

    [Fact]
    public void No_reader_is_undetermined_with_the_remedy()
    {
        _bench.Listing = () => [];
        ToolRun run = _bench.Run("list");
        run.Code.ShouldBe(ExitCode.Undetermined);
        run.Error.ShouldContain("Connect a reader");
        run.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("no service", 0x8010001Du, "SCARD_E_NO_SERVICE")]
    [InlineData("no permission", 0x8010006Au, "SCARD_W_SECURITY_VIOLATION")]
    public void Service_that_fails_is_undetermined_in_both_languages(string row, uint code, string symbol)
    {
        _bench.Listing = () => throw new PcscException(PcscErrors.Of(code));
        ToolRun english = _bench.Run("list"), japanese = _bench.Run("list --lang");
        (english.Code, japanese.Code).ShouldBe((ExitCode.Undetermined, ExitCode.Undetermined), row);
        english.Error.ShouldContain(symbol, Case.Sensitive, row);
        japanese.Error.Any(character => character > '\u3000').ShouldBeTrue(row);
    }

    [Fact]
    public void Reader_that_breaks_while_it_is_asked_is_undetermined()
    {
        _bench.Listing = () => throw new CardException("gone");
        _bench.Run("list").Code.ShouldBe(ExitCode.Undetermined);
    }

    [Theory]
    [InlineData("a reader's number out of range", "info --reader 7")]
    [InlineData("a name that no reader has", "pins --reader Unknown")]
    [InlineData("an empty reader by name", "pins --reader Empty")]
    public void Reader_that_cannot_serve_is_undetermined(string row, string line)
    {
        _bench.Add(new EmulatedReader("Empty Reader"));
        ToolRun run = _bench.Run(line);
        run.Code.ShouldBe(ExitCode.Undetermined, row);
        run.Output.ShouldBeEmpty(row);
    }

    [Fact]
    public void Two_cards_need_a_choice()
    {
        using CardBench other = new();
        other.Reader.Remove();
        EmulatedReader second = new("Other Reader 0");
        second.Insert(other.Card);
        _bench.Add(second);
        _bench.Run("pins").Code.ShouldBe(ExitCode.Usage);
        _bench.Run("pins --reader reader").Code.ShouldBe(ExitCode.Usage);
        _bench.Run("pins --reader 1").Code.ShouldBe(ExitCode.Done);
        _bench.Run("pins --reader bench").Code.ShouldBe(ExitCode.Done);
        second.Remove();
    }

    [Fact]
    public void No_card_is_undetermined_with_the_remedy()
    {
        _bench.Reader.Remove();
        ToolRun run = _bench.Run("info");
        run.Code.ShouldBe(ExitCode.Undetermined);
        run.Error.ShouldContain("Put the card in");
    }
}
