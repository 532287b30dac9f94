namespace MyNumber.Card.Emulation.Tests.Commands;

public sealed class ReadRecordTests
{
    // §4.10 of the research notes: serial number, municipality and expiry of the sample card.
    private const string Record = "011C3430303030303030303030303030313133313031323033343034" + "3031";
    private const string KeyReference = "36303030303230" + "0805" + "303031" + "00000000";

    [Theory]
    [InlineData("first record by short identifier", "00B2010C00", "record")]
    [InlineData("from the first to the end", "00B2010D00", "record")]
    [InlineData("extended Le", "00B2010C000000", "record")]
    [InlineData("Le of exactly its length", "00B2010C1E", "record")]
    [InlineData("Le shorter than the record", "00B2010C02", "two bytes")]
    [InlineData("key reference", "00B2011400", "key reference")]
    public void Of_the_common_application(string description, string command, string answer)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(Terminal.SelectCommon);
        terminal.Send(command).ShouldBe(answer switch { "record" => Record, "key reference" => KeyReference, _ => "011C" } + "9000");
    }

    [Fact]
    public void The_short_identifier_makes_the_file_current()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectCommon, "00B2010C00");
        terminal.Send("00B2010400").ShouldBe(Record + "9000");
    }

    [Fact]
    public void The_residence_application_tells_the_same_key_reference()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectResidence, "00A4020C020002");
        terminal.Send("00B2010400").ShouldBe(KeyReference + "9000");
    }

    [Theory]
    [InlineData("record 0", "00B2000C00", "6A83")]
    [InlineData("record 2", "00B2020C00", "6A83")]
    [InlineData("record 255", "00B2FF0C00", "6A83")]
    [InlineData("from record 2 to the end", "00B2020D00", "6A83")]
    [InlineData("no current file", "00B2010400", "6986")]
    [InlineData("missing file", "00B2016C00", "6A82")]
    [InlineData("PIN file", "00B201E400", "6981")]
    [InlineData("key file", "00B201CC00", "6981")]
    [InlineData("file of unknown use", "00B201F400", "6981")]
    [InlineData("by identifier of the record", "00B2010800", "6A86")]
    [InlineData("to the end backwards", "00B2010E00", "6A86")]
    [InlineData("short identifier 1F", "00B201FC00", "6A86")]
    [InlineData("no Le", "00B2010C", "6700")]
    [InlineData("data", "00B2010C01AA", "6700")]
    [InlineData("data and Le", "00B2010C01AA00", "6700")]
    [InlineData("READ BINARY of a record file", "00B0810000", "6981")]
    [InlineData("UPDATE BINARY of a record file", "00D6810001AA", "6981")]
    public void Is_refused(string description, string command, string status)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new Terminal().After(Terminal.SelectCommon);
        terminal.Send(command).ShouldBe(status);
    }

    [Theory]
    [InlineData("transparent file", "00B2010C00")]
    [InlineData("closed transparent file", "00B2014C00")]
    public void Of_a_file_without_records_conflicts(string description, string command)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = Terminal.WithCertificates().After(Terminal.SelectJpki);
        terminal.Send(command).ShouldBe("6981");
    }

    [Fact]
    public void To_the_end_is_an_option()
    {
        using Terminal terminal = new Terminal(new EmulatedCardOptions { ReadsRecordsToEnd = false }).After(Terminal.SelectCommon);
        terminal.Send("00B2010D00").ShouldBe("6A81");
        terminal.Send("00B2010C00").ShouldBe(Record + "9000");
    }
}
