using MyNumber.Card.Channels;
using MyNumber.Card.Tests.Doubles;

namespace MyNumber.Card.Tests.Channels;

public sealed class GetResponseChannelTests
{
    private static readonly byte[] Read = ScriptedChannel.Hex("00B0000000");

    [Theory]
    [InlineData("synchronous", true)]
    [InlineData("asynchronous", false)]
    public async Task Pieces_become_one_answer(string description, bool synchronous)
    {
        ScriptedChannel card = new("00B0000000 -> 0102 6102", "00C0000002 -> 0304 6101", "00C0000001 -> 05 9000");
        byte[] answer = await SendAsync(new GetResponseChannel(card), Read, 258, synchronous);
        answer.ShouldBe([1, 2, 3, 4, 5, 0x90, 0x00], description);
        card.ShouldBeAtTheEnd();
    }

    [Fact]
    public async Task Zero_announces_256_bytes()
    {
        string piece = new('A', 512);
        ScriptedChannel card = new("00B0000000 -> 6100", $"00C0000000 -> {piece} 9000");
        (await SendAsync(new GetResponseChannel(card), Read, 258, synchronous: false)).Length.ShouldBe(258);
    }

    [Fact]
    public async Task Status_word_of_the_last_piece_is_the_answers()
    {
        ScriptedChannel card = new("00B0000000 -> 01 6105", "00C0000005 -> 6A82");
        (await SendAsync(new GetResponseChannel(card), Read, 258, synchronous: false)).ShouldBe([1, 0x6A, 0x82]);
    }

    [Theory]
    [InlineData("synchronous", true)]
    [InlineData("asynchronous", false)]
    public async Task Endless_announcements_end(string description, bool synchronous)
    {
        RuleChannel card = new(_ => [0x01, 0x61, 0x10]);
        await Should.ThrowAsync<CardException>(() => SendAsync(new GetResponseChannel(card), Read, 65538, synchronous), description);
        card.Commands.Count.ShouldBe(258);
    }

    [Theory]
    [InlineData("synchronous", true)]
    [InlineData("asynchronous", false)]
    public async Task Announcement_after_an_empty_piece_ends_it_at_once(string description, bool synchronous)
    {
        RuleChannel card = new(_ => [0x61, 0x10]);
        await Should.ThrowAsync<CardException>(() => SendAsync(new GetResponseChannel(card), Read, 65538, synchronous), description);
        card.Commands.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Announcement_that_the_buffer_cannot_hold_is_refused_before_it_is_fetched()
    {
        RuleChannel card = new(_ => [0x01, 0x61, 0x00]);
        await Should.ThrowAsync<CardException>(() => SendAsync(new GetResponseChannel(card), Read, 258, synchronous: true));
        card.Commands.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Answer_of_one_byte_is_refused() =>
        await Should.ThrowAsync<CardException>(() => SendAsync(new GetResponseChannel(new RuleChannel(_ => [0x90])), Read, 258, synchronous: true));

    [Theory]
    [InlineData("nothing", 0)]
    [InlineData("half a status word", 1)]
    [InlineData("negative", -1)]
    [InlineData("one more than there is room", 257)]
    [InlineData("the most that a length can be", int.MaxValue)]
    public async Task Piece_whose_told_length_cannot_be_is_refused(string description, int told)
    {
        foreach (bool synchronous in (bool[])[true, false])
        {
            LyingChannel card = new(told);
            CardException thrown = await Should.ThrowAsync<CardException>(() => SendAsync(new GetResponseChannel(card), Read, 258, synchronous), description);
            thrown.GetType().ShouldBe(typeof(CardException), description);
        }
    }

    [Theory]
    [InlineData("nothing", 0)]
    [InlineData("negative", -1)]
    [InlineData("the least that a length can be", int.MinValue)]
    [InlineData("one more than there is room", 259)]
    [InlineData("the most that a length can be", int.MaxValue)]
    public async Task First_answer_whose_told_length_cannot_be_is_refused(string description, int told)
    {
        byte[] getResponse = [0x00, 0xC0, 0x00, 0x00, 0x00];
        foreach (bool synchronous in (bool[])[true, false])
        {
            foreach (ICardChannel channel in (ICardChannel[])[new GetResponseChannel(new LyingChannel(told)), new CorrectLengthChannel(new LyingChannel(told))])
            {
                CardException thrown = await Should.ThrowAsync<CardException>(() => SendAsync(channel, getResponse, 258, synchronous), description);
                thrown.Message.ShouldBe("The channel gave an answer without a status word.", description);
            }
        }
    }

    [Fact]
    public async Task Length_of_6Cxx_during_GET_RESPONSE_is_corrected_by_the_channel_below()
    {
        ScriptedChannel card = new("00B0000000 -> 6110", "00C0000010 -> 6C02", "00C0000002 -> 0102 9000");
        (await SendAsync(new GetResponseChannel(new CorrectLengthChannel(card)), Read, 258, synchronous: true)).ShouldBe([1, 2, 0x90, 0x00]);
    }

    internal static async Task<byte[]> SendAsync(ICardChannel channel, byte[] command, int room, bool synchronous)
    {
        byte[] response = new byte[room];
        int length = synchronous ? channel.Transmit(command, response) : await channel.TransmitAsync(command, response);
        return response[..length];
    }

    /// <summary>Announces more after two bytes, then tells a length of its own for the next piece.</summary>
    private sealed class LyingChannel(int told) : ICardChannel
    {
        public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
        {
            if (command[1] == 0xC0)
            {
                return told;
            }

            ScriptedChannel.Hex("0102 6102").CopyTo(response);
            return 4;
        }

        public ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Transmit(command.Span, response.Span));
    }
}
