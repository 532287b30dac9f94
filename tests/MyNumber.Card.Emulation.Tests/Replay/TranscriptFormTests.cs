using System.Text;
using MyNumber.Card.Emulation.Replay;

namespace MyNumber.Card.Emulation.Tests.Replay;

public sealed class TranscriptFormTests
{
    private const string Heading = "{\"format\":\"mynumber-card-transcript\",\"version\":1}\n";

    [Theory]
    [InlineData("nothing", "", 1)]
    [InlineData("no JSON", "hello", 1)]
    [InlineData("a list", "[]", 1)]
    [InlineData("another format", "{\"format\":\"other\",\"version\":1}", 1)]
    [InlineData("a later version", "{\"format\":\"mynumber-card-transcript\",\"version\":2}", 1)]
    [InlineData("a version in text", "{\"format\":\"mynumber-card-transcript\",\"version\":\"1\"}", 1)]
    [InlineData("a further member in the heading", "{\"format\":\"mynumber-card-transcript\",\"version\":1,\"x\":1}", 1)]
    [InlineData("an empty line", Heading + "\n", 2)]
    [InlineData("no member", Heading + "{}", 2)]
    [InlineData("an unknown member", Heading + "{\"command\":\"00A40000\",\"answer\":\"9000\",\"x\":1}", 2)]
    [InlineData("a member twice", Heading + "{\"command\":\"00A40000\",\"command\":\"00A40000\"}", 2)]
    [InlineData("an answer without a command", Heading + "{\"answer\":\"9000\"}", 2)]
    [InlineData("a command without an answer", Heading + "{\"command\":\"00A40000\"}", 2)]
    [InlineData("an answer and a failure", Heading + "{\"command\":\"00A40000\",\"answer\":\"9000\",\"failure\":\"removed\"}", 2)]
    [InlineData("an unknown failure", Heading + "{\"command\":\"00A40000\",\"failure\":\"lost\"}", 2)]
    [InlineData("no hexadecimal", Heading + "{\"command\":\"00A4000G\",\"answer\":\"9000\"}", 2)]
    [InlineData("half a byte", Heading + "{\"command\":\"00A4000\",\"answer\":\"9000\"}", 2)]
    [InlineData("half a hidden byte", Heading + "{\"command\":\"00A4000.\",\"answer\":\"9000\"}", 2)]
    [InlineData("two hidden parts", Heading + "{\"command\":\"00..00..\",\"answer\":\"9000\"}", 2)]
    [InlineData("a number for a command", Heading + "{\"command\":1,\"answer\":\"9000\"}", 2)]
    [InlineData("a tag without a hidden part", Heading + "{\"command\":\"00A40000\",\"tag\":\"00000000000000000000000000000000\",\"answer\":\"9000\"}", 2)]
    [InlineData("a tag too short", Heading + "{\"command\":\"0020008001..\",\"tag\":\"00\",\"answer\":\"9000\"}", 2)]
    [InlineData("a signature with data", Heading + "{\"command\":\"802A008001..00\",\"answer\":\"009000\",\"signs\":true}", 2)]
    [InlineData("a signature over nothing hidden", Heading + "{\"command\":\"802A008000\",\"answer\":\"9000\",\"signs\":true}", 2)]
    [InlineData("a signature that is none", Heading + "{\"command\":\"802A008001..00\",\"answer\":\"9000\",\"signs\":false}", 2)]
    [InlineData("a connection with a command", Heading + "{\"connect\":\"3B00\",\"command\":\"00A40000\"}", 2)]
    [InlineData("a list inside", Heading + "{\"command\":[[[]]],\"answer\":\"9000\"}", 2)]
    [InlineData("the second line is bad", Heading + "{\"connect\":\"3B00\"}\n{\"connect\":3}", 3)]
    public void What_is_no_transcript_is_refused_by_line(string description, string text, int line) =>
        Should.Throw<FormatException>(() => Transcript.Parse(Encoding.UTF8.GetBytes(text)), description).Message.ShouldBe($"The transcript is not valid in line {line}.");

    [Fact]
    public void A_transcript_writes_the_bytes_that_it_was_read_from()
    {
        string text = Heading
            + "{\"connect\":\"3BE000FF8131FE4514\"}\n"
            + "{\"command\":\"0020008004........\",\"tag\":\"000102030405060708090A0B0C0D0E0F\",\"answer\":\"63C2\"}\n"
            + "{\"command\":\"802A008001..00\",\"answer\":\"9000\",\"signs\":true}\n"
            + "{\"command\":\"00A40000\",\"failure\":\"failed\"}\n";
        Transcript transcript = Transcript.Parse(Encoding.UTF8.GetBytes(text));
        transcript.Count.ShouldBe(4);
        Encoding.UTF8.GetString(transcript.ToUtf8JsonLines()).ShouldBe(text);
    }
}
