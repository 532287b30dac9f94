using MyNumber.Card.Pcsc.Errors;
using MyNumber.Card.Pcsc.Tests.Doubles;

namespace MyNumber.Card.Pcsc.Tests;

/// <summary>A card that others reset while the connection is in its transaction.</summary>
public sealed class PcscResetTests : IDisposable
{
    private static readonly byte[] _command = [0x00, 0xA4, 0x04, 0x0C];
    private readonly FakePcsc _pcsc = new();
    private readonly PcscConnection _connection;
    private readonly byte[] _response = new byte[258];

    public PcscResetTests()
    {
        _pcsc.Plug("A");
        _pcsc.Insert("A");
        _connection = new PcscReaders(_pcsc, TimeProvider.System).Named("A").Connect(PcscConnectOptions.Default);
    }

    public void Dispose() => _connection.Dispose();

    [Theory]
    [InlineData("reset", 0x80100068u)]
    [InlineData("power taken away", 0x80100067u)]
    public void Reset_is_told_once_and_the_connection_joined_again(string row, uint code)
    {
        _pcsc.Fail("Transmit", code);
        PcscException reset = Should.Throw<PcscException>(() => _connection.Transmit(_command, _response), row);
        reset.Cause.ShouldBe(PcscCause.CardReset);
        reset.Message.ShouldContain("verified PINs are gone");
        _pcsc.CountOf("Connect").ShouldBe(2);
        _pcsc.CountOf("Disconnect 0").ShouldBe(1);
        _pcsc.CountOf("Begin").ShouldBe(2);
        _connection.Transmit(_command, _response).ShouldBe(2);
    }

    [Fact]
    public void Command_after_a_reset_is_not_sent_again_by_itself()
    {
        _pcsc.Fail("Transmit", 0x80100068);
        Should.Throw<PcscException>(() => _connection.Transmit(_command, _response));
        _pcsc.CountOf("Transmit").ShouldBe(1);
    }

    [Fact]
    public void Card_that_cannot_be_joined_again_is_told_and_may_be_tried_again()
    {
        _pcsc.Fail("Transmit", 0x80100068);
        _pcsc.Fail("Connect", 0x80100066, 0x80100066);
        Should.Throw<PcscException>(() => _connection.Transmit(_command, _response)).Cause.ShouldBe(PcscCause.CardUnresponsive);
        Should.Throw<PcscException>(() => _connection.BeginTransaction()).Cause.ShouldBe(PcscCause.CardUnresponsive);
        Should.Throw<PcscException>(() => _connection.Transmit(_command, _response)).Cause.ShouldBe(PcscCause.CardReset);
        _connection.Transmit(_command, _response).ShouldBe(2);
    }

    [Fact]
    public void Handle_of_before_a_reset_is_let_go_once_and_its_card_left_alone()
    {
        _pcsc.Fail("Transmit", 0x80100068);
        Should.Throw<PcscException>(() => _connection.Transmit(_command, _response));
        _connection.Dispose();
        _pcsc.Calls.Where(call => call.StartsWith("Disconnect", StringComparison.Ordinal)).ShouldBe(["Disconnect 0", "Disconnect 2"]);
        _pcsc.OpenContexts.ShouldBe(0);
    }

    [Theory]
    [InlineData("taken out", 0x80100069u)]
    [InlineData("not there", 0x8010000Cu)]
    public void Card_that_leaves_after_a_reset_is_removed(string row, uint code)
    {
        _pcsc.Fail("Transmit", 0x80100068);
        _pcsc.Fail("Connect", code);
        Should.Throw<CardRemovedException>(() => _connection.Transmit(_command, _response), row);
        Should.Throw<CardRemovedException>(() => _connection.Transmit(_command, _response), row);
    }

    [Fact]
    public void Transaction_that_is_lost_with_a_reset_and_refused_is_told()
    {
        _pcsc.Fail("Transmit", 0x80100068);
        _pcsc.Fail("Begin", 0x8010001D);
        Should.Throw<PcscException>(() => _connection.Transmit(_command, _response)).Cause.ShouldBe(PcscCause.ServiceNotRunning);
    }

    [Fact]
    public void Transaction_that_did_not_come_back_is_taken_before_the_next_command()
    {
        _pcsc.Reset();
        _pcsc.Fail("Begin", 0x8010001D, 0x8010000B);
        Should.Throw<PcscException>(() => _connection.Transmit(_command, _response)).Cause.ShouldBe(PcscCause.ServiceNotRunning);
        Should.Throw<PcscException>(() => _connection.Transmit(_command, _response)).Cause.ShouldBe(PcscCause.CardInUse);
        Should.Throw<PcscException>(() => _connection.Transmit(_command, _response)).Cause.ShouldBe(PcscCause.CardReset);
        _pcsc.CountOf("Transmit").ShouldBe(1);
        _pcsc.IsHeld.ShouldBeTrue();
        _connection.Transmit(_command, _response).ShouldBe(2);
    }

    [Fact]
    public void Second_transaction_is_refused_until_the_first_one_is_back()
    {
        _pcsc.Reset();
        _pcsc.Fail("Begin", 0x8010001D);
        Should.Throw<PcscException>(() => _connection.Transmit(_command, _response));
        Should.Throw<PcscException>(() => _connection.BeginTransaction()).Cause.ShouldBe(PcscCause.CardReset);
        _connection.BeginTransaction().Dispose();
        _pcsc.IsHeld.ShouldBeTrue();
    }
}
