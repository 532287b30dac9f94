using System.Text.Json;
using MyNumber.Card;
using MyNumber.Card.Pcsc.Errors;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Tests.Cards;

public sealed class CardDoctorVerbTests : IDisposable
{
    private static readonly string[] _checks = ["library", "service", "permission", "reader", "card", "application", "pins"];

    private readonly CardBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Good_card_passes_every_check_and_loses_no_try()
    {
        ToolRun run = _bench.Run("doctor --json");
        run.Code.ShouldBe(ExitCode.Done);
        run.Json.Select(row => row.GetProperty("check").GetString()).ShouldBe(_checks);
        run.Json.ShouldAllBe(row => row.GetProperty("outcome").GetString() == "ok");
        _bench.Tries("signature").ShouldBe(5);
    }

    [Theory]
    [InlineData("no library", 0u, "library", "no library")]
    [InlineData("no service", 0x8010001Du, "service", "SCARD_E_NO_SERVICE")]
    [InlineData("service stopped", 0x8010001Eu, "service", "SCARD_E_SERVICE_STOPPED")]
    [InlineData("no permission", 0x8010006Au, "permission", "SCARD_W_SECURITY_VIOLATION")]
    [InlineData("no reader", 0x8010002Eu, "reader", "SCARD_E_NO_READERS_AVAILABLE")]
    [InlineData("busy", 0x80100031u, "service", "SCARD_E_SERVER_TOO_BUSY")]
    public void Failure_of_the_service_names_the_check_the_code_and_the_remedy_in_both_languages(string row, uint code, string check, string symbol)
    {
        PcscError error = code == 0 ? PcscErrors.LibraryMissing : PcscErrors.Of(code);
        _bench.Listing = () => throw new PcscException(error);
        JsonElement failed = FailedCheck(row, check);
        failed.GetProperty("code").GetString().ShouldBe(symbol, row);
        failed.GetProperty("en").GetProperty("remedy").GetString().ShouldBe(error.English.Remedy, row);
        failed.GetProperty("ja").GetProperty("cause").GetString().ShouldBe(error.Japanese.What, row);
    }

    [Fact]
    public void Text_has_both_languages_with_the_chosen_one_first()
    {
        _bench.Listing = () => [];
        string[] english = _bench.Run("doctor").Lines, japanese = _bench.Run("doctor --lang").Lines;
        english.Length.ShouldBe(11);
        english[3..8].ShouldBe(
        [
            "reader: failed (SCARD_E_NO_READERS_AVAILABLE)",
            "  No card reader is connected.",
            "  → Connect a reader; if it is connected, install its driver (Linux: libccid, or the vendor's for some contactless readers).",
            "  カードリーダーがつながっていません。",
            "  → リーダーをつないでください。つないであるときは、ドライバーを導入してください(Linuxではlibccid。非接触型には製造元のものが要ることがあります)。",
        ]);
        japanese[4].ShouldBe(english[6]);
        japanese[^1].ShouldBe("暗証番号: 未確認");
    }

    [Fact]
    public void Empty_reader_fails_at_the_card()
    {
        _bench.Reader.Remove();
        FailedCheck("empty", "card").GetProperty("code").GetString().ShouldBe("SCARD_E_NO_SMARTCARD");
    }

    [Theory]
    [InlineData("mute", 0x80100066u, "card", "SCARD_W_UNRESPONSIVE_CARD")]
    [InlineData("held by another program", 0x8010000Bu, "card", "SCARD_E_SHARING_VIOLATION")]
    [InlineData("not for this user", 0x8010006Au, "permission", "SCARD_W_SECURITY_VIOLATION")]
    [InlineData("reader pulled out", 0x80100017u, "reader", "SCARD_E_READER_UNAVAILABLE")]
    [InlineData("no common protocol", 0x8010000Fu, "card", "SCARD_E_PROTO_MISMATCH")]
    public void Card_that_cannot_be_connected_names_the_check_and_the_code(string row, uint code, string check, string symbol)
    {
        _bench.Listing = () => [new RefusingReader { Refusal = new PcscException(PcscErrors.Of(code)) }];
        FailedCheck(row, check).GetProperty("code").GetString().ShouldBe(symbol, row);
    }

    [Theory]
    [InlineData("reader pulled out", 0x80100017u, "reader", "SCARD_E_READER_UNAVAILABLE")]
    [InlineData("reader unknown by now", 0x80100009u, "reader", "SCARD_E_UNKNOWN_READER")]
    [InlineData("service gone", 0x8010001Du, "service", "SCARD_E_NO_SERVICE")]
    [InlineData("a code of its own", 0x80100001u, "reader", "SCARD_F_INTERNAL_ERROR")]
    public void Reader_that_cannot_tell_whether_it_holds_a_card_names_the_check_and_the_code(string row, uint code, string check, string symbol)
    {
        _bench.Listing = () => [new RefusingReader { Silence = new PcscException(PcscErrors.Of(code)) }];
        FailedCheck(row, check).GetProperty("code").GetString().ShouldBe(symbol, row);
    }

    [Fact]
    public void Reader_without_a_code_that_cannot_tell_fails_at_the_reader()
    {
        _bench.Listing = () => [new RefusingReader { Silence = new CardException("hidden") }];
        FailedCheck("no code", "reader").GetProperty("code").GetString().ShouldBe("SCARD_F_UNKNOWN_ERROR");
    }

    [Fact]
    public void Card_that_answers_nothing_sensible_fails_at_the_application()
    {
        _bench.Listing = () => [new RefusingReader()];
        FailedCheck("another card", "application").GetProperty("code").GetString().ShouldBe("UnknownCard");
    }

    [Fact]
    public void Card_that_is_torn_out_fails_at_the_card()
    {
        _bench.Reader.RemoveAtCommand(3);
        FailedCheck("torn", "card").GetProperty("code").GetString().ShouldBe("SCARD_E_NO_SMARTCARD");
    }

    [Fact]
    public void Blocked_pin_fails_at_the_pins()
    {
        for (int i = 0; i < 3; i++)
        {
            _bench.Run("read number --pin-env WRONG --last-try");
        }

        FailedCheck("blocked", "pins").GetProperty("code").GetString().ShouldBe("BlockedPin");
    }

    private JsonElement FailedCheck(string row, string check)
    {
        ToolRun run = _bench.Run("doctor --json");
        run.Code.ShouldBe(ExitCode.Refused, row);
        int at = Array.IndexOf(_checks, check);
        string[] outcomes = [.. _checks.Select((_, place) => place < at ? "ok" : place == at ? "failed" : "notReached")];
        run.Json.Select(line => line.GetProperty("outcome").GetString()).ShouldBe(outcomes, row);
        return run.Json[at];
    }
}
