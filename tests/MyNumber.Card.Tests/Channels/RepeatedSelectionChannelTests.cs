using MyNumber.Card.Apdu;
using MyNumber.Card.Channels;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tests.Doubles;

namespace MyNumber.Card.Tests.Channels;

public sealed class RepeatedSelectionChannelTests
{
    private const string Select = "00A4040C0AD392F000260100000001";

    private static readonly Dictionary<string, string> OtherCommands = new()
    {
        ["SELECT a file"] = "00A4020C020018",
        ["SELECT under secure messaging"] = "08A4040C0AD392F000260100000001",
        ["VERIFY"] = "002000800431323334",
        ["retry query"] = "00200080",
        ["COMPUTE DIGITAL SIGNATURE"] = "802A008001AA00",
        ["no command at all"] = "00A4",
    };

    [Fact]
    public async Task Select_by_AID_is_sent_once_more_to_a_card_that_was_asleep()
    {
        foreach (bool synchronous in (bool[])[true, false])
        {
            ScriptedChannel card = new($"{Select} -> 6F00", $"{Select} -> 9000");
            (await GetResponseChannelTests.SendAsync(new RepeatedSelectionChannel(card), ScriptedChannel.Hex(Select), 258, synchronous)).ShouldBe([0x90, 0x00]);
            card.ShouldBeAtTheEnd();
        }
    }

    [Fact]
    public async Task Second_6F00_is_handed_up()
    {
        ScriptedChannel card = new($"{Select} -> 6F00", $"{Select} -> 6F00");
        (await GetResponseChannelTests.SendAsync(new RepeatedSelectionChannel(card), ScriptedChannel.Hex(Select), 258, synchronous: true)).ShouldBe([0x6F, 0x00]);
    }

    [Theory]
    [InlineData("6A82")]
    [InlineData("6F01")]
    [InlineData("6E00")]
    public async Task Other_refusal_is_not_repeated(string answer)
    {
        ScriptedChannel card = new($"{Select} -> {answer}");
        (await GetResponseChannelTests.SendAsync(new RepeatedSelectionChannel(card), ScriptedChannel.Hex(Select), 258, synchronous: true)).ShouldBe(ScriptedChannel.Hex(answer));
    }

    [Theory]
    [InlineData("SELECT a file")]
    [InlineData("SELECT under secure messaging")]
    [InlineData("VERIFY")]
    [InlineData("retry query")]
    [InlineData("COMPUTE DIGITAL SIGNATURE")]
    [InlineData("no command at all")]
    public async Task Other_command_is_never_sent_twice(string description)
    {
        ScriptedChannel card = new($"{OtherCommands[description]} -> 6F00");
        byte[] got = await GetResponseChannelTests.SendAsync(new RepeatedSelectionChannel(card), ScriptedChannel.Hex(OtherCommands[description]), 258, synchronous: false);
        got.ShouldBe([0x6F, 0x00], description);
    }

    [Fact]
    public async Task Session_over_a_connection_wakes_the_card()
    {
        ScriptedChannel card = new($"{Select} -> 6F00", $"{Select} -> 9000");
        using CardSession session = CardSession.Open(card);
        (await session.TrySelectApplicationAsync(CardApplicationId.Jpki)).ShouldBeTrue();
        card.ShouldBeAtTheEnd();
    }
}
