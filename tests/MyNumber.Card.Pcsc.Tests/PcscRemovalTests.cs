using MyNumber.Card.Pcsc.Errors;
using MyNumber.Card.Pcsc.Tests.Doubles;

namespace MyNumber.Card.Pcsc.Tests;

/// <summary>A card that is taken out while the service speaks of lost bytes.</summary>
public sealed class PcscRemovalTests : IDisposable
{
    private static readonly byte[] _command = [0x00, 0xA4, 0x04, 0x0C];
    private readonly FakePcsc _pcsc = new();
    private readonly PcscConnection _connection;
    private readonly byte[] _response = new byte[258];

    public PcscRemovalTests()
    {
        _pcsc.Plug("A");
        _pcsc.Insert("A");
        _connection = new PcscReaders(_pcsc, TimeProvider.System).Named("A").Connect(PcscConnectOptions.Default);
    }

    public static TheoryData<string, uint> LostBytes => new()
    {
        { "communication", 0x80100013 }, { "not transacted", 0x80100016 }, { "data lost", 0x8010002F }, { "device", 0x1F }, { "input and output", 0x45D },
    };

    public void Dispose() => _connection.Dispose();

    [Theory]
    [MemberData(nameof(LostBytes))]
    public void Empty_reader_makes_lost_bytes_a_removal(string row, uint code)
    {
        _pcsc.Remove("A");
        _pcsc.Fail("Transmit", code);
        Should.Throw<CardRemovedException>(() => _connection.Transmit(_command, _response), row);
        _pcsc.Insert("A");
        Should.Throw<CardRemovedException>(() => _connection.Transmit(_command, _response), row);
    }

    [Theory]
    [MemberData(nameof(LostBytes))]
    public void Card_that_is_still_there_has_lost_bytes(string row, uint code)
    {
        _pcsc.Fail("Transmit", code);
        Should.Throw<PcscException>(() => _connection.Transmit(_command, _response), row).Code.ShouldBe(code);
        _connection.Transmit(_command, _response).ShouldBe(2, row);
    }

    [Fact]
    public void Answer_without_a_status_word_is_asked_about_too()
    {
        _pcsc.Answer = _ =>
        {
            _pcsc.Remove("A");
            return [];
        };
        Should.Throw<CardRemovedException>(() => _connection.Transmit(_command, _response));
    }

    [Fact]
    public async Task Removal_that_the_service_notices_a_little_later_is_waited_for()
    {
        _pcsc.Fail("Transmit", 0x80100016);
        Stop stop = _pcsc.Hold("Short wait");
        Task<int> running = _connection.TransmitAsync(_command, _response).AsTask();
        stop.AwaitReached();
        _pcsc.Remove("A");
        stop.Release();
        await Should.ThrowAsync<CardRemovedException>(running.Soon());
    }

    [Theory]
    [InlineData("service ended", 0x8010001Du)]
    [InlineData("no such reader", 0x80100009u)]
    public void Question_without_an_answer_leaves_the_first_error(string row, uint code)
    {
        _pcsc.Remove("A");
        _pcsc.Fail("Transmit", 0x80100016);
        _pcsc.Fail("Status", code);
        Should.Throw<PcscException>(() => _connection.Transmit(_command, _response), row).Code.ShouldBe(0x80100016u);
    }

    [Theory]
    [InlineData("another program", 0x8010000Bu)]
    [InlineData("short buffer", 0x80100008u)]
    [InlineData("no answer", 0x80100066u)]
    public void Other_errors_ask_nothing(string row, uint code)
    {
        int asked = _pcsc.CountOf("Status");
        _pcsc.Remove("A");
        _pcsc.Fail("Transmit", code);
        Should.Throw<PcscException>(() => _connection.Transmit(_command, _response), row).Code.ShouldBe(code);
        _pcsc.CountOf("Status").ShouldBe(asked, row);
    }
}
