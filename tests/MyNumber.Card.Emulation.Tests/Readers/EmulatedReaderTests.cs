using MyNumber.Card.Channels;
using MyNumber.Card.Emulation.Faults;
using MyNumber.Card.Emulation.Readers;

namespace MyNumber.Card.Emulation.Tests.Readers;

public sealed class EmulatedReaderTests : IDisposable
{
    private static readonly byte[] SelectJpki = Convert.FromHexString(Terminal.SelectJpki);
    private static readonly byte[] Verify = Convert.FromHexString(Terminal.VerifyAuthenticationPin);
    private static readonly byte[] WrongVerify = Convert.FromHexString("002000980430303030");
    private static readonly byte[] Query = Convert.FromHexString("00200098");

    private readonly Terminal _terminal = new();
    private readonly EmulatedReader _reader = new();

    public EmulatedReaderTests() => _reader.Insert(_terminal.Card);

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public void A_connection_speaks_to_the_card()
    {
        using ICardConnection connection = _reader.Connect();
        Convert.ToHexString(connection.AnswerToReset.Span).ShouldBe("3BE000FF8131FE4514");
        Send(connection, SelectJpki).ShouldBe("9000");
        Send(connection, Query).ShouldBe("63C3");
    }

    [Fact]
    public async Task The_asynchronous_way_gives_the_same_answers()
    {
        using ICardConnection connection = _reader.Connect();
        byte[] response = new byte[258];
        (await connection.TransmitAsync(SelectJpki, response)).ShouldBe(2);
        int written = await connection.TransmitAsync(Query, response);
        Convert.ToHexString(response.AsSpan(0, written)).ShouldBe("63C3");
    }

    [Fact]
    public async Task A_cancelled_command_never_reaches_the_card()
    {
        using ICardConnection connection = _reader.Connect();
        await connection.TransmitAsync(SelectJpki, new byte[258]);
        await Should.ThrowAsync<OperationCanceledException>(async () => await connection.TransmitAsync(WrongVerify, new byte[258], new CancellationToken(canceled: true)));
        Send(connection, Query).ShouldBe("63C3");
    }

    [Fact]
    public void Without_a_card_there_is_no_connection()
    {
        _reader.Remove().ShouldBe(_terminal.Card);
        _reader.IsCardPresent.ShouldBeFalse();
        Should.Throw<CardRemovedException>(_reader.Connect);
        _reader.Remove().ShouldBeNull();
    }

    [Fact]
    public void A_second_connection_is_refused_while_the_first_is_open()
    {
        using (_reader.Connect())
        {
            Should.Throw<CardException>(_reader.Connect);
        }

        _reader.Connect().Dispose();
    }

    [Fact]
    public void Closing_powers_the_card_down()
    {
        using (ICardConnection connection = _reader.Connect())
        {
            Send(connection, SelectJpki);
            Send(connection, Verify).ShouldBe("9000");
        }

        _terminal.Card.IsPowered.ShouldBeFalse();
        using ICardConnection next = _reader.Connect();
        Send(next, Query).ShouldBe("6A82");
    }

    [Fact]
    public void A_closed_connection_answers_nothing()
    {
        ICardConnection connection = _reader.Connect();
        connection.Dispose();
        connection.Dispose();
        Should.Throw<CardException>(() => Send(connection, SelectJpki)).ShouldNotBeOfType<CardRemovedException>();
    }

    [Fact]
    public void Closing_an_old_connection_does_not_touch_a_new_one()
    {
        ICardConnection old = _reader.Connect();
        _reader.Insert(_reader.Remove()!);
        using ICardConnection connection = _reader.Connect();
        Send(connection, SelectJpki);
        old.Dispose();
        Send(connection, Query).ShouldBe("63C3");
    }

    [Fact]
    public async Task Removal_in_mid_session_ends_the_connection_for_good()
    {
        using ICardConnection connection = _reader.Connect();
        Send(connection, SelectJpki);
        EmulatedCard card = _reader.Remove()!;
        Should.Throw<CardRemovedException>(() => Send(connection, Query));
        await Should.ThrowAsync<CardRemovedException>(async () => await connection.TransmitAsync(Query, new byte[258]));
        _reader.Insert(card);
        Should.Throw<CardRemovedException>(() => Send(connection, Query));
    }

