using MyNumber.Card.Pcsc.Errors;

namespace MyNumber.Card.Pcsc.Tests.Errors;

public sealed class PcscErrorsTests
{
    [Theory]
    [InlineData("access denied by Windows", 0x00000005u, PcscCause.AccessDenied)]
    [InlineData("handle of an ended service, Windows", 0x00000006u, PcscCause.ConnectionLost)]
    [InlineData("device not functioning", 0x0000001Fu, PcscCause.CommunicationFailed)]
    [InlineData("remote session without the service", 0x00000109u, PcscCause.ServiceNotRunning)]
    [InlineData("cancelled", 0x80100002u, PcscCause.Cancelled)]
    [InlineData("handle of an ended service", 0x80100003u, PcscCause.ConnectionLost)]
    [InlineData("no memory", 0x80100006u, PcscCause.OutOfResources)]
    [InlineData("short buffer", 0x80100008u, PcscCause.AnswerTooLong)]
    [InlineData("unknown reader", 0x80100009u, PcscCause.ReaderUnavailable)]
    [InlineData("timeout", 0x8010000Au, PcscCause.TimedOut)]
    [InlineData("sharing violation", 0x8010000Bu, PcscCause.CardInUse)]
    [InlineData("no card", 0x8010000Cu, PcscCause.CardAbsent)]
    [InlineData("protocol mismatch", 0x8010000Fu, PcscCause.ProtocolMismatch)]
    [InlineData("reader not ready", 0x80100010u, PcscCause.ReaderUnavailable)]
    [InlineData("communication error", 0x80100013u, PcscCause.CommunicationFailed)]
    [InlineData("not transacted", 0x80100016u, PcscCause.CommunicationFailed)]
    [InlineData("reader unavailable", 0x80100017u, PcscCause.ReaderUnavailable)]
    [InlineData("no service", 0x8010001Du, PcscCause.ServiceNotRunning)]
    [InlineData("service stopped", 0x8010001Eu, PcscCause.ServiceNotRunning)]
    [InlineData("no reader", 0x8010002Eu, PcscCause.NoReader)]
    [InlineData("too busy", 0x80100031u, PcscCause.TimedOut)]
    [InlineData("unsupported card", 0x80100065u, PcscCause.ProtocolMismatch)]
    [InlineData("unresponsive card", 0x80100066u, PcscCause.CardUnresponsive)]
    [InlineData("unpowered card", 0x80100067u, PcscCause.CardUnpowered)]
    [InlineData("reset card", 0x80100068u, PcscCause.CardReset)]
    [InlineData("removed card", 0x80100069u, PcscCause.CardAbsent)]
    [InlineData("refused by polkit", 0x8010006Au, PcscCause.AccessDenied)]
    [InlineData("a code of nobody", 0x80101234u, PcscCause.Other)]
    public void Code_has_its_cause(string row, uint code, PcscCause cause) => PcscErrors.Of(code).Cause.ShouldBe(cause, row);

    [Fact]
    public void Success_is_no_error() => Should.Throw<ArgumentOutOfRangeException>(() => PcscErrors.Of(0));

    [Fact]
    public void Codes_ascend_and_none_comes_twice() =>
        PcscErrors.All.Zip(PcscErrors.All.Skip(1)).ShouldAllBe(pair => pair.First.Code < pair.Second.Code);

    [Fact]
    public void Missing_library_is_the_only_row_without_a_code()
    {
        PcscErrors.LibraryMissing.Cause.ShouldBe(PcscCause.LibraryMissing);
        PcscErrors.All.Where(error => error.Code == 0).ShouldBe([PcscErrors.LibraryMissing]);
    }

    [Fact]
    public void Every_cause_has_a_code() => PcscErrors.All.Select(error => error.Cause).Distinct().Order().ShouldBe(Enum.GetValues<PcscCause>());

    [Fact]
    public void Every_row_says_what_and_what_to_do_in_both_languages()
    {
        foreach (PcscError error in PcscErrors.All)
        {
            error.English.What.ShouldEndWith(".", Case.Sensitive, error.Symbol);
            error.English.Remedy.ShouldEndWith(".", Case.Sensitive, error.Symbol);
            error.English.What.ShouldAllBe(character => character < 128);
            error.Japanese.What.ShouldEndWith("。", Case.Sensitive, error.Symbol);
            error.Japanese.Remedy.ShouldEndWith("。", Case.Sensitive, error.Symbol);
        }
    }

    [Fact]
    public void Causes_have_words_of_their_own() =>
        PcscErrors.All.GroupBy(error => error.English.What).ShouldAllBe(group => group.Select(error => error.Cause).Distinct().Count() == 1);

    [Fact]
    public void Message_names_cause_remedy_symbol_and_code()
    {
        PcscException refused = new(PcscErrors.Of(0x8010006A));
        refused.Message.ShouldContain("may not use");
        refused.Message.ShouldContain("polkit");
        refused.Message.ShouldContain("(SCARD_W_SECURITY_VIOLATION, 0x8010006A)");
        (refused.Code, refused.Cause).ShouldBe((0x8010006Au, PcscCause.AccessDenied));
    }

    [Fact]
    public void Exception_without_a_row_is_refused() => Should.Throw<ArgumentNullException>(() => new PcscException(null!));

    [Theory]
    [InlineData("no card", 0x8010000Cu)]
    [InlineData("removed card", 0x80100069u)]
    public void Card_that_is_gone_is_its_own_exception(string row, uint code) => PcscFailure.Of(code).ShouldBeOfType<CardRemovedException>(row);
}
