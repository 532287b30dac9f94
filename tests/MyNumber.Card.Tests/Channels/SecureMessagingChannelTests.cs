using MyNumber.Card.Channels;
using MyNumber.Card.Tests.Doubles;

namespace MyNumber.Card.Tests.Channels;

/// <summary>The constructed vector of the project research notes (§5.6), key 00 01 … 0F, and what breaks a session.</summary>
public sealed class SecureMessagingChannelTests
{
    private const string Verify = "0820009413 861101 CE94087DDB727AD1CFAEA2218834B674";
    private const string Select = "08A4020C13 861101 46D4CAAC313B21DA35E3FE7C435C3150";
    private const string Read = "08B00000000005 9603000000 0000";
    private const string Content = "862101 01BE559EACDDDB81FBB117082392E11C84523C82037D74DB17F444981A43C033";
    private static readonly byte[] Key = ScriptedChannel.Hex("000102030405060708090A0B0C0D0E0F");
    private static readonly byte[] PlainVerify = [0x00, 0x20, 0x00, 0x94, 0x0C, .. "123456789018"u8];
    private static readonly byte[] PlainSelect = ScriptedChannel.Hex("00A4020C020001");
    private static readonly byte[] Number = [0xFF, 0x10, 0x0C, .. "123456789018"u8, 0xFF, 0xFF, 0x90, 0x00];

    /// <summary>The vector asks for the whole file by length zero, which an extended Le of 65,536 stands for here.</summary>
    private static readonly byte[] PlainRead = ScriptedChannel.Hex("00B00000000000");

    [Theory]
    [InlineData("synchronous", true)]
    [InlineData("asynchronous", false)]
    public async Task Vector_is_spoken(string description, bool synchronous)
    {
        ScriptedChannel card = new($"{Verify} -> 9000", $"{Select} -> 9000", $"{Read} -> {Content} 9000");
        using SecureMessagingChannel channel = new(card, Key);
        (await SendAsync(channel, PlainVerify, synchronous)).ShouldBe([0x90, 0x00], description);
        (await SendAsync(channel, PlainSelect, synchronous)).ShouldBe([0x90, 0x00], description);
        (await SendAsync(channel, PlainRead, synchronous)).ShouldBe(Number, description);
        card.ShouldBeAtTheEnd();
        channel.IsLost.ShouldBeFalse(description);
    }

    [Fact]
    public async Task Long_form_of_the_length_is_read_too()
    {
        ScriptedChannel card = new($"{Verify} -> 9000", $"{Select} -> 9000", $"{Read} -> 86820021{Content.Replace(" ", string.Empty)[4..]} 9000");
        using SecureMessagingChannel channel = new(card, Key);
        await SendAsync(channel, PlainVerify, synchronous: true);
        await SendAsync(channel, PlainSelect, synchronous: true);
        (await SendAsync(channel, PlainRead, synchronous: true)).ShouldBe(Number);
    }

    [Fact]
    public async Task Refused_command_counts_and_a_question_about_tries_does_not()
    {
        ScriptedChannel card = new($"{Verify} -> 63C9", "00200094 -> 63C9", $"{Select} -> 9000");
        using SecureMessagingChannel channel = new(card, Key);
        (await SendAsync(channel, PlainVerify, synchronous: true)).ShouldBe([0x63, 0xC9]);
        (await SendAsync(channel, ScriptedChannel.Hex("00200094"), synchronous: true)).ShouldBe([0x63, 0xC9]);
        (await SendAsync(channel, PlainSelect, synchronous: true)).ShouldBe([0x90, 0x00]);
        card.ShouldBeAtTheEnd();
    }

    [Theory]
    [InlineData("object wrong", "6988")]
    [InlineData("object missing", "6987")]
    [InlineData("no session", "69FC")]
    [InlineData("another tag", "961101 01BE559EACDDDB81FBB117082392E11C 9000")]
    [InlineData("another indicator", "861102 01BE559EACDDDB81FBB117082392E11C 9000")]
    [InlineData("no indicator", "8600 9000")]
    [InlineData("indicator alone", "860101 9000")]
    [InlineData("half a block", "860901 01BE559EACDDDB81 9000")]
    [InlineData("two objects", "861101 01BE559EACDDDB81FBB117082392E11C 8600 9000")]
    [InlineData("length over the end", "867F01 01BE559EACDDDB81FBB117082392E11C 9000")]
    [InlineData("hostile length", "8684FFFFFFFF 9000")]
    [InlineData("no padding", "861101 00000000000000000000000000000000 9000")]
    [InlineData("one byte", "90")]
    public async Task Broken_answer_ends_the_session_and_nothing_goes_in_the_clear(string description, string answer)
    {
        foreach (bool synchronous in (bool[])[true, false])
        {
            ScriptedChannel card = new($"{Verify} -> {answer}");
            using SecureMessagingChannel channel = new(card, Key);
            await Should.ThrowAsync<SecureMessagingLostException>(() => SendAsync(channel, PlainVerify, synchronous), description);
            channel.IsLost.ShouldBeTrue(description);
            foreach (byte[] command in (byte[][])[PlainVerify, PlainSelect, PlainRead])
            {
                await Should.ThrowAsync<SecureMessagingLostException>(() => SendAsync(channel, command, synchronous), description);
            }

            card.Commands.Count.ShouldBe(1, description);
        }
    }

