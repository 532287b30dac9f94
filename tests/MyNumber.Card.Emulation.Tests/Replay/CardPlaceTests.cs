using System.Text;
using MyNumber.Card.Emulation.Replay;

namespace MyNumber.Card.Emulation.Tests.Replay;

/// <summary>A transcript keeps the token information (JPKI 0006). Whatever may have made another file current must not let that file's content pass for it.</summary>
public sealed class CardPlaceTests
{
    private const string SelectToken = "00A4020C020006";
    private const string Holder = "HOLDERHOLDERHOLDERHOLDER";

    [Theory]
    [InlineData("the token information itself", SelectToken, "9000")]
    [InlineData("a file that is not there", "00A4020C02001F", "6A82")]
    [InlineData("a short identifier that is not there", "00B09F0004", "6A82")]
    [InlineData("the current file by its form", "00B0800004", "6B00")]
    [InlineData("an application that is not there", "00A4040C02A000", "6A82")]
    [InlineData("a challenge", "0084000008", "01020304050607089000")]
    public void Place_stays_known(string description, string command, string answer) => Shows(command, answer).ShouldBeTrue(description);

    [Theory]
    [InlineData("another file", "00A4020C020001", "9000")]
    [InlineData("a protected selection", "08A4020C1386110146D4CAAC313B21DA35E3FE7C435C3150", "9000")]
    [InlineData("a selection by another form", "00A4000C020001", "9000")]
    [InlineData("a selection by path", "00A4090C020001", "9000")]
    [InlineData("a selection of what is there already", "00A40000", "9000")]
    [InlineData("a selection with a warning", "00A4020C020001", "6310")]
    [InlineData("a selection of an application with a warning", "00A4040C0AD3921000310001010408", "6310")]
    [InlineData("the next application", "00A4040E0AD392F000260100000001", "9000")]
    [InlineData("a read by short identifier", "00B0810004", "308200009000")]
    [InlineData("a read by short identifier that was refused", "00B0810004", "6982")]
    [InlineData("a protected read by short identifier", "08B0810000000596030000000000", "9000")]
    [InlineData("a record by short identifier", "00B2010C00", "01019000")]
    [InlineData("a PIN by short identifier", "0020009B0441414141", "9000")]
    [InlineData("a wrong PIN by short identifier", "0020009B0441414141", "63C4")]
    [InlineData("a change by short identifier", "0024019B0441414141", "9000")]
    [InlineData("a key by short identifier", "802A00970130" + "00", "6982")]
    [InlineData("an answer to a key by short identifier", "008800990130" + "00", "6985")]
    [InlineData("a selection whose answer was lost", "00A4020C020001", "")]
    [InlineData("any command whose answer was lost", "0084000008", "")]
    public void Place_is_not_known_any_more(string description, string command, string answer) => Shows(command, answer).ShouldBeFalse(description);

    [Fact]
    public void Pieces_of_two_files_are_not_put_together_after_a_lost_answer()
    {
        using Recording recording = new();
        recording.AddConnection([0x3B]);
        Add(recording, Terminal.SelectInputSupport, "9000");
        Add(recording, "00A4020C020001", "9000");
        Add(recording, "00B0000004", "01020304" + "9000");
        Add(recording, "00A4020C020002", "");
        Add(recording, "00B0000008", "0102030405060708" + "9000");
        string[] lines = Encoding.UTF8.GetString(Transcript.Redact(recording).ToUtf8JsonLines()).Split('\n');
        lines[4].ShouldContain("\"answer\":\"");
        lines[6].Length.ShouldBe(lines[4].Length + 8);
    }

    /// <summary>Selects the token information, sends the command, and reads: whether the content stands in the transcript.</summary>
    private static bool Shows(string command, string answer)
    {
        using Recording recording = new();
        recording.AddConnection([0x3B]);
        Add(recording, Terminal.SelectJpki, "9000");
        Add(recording, SelectToken, "9000");
        Add(recording, command, answer);
        Add(recording, "00B0000018", Convert.ToHexString(Encoding.ASCII.GetBytes(Holder)) + "9000");
        string transcript = Encoding.UTF8.GetString(Transcript.Redact(recording).ToUtf8JsonLines());
        return transcript.Contains(Convert.ToHexString(Encoding.ASCII.GetBytes("HOLDER")), StringComparison.Ordinal);
    }

    private static void Add(Recording recording, string command, string answer) => recording.Add(
        Convert.FromHexString(command), Convert.FromHexString(answer), answer.Length == 0 ? ExchangeEnd.Failed : ExchangeEnd.Answered);
}