    [Fact]
    public void Removal_forgets_the_verified_pin()
    {
        ICardConnection connection = _reader.Connect();
        Send(connection, SelectJpki);
        Send(connection, Verify);
        _reader.Insert(_reader.Remove()!);
        using ICardConnection next = _reader.Connect();
        Send(next, SelectJpki);
        Send(next, Convert.FromHexString("802A009701AA00")).ShouldBe("6982");
    }

    [Theory]
    [InlineData("at the first command", 1)]
    [InlineData("at the third command", 3)]
    public void A_planned_removal_strikes_before_the_command(string description, int command)
    {
        description.ShouldNotBeEmpty();
        ICardConnection connection = _reader.Connect();
        _reader.RemoveAtCommand(command);
        for (int i = 1; i < command; i++)
        {
            Send(connection, SelectJpki).ShouldBe("9000");
        }

        Should.Throw<CardRemovedException>(() => Send(connection, SelectJpki));
        _reader.IsCardPresent.ShouldBeFalse();
    }

    [Theory]
    [InlineData("before the command no try is spent", RemovalMoment.BeforeCommand, "63C3")]
    [InlineData("before the answer the try is spent", RemovalMoment.BeforeAnswer, "63C2")]
    public void A_torn_verify(string description, RemovalMoment moment, string left)
    {
        description.ShouldNotBeEmpty();
        ICardConnection connection = _reader.Connect();
        Send(connection, SelectJpki);
        _reader.RemoveAtCommand(1, moment);
        Should.Throw<CardRemovedException>(() => Send(connection, WrongVerify));
        _reader.Insert(_terminal.Card);
        using ICardConnection next = _reader.Connect();
        Send(next, SelectJpki);
        Send(next, Query).ShouldBe(left);
    }

    [Fact]
    public void A_planned_removal_strikes_once()
    {
        _reader.Connect().Dispose();
        _reader.RemoveAtCommand(1);
        using (ICardConnection connection = _reader.Connect())
        {
            Should.Throw<CardRemovedException>(() => Send(connection, SelectJpki));
        }

        _reader.Insert(_terminal.Card);
        using ICardConnection next = _reader.Connect();
        Send(next, SelectJpki).ShouldBe("9000");
        Send(next, SelectJpki).ShouldBe("9000");
    }

    [Theory]
    [InlineData("command zero", 0, RemovalMoment.BeforeCommand)]
    [InlineData("unknown moment", 1, (RemovalMoment)7)]
    public void A_plan_outside_its_range_is_refused(string description, int command, RemovalMoment moment)
    {
        description.ShouldNotBeEmpty();
        Should.Throw<ArgumentOutOfRangeException>(() => _reader.RemoveAtCommand(command, moment));
    }

    [Fact]
    public void A_card_is_in_one_reader_and_a_reader_holds_one_card()
    {
        EmulatedReader other = new("other");
        Should.Throw<InvalidOperationException>(() => other.Insert(_terminal.Card));
        using Terminal second = new();
        Should.Throw<InvalidOperationException>(() => _reader.Insert(second.Card));
        other.Insert(second.Card);
        other.Name.ShouldBe("other");
    }

    [Fact]
    public void A_card_that_lost_power_or_was_disposed_is_a_card_error()
    {
        ICardConnection connection = _reader.Connect();
        _terminal.Card.PowerOff();
        Should.Throw<CardException>(() => Send(connection, SelectJpki));
        connection.Dispose();
        _terminal.Dispose();
        Should.Throw<CardException>(_reader.Connect);
    }

    [Fact]
    public void A_short_response_buffer_is_a_card_error()
    {
        using ICardConnection connection = _reader.Connect();
        Should.Throw<CardException>(() => connection.Transmit(SelectJpki, new byte[1]));
        Send(connection, SelectJpki);
        Should.Throw<CardException>(() => connection.Transmit([0x00, 0xB0, 0x86, 0x00, 0x00], new byte[100]));
    }

    [Fact]
    public void A_command_allocates_nothing()
    {
        using ICardConnection connection = _reader.Connect();
        byte[] response = new byte[258];
        byte[] read = Convert.FromHexString("00B0860000");
        connection.Transmit(SelectJpki, response);
        connection.Transmit(read, response);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            connection.Transmit(read, response);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static string Send(ICardConnection connection, byte[] command)
    {
        byte[] response = new byte[258];
        int written = connection.Transmit(command, response);
        return Convert.ToHexString(response.AsSpan(0, written));
    }
}