    [Fact]
    public async Task Removed_card_is_told_as_that_and_ends_the_session()
    {
        ScriptedChannel card = new($"{Verify} -> removed");
        using SecureMessagingChannel channel = new(card, Key);
        await Should.ThrowAsync<CardRemovedException>(() => SendAsync(channel, PlainVerify, synchronous: false));
        await Should.ThrowAsync<SecureMessagingLostException>(() => SendAsync(channel, PlainVerify, synchronous: false));
    }

    [Fact]
    public async Task Broken_exchange_keeps_its_cause()
    {
        RuleChannel card = new(_ => throw new CardException("The reader failed."));
        using SecureMessagingChannel channel = new(card, Key);
        SecureMessagingLostException lost = await Should.ThrowAsync<SecureMessagingLostException>(() => SendAsync(channel, PlainVerify, synchronous: true));
        lost.InnerException.ShouldBeOfType<CardException>();
        lost.Message.ShouldNotContain("123456");
    }

    [Fact]
    public async Task Selected_application_ends_it_and_opens_the_clear_road()
    {
        ScriptedChannel card = new($"{Verify} -> 9000", "00A4040C0AD392F000260100000001 -> 9000", "00A4020C020018 -> 9000", "0020008004 31323334 -> 9000");
        using SecureMessagingChannel channel = new(card, Key);
        await SendAsync(channel, PlainVerify, synchronous: true);
        await SendAsync(channel, ScriptedChannel.Hex("00A4040C0AD392F000260100000001"), synchronous: true);
        await SendAsync(channel, ScriptedChannel.Hex("00A4020C020018"), synchronous: true);
        await SendAsync(channel, ScriptedChannel.Hex("002000800431323334"), synchronous: true);
        card.ShouldBeAtTheEnd();
    }

    [Theory]
    [InlineData("refused", "6A82", true)]
    [InlineData("lost", ScriptedChannel.Removed, false)]
    public async Task Application_that_was_not_selected_does_not_open_the_clear_road(string description, string answer, bool returns)
    {
        ScriptedChannel card = new($"00A4040C0AD392F000260100000001 -> {answer}");
        using SecureMessagingChannel channel = new(card, Key);
        Task selecting = SendAsync(channel, ScriptedChannel.Hex("00A4040C0AD392F000260100000001"), synchronous: false);
        await (returns ? selecting : (Task)Should.ThrowAsync<CardRemovedException>(() => selecting, description));
        await Should.ThrowAsync<SecureMessagingLostException>(() => SendAsync(channel, PlainVerify, synchronous: false), description);
        card.Commands.Count.ShouldBe(1, description);
    }

    [Theory]
    [InlineData("CHANGE REFERENCE DATA", "00240180 04 35313131")]
    [InlineData("CHANGE KEY", "80320080 04 35313131")]
    public async Task New_pin_is_not_sent_at_all(string description, string command)
    {
        ScriptedChannel card = new();
        using SecureMessagingChannel channel = new(card, Key);
        await Should.ThrowAsync<CardException>(() => SendAsync(channel, ScriptedChannel.Hex(command), synchronous: true), description);
        card.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task Disposed_channel_sends_nothing_that_must_be_protected()
    {
        SecureMessagingChannel channel = new(new ScriptedChannel(), Key);
        channel.Dispose();
        await Should.ThrowAsync<SecureMessagingLostException>(() => SendAsync(channel, PlainVerify, synchronous: true));
    }

    [Fact]
    public async Task Cancelled_command_is_not_sent_and_not_counted()
    {
        ScriptedChannel card = new($"{Verify} -> 9000");
        using SecureMessagingChannel channel = new(card, Key);
        await Should.ThrowAsync<OperationCanceledException>(async () => await channel.TransmitAsync(PlainVerify, new byte[258], new CancellationToken(canceled: true)));
        await SendAsync(channel, PlainVerify, synchronous: false);
        card.ShouldBeAtTheEnd();
    }

    [Theory]
    [InlineData("none", 0)]
    [InlineData("fifteen bytes", 15)]
    [InlineData("AES-256", 32)]
    public void Key_of_another_length_is_refused(string description, int length) =>
        Should.Throw<ArgumentException>(() => new SecureMessagingChannel(new ScriptedChannel(), new byte[length]), description);

    private static async Task<byte[]> SendAsync(SecureMessagingChannel channel, byte[] command, bool synchronous)
    {
        byte[] response = new byte[65538];
        int length = synchronous ? channel.Transmit(command, response) : await channel.TransmitAsync(command, response);
        return response[..length];
    }
}
