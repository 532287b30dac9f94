using MyNumber.Card.Channels;
using MyNumber.Card.Tests.Doubles;

namespace MyNumber.Card.Tests.Channels;

public sealed class CorrectLengthChannelTests
{
    private static readonly Dictionary<string, string> CommandsWithoutLe = new()
    {
        ["VERIFY with a PIN"] = "002000800431323334",
        ["retry query"] = "00200080",
        ["no command at all"] = "0020",
    };

    [Theory]
    [InlineData("case 2S", "00B0000000", "6C11", "00B0000011")]
    [InlineData("case 2S, 256", "00B0000010", "6C00", "00B0000000")]
    [InlineData("case 4S", "802A008001AA10", "6C00", "802A008001AA00")]
    [InlineData("case 2E", "00B00000000400", "6C11", "00B00000000011")]
    [InlineData("case 2E, 256", "00B00000000400", "6C00", "00B00000000100")]
    [InlineData("case 4E", "802A0080000001AA0400", "6C20", "802A0080000001AA0020")]
    public async Task Command_is_sent_again_with_the_length_that_the_card_names(string description, string command, string answer, string again)
    {
        foreach (bool synchronous in (bool[])[true, false])
        {
            ScriptedChannel card = new($"{command} -> {answer}", $"{again} -> 0102 9000");
            byte[] got = await GetResponseChannelTests.SendAsync(new CorrectLengthChannel(card), ScriptedChannel.Hex(command), 258, synchronous);
            got.ShouldBe([1, 2, 0x90, 0x00], description);
            card.ShouldBeAtTheEnd();
        }
    }

    [Theory]
    [InlineData("VERIFY with a PIN")]
    [InlineData("retry query")]
    [InlineData("no command at all")]
    public async Task Command_without_Le_is_never_sent_twice(string description)
    {
        ScriptedChannel card = new($"{CommandsWithoutLe[description]} -> 6C04");
        byte[] got = await GetResponseChannelTests.SendAsync(new CorrectLengthChannel(card), ScriptedChannel.Hex(CommandsWithoutLe[description]), 258, synchronous: false);
        got.ShouldBe([0x6C, 0x04], description);
    }

    [Fact]
    public async Task Second_6Cxx_is_handed_up()
    {
        ScriptedChannel card = new("00B0000000 -> 6C10", "00B0000010 -> 6C08");
        (await GetResponseChannelTests.SendAsync(new CorrectLengthChannel(card), ScriptedChannel.Hex("00B0000000"), 258, synchronous: true)).ShouldBe([0x6C, 0x08]);
    }

    [Fact]
    public async Task Copy_of_the_command_is_zeroed()
    {
        ScriptedChannel card = new("802A008001AA10 -> 6C00", "802A008001AA00 -> 9000");
        await new CorrectLengthChannel(card).TransmitAsync(ScriptedChannel.Hex("802A008001AA10"), new byte[258]);
        card.KeptCommands[1].ToArray().ShouldAllBe(b => b == 0);
    }
}
