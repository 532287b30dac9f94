using MyNumber.Card.Apdu;
using MyNumber.Card.Channels;
using MyNumber.Card.Emulation.Faults;
using MyNumber.Card.Emulation.Readers;

namespace MyNumber.Card.Emulation.Tests.Faults;

public sealed class FaultChannelTests : IDisposable
{
    private const string SelectPin = "00A4020C020018";
    private const string WrongPin = "002000800430303030";
    private const string Query = "00200080";
    private const string SelectToken = "00A4020C020006";
    private const string ReadLabel = "00B0000004";

    private readonly Terminal _terminal = new();
    private readonly EmulatedReader _reader = new();

    public FaultChannelTests() => _reader.Insert(_terminal.Card);

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("first bit of the first byte", 0, new byte[] { 0x80 }, "CA504B499000")]
    [InlineData("three bytes", 1, new byte[] { 0x01, 0x00, 0x01 }, "4A514B489000")]
    [InlineData("the last byte of the status word", -1, new byte[] { 0x01 }, "4A504B499001")]
    [InlineData("the status word", -2, new byte[] { 0xF2, 0x82 }, "4A504B496282")]
    [InlineData("what would begin before the answer", -7, new byte[] { 0xFF, 0x01 }, "4B504B499000")]
    [InlineData("what runs over the end", 5, new byte[] { 0x01, 0xFF }, "4A504B499001")]
    [InlineData("what lies beyond the end", 6, new byte[] { 0xFF }, "4A504B499000")]
    public async Task Bits_are_inverted_in_both_ways_of_transmitting(string description, int offset, byte[] mask, string expected)
    {
        FaultScript script = FaultScript.Of(FaultTrigger.On(0xB0), FaultAction.FlipBits(offset, mask));
        using (ICardConnection connection = Open(script))
        {
            Send(connection, Terminal.SelectJpki, SelectToken, ReadLabel).ShouldBe(expected, description);
        }

        using ICardConnection again = Open(script);
        (await SendAsync(again, Terminal.SelectJpki, SelectToken, ReadLabel)).ShouldBe(expected, description);
    }

    [Theory]
    [InlineData("nothing at all", 0, "")]
    [InlineData("half a status word", 1, "4A")]
    [InlineData("what looks like a status word", 2, "4A50")]
    [InlineData("one byte is missing", 5, "4A504B4990")]
    [InlineData("the whole answer", 6, "4A504B499000")]
    [InlineData("more than the answer has", 9, "4A504B499000")]
    public void An_answer_ends_early(string description, int length, string expected)
    {
        using ICardConnection connection = Open(FaultScript.Of(FaultTrigger.On(0xB0), FaultAction.Truncate(length)));
        Send(connection, Terminal.SelectJpki, SelectToken, ReadLabel).ShouldBe(expected, description);
    }

    [Fact]
    public void Nothing_of_a_cut_answer_stays_in_the_buffer()
    {
        using ICardConnection connection = Open(FaultScript.Of(FaultTrigger.On(0xB0), FaultAction.Truncate(1)));
        Send(connection, Terminal.SelectJpki, SelectToken);
        byte[] response = new byte[258];
        connection.Transmit(Convert.FromHexString(ReadLabel), response).ShouldBe(1);
        response.AsSpan(1).ContainsAnyExcept((byte)0).ShouldBeFalse();
    }

    [Fact]
    public void An_answer_grows_before_its_status_word()
    {
        using ICardConnection connection = Open(FaultScript.Of(FaultTrigger.On(0xB0), FaultAction.Lengthen(3, 0xEE)));
        Send(connection, Terminal.SelectJpki, SelectToken, ReadLabel).ShouldBe("4A504B49EEEEEE9000");
    }

    [Fact]
    public void An_answer_that_outgrows_the_buffer_is_an_exchange_that_failed()
    {
        using ICardConnection connection = Open(FaultScript.Of(FaultTrigger.On(0xB0), FaultAction.Lengthen(65536)));
        Send(connection, Terminal.SelectJpki, SelectToken);
        Should.Throw<CardException>(() => connection.Transmit(Convert.FromHexString(ReadLabel), new byte[258])).ShouldBeOfType<CardException>();
    }

    [Theory]
    [InlineData("the card never sees the command", false, "63C3")]
    [InlineData("the card carried the command out", true, "63C2")]
    public void A_status_word_hides_the_answer(string description, bool reaches, string left)
    {
        using ICardConnection connection = Open(FaultScript.Of(FaultTrigger.On(0x20), FaultAction.Answer(new StatusWord(0x6F42), reaches)));
        Send(connection, Terminal.SelectJpki, SelectPin, WrongPin).ShouldBe("6F42", description);
        Send(connection, Query).ShouldBe(left, description);
    }

    [Fact]
    public void A_hidden_answer_needs_room_for_a_status_word_all_the_same()
    {
        using ICardConnection connection = Open(FaultScript.Of(FaultTrigger.At(1), FaultAction.Answer(StatusWord.UnknownError)));
        Should.Throw<CardException>(() => connection.Transmit(Convert.FromHexString(Query), new byte[1]));
    }

    [Theory]
    [InlineData("before the command no try is spent", RemovalMoment.BeforeCommand, "63C3")]
    [InlineData("before the answer the try is spent", RemovalMoment.BeforeAnswer, "63C2")]
    public void A_removed_card_stays_away_until_it_is_put_back(string description, RemovalMoment moment, string left)
    {
        FaultReader faulty = Over(FaultScript.Of(FaultTrigger.At(3), FaultAction.Remove(moment)));
        using (ICardConnection connection = faulty.Connect())
        {
            Send(connection, Terminal.SelectJpki, SelectPin);
            Should.Throw<CardRemovedException>(() => Send(connection, WrongPin));
            Should.Throw<CardRemovedException>(() => Send(connection, Query));
        }

        faulty.IsCardPresent.ShouldBeFalse();
        _terminal.Card.IsPowered.ShouldBeFalse();
        Should.Throw<CardRemovedException>(faulty.Connect);
        _reader.Insert(_terminal.Card);
        faulty.PutBack();
        using ICardConnection next = faulty.Connect();
        Send(next, Terminal.SelectJpki, SelectPin, Query).ShouldBe(left, description);
    }

    [Fact]
    public async Task A_torn_signature_is_half_there_and_the_card_is_gone()
    {
        string digest = "3031300D060960864801650304020105000420" + string.Concat(Enumerable.Repeat("5A", 32));
        byte[] sign = Convert.FromHexString("802A009733" + digest + "00");
        byte[] whole = new byte[258];
        using (ICardConnection connection = _reader.Connect())
        {
            Send(connection, Terminal.SelectJpki, Terminal.VerifyAuthenticationPin);
            connection.Transmit(sign, whole).ShouldBe(258);
        }

        FaultReader faulty = Over(FaultScript.Of(FaultTrigger.On(0x2A, p1: 0x00), FaultAction.Tear()));
        using ICardConnection torn = faulty.Connect();
        Send(torn, Terminal.SelectJpki, Terminal.VerifyAuthenticationPin);
        byte[] half = new byte[258];
        await Should.ThrowAsync<CardRemovedException>(async () => await torn.TransmitAsync(sign, half));
        half.AsSpan(0, 128).SequenceEqual(whole.AsSpan(0, 128)).ShouldBeTrue();
        half.AsSpan(128).ContainsAnyExcept((byte)0).ShouldBeFalse();
        faulty.IsCardPresent.ShouldBeFalse();
    }

    [Fact]
    public void Rules_on_one_command_are_applied_in_their_order()
    {
        FaultTrigger read = FaultTrigger.On(0xB0);
        FaultScript script = new(
            new FaultRule(read, FaultAction.Truncate(2)),
            new FaultRule(read, FaultAction.Lengthen(1, 0x11)),
            new FaultRule(read, FaultAction.FlipBits(0, 0xFF)));
        using ICardConnection connection = Open(script);
        Send(connection, Terminal.SelectJpki, SelectToken, ReadLabel).ShouldBe("EE4A50");
    }

    [Fact]
    public void A_script_without_rules_changes_nothing()
    {
        using ICardConnection connection = Open(new FaultScript());
        connection.AnswerToReset.Length.ShouldBe(9);
        Send(connection, Terminal.SelectJpki, SelectPin, Query).ShouldBe("63C3");
    }

    [Fact]
    public async Task A_cancelled_command_is_neither_counted_nor_sent()
    {
        using ICardConnection connection = Open(FaultScript.Of(FaultTrigger.At(1), FaultAction.Answer(StatusWord.UnknownError)));
        CancellationToken cancelled = new(canceled: true);
        await Should.ThrowAsync<OperationCanceledException>(async () => await connection.TransmitAsync(Convert.FromHexString(Query), new byte[258], cancelled));
        Send(connection, Query).ShouldBe("6F00");
    }

    private FaultReader Over(FaultScript script) => new(_reader, script, onRemoval: () => _reader.Remove());

    private ICardConnection Open(FaultScript script) => Over(script).Connect();

    private static string Send(ICardChannel channel, params string[] commands)
    {
        byte[] response = new byte[258];
        int length = 0;
        foreach (string command in commands)
        {
            length = channel.Transmit(Convert.FromHexString(command), response);
        }

        return Convert.ToHexString(response.AsSpan(0, length));
    }

    private static async Task<string> SendAsync(ICardChannel channel, params string[] commands)
    {
        byte[] response = new byte[258];
        int length = 0;
        foreach (string command in commands)
        {
            length = await channel.TransmitAsync(Convert.FromHexString(command), response);
        }

        return Convert.ToHexString(response.AsSpan(0, length));
    }
}
