using MyNumber.Card.Channels;
using MyNumber.Card.Tests.Doubles;

namespace MyNumber.Card.Tests.Channels;

public sealed class RedactingTraceChannelTests
{
    private static readonly Dictionary<string, string> Answers = new()
    {
        ["SELECT application"] = "9000",
        ["SELECT file"] = "6A82",
        ["VERIFY"] = "63C2",
        ["VERIFY in extended form"] = "63C2",
        ["retry query"] = "63C3",
        ["CHANGE REFERENCE DATA"] = "9000",
        ["READ BINARY"] = "313233349000",
        ["signature"] = "313233349000",
        ["proprietary SELECT-like command"] = "9000",
        ["SELECT with more than a name"] = "9000",
        ["VERIFY with a wrong Lc"] = "6700",
        ["PIN without a header"] = "6700",
    };

    private static readonly Dictionary<string, string> Commands = new()
    {
        ["SELECT application"] = "00A4040C0AD392F000260100000001",
        ["SELECT file"] = "00A4020C020018",
        ["VERIFY"] = "002000800431323334",
        ["VERIFY in extended form"] = "002000800000023132",
        ["retry query"] = "00200080",
        ["CHANGE REFERENCE DATA"] = "002401800431323334",
        ["READ BINARY"] = "00B0000004",
        ["signature"] = "802A00800431323334 00",
        ["proprietary SELECT-like command"] = "80A4040C0431323334",
        ["SELECT with more than a name"] = "00A4040C113132333431323334313233343132333431",
        ["VERIFY with a wrong Lc"] = "0020008005 31323334",
        ["PIN without a header"] = "313233",
    };

    private readonly Sink _sink = new();

    [Theory]
    [InlineData("SELECT application", "00 A4 04 0C D392F000260100000001 -> 0 bytes 9000")]
    [InlineData("SELECT file", "00 A4 02 0C 0018 -> 0 bytes 6A82")]
    [InlineData("VERIFY", "00 20 00 80 [hidden] -> 0 bytes 63C2")]
    [InlineData("VERIFY in extended form", "00 20 00 80 [hidden] -> 0 bytes 63C2")]
    [InlineData("retry query", "00 20 00 80 [0 bytes] -> 0 bytes 63C3")]
    [InlineData("CHANGE REFERENCE DATA", "00 24 01 80 [hidden] -> 0 bytes 9000")]
    [InlineData("READ BINARY", "00 B0 00 00 [0 bytes] -> 4 bytes 9000")]
    [InlineData("signature", "80 2A 00 80 [4 bytes] -> 4 bytes 9000")]
    [InlineData("proprietary SELECT-like command", "80 A4 04 0C [4 bytes] -> 0 bytes 9000")]
    [InlineData("SELECT with more than a name", "00 A4 04 0C [17 bytes] -> 0 bytes 9000")]
    [InlineData("VERIFY with a wrong Lc", " [hidden] -> 0 bytes 6700")]
    [InlineData("PIN without a header", " [hidden] -> 0 bytes 6700")]
    public async Task Entry_shows_what_is_harmless(string description, string line)
    {
        foreach (bool synchronous in (bool[])[true, false])
        {
            _sink.Lines.Clear();
            RedactingTraceChannel channel = new(new ScriptedChannel($"{Commands[description]} -> {Answers[description]}"), _sink);
            await GetResponseChannelTests.SendAsync(channel, ScriptedChannel.Hex(Commands[description]), 258, synchronous);
            _sink.Lines.ShouldBe([line], description);
            _sink.Lines[0].ShouldNotContain("3132", Case.Sensitive, description);
        }
    }

    [Fact]
    public async Task Failed_exchange_is_told_and_the_exception_goes_on()
    {
        RedactingTraceChannel channel = new(new ScriptedChannel($"00B0000004 -> {ScriptedChannel.Removed}"), _sink);
        await Should.ThrowAsync<CardRemovedException>(async () => await channel.TransmitAsync(ScriptedChannel.Hex("00B0000004"), new byte[258]));
        _sink.Lines.ShouldBe(["00 B0 00 00 [0 bytes] -> failed"]);
    }

    private sealed class Sink : IApduTraceSink
    {
        public List<string> Lines { get; } = [];

        public void Record(in ApduTraceEntry entry) => Lines.Add(entry.ToString());
    }
}
