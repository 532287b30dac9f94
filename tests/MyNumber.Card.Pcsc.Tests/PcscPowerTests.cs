using MyNumber.Card.Pcsc.Errors;
using MyNumber.Card.Pcsc.Tests.Doubles;

namespace MyNumber.Card.Pcsc.Tests;

/// <summary>Handles that are made while another program powers the card down.</summary>
public sealed class PcscPowerTests
{
    private static readonly PcscConnectOptions _free = new() { HoldTransaction = false };
    private static readonly byte[] _command = [0x00, 0xA4, 0x04, 0x0C];
    private readonly FakePcsc _pcsc = new();
    private readonly PcscReader _reader;
    private readonly byte[] _response = new byte[258];

    public PcscPowerTests()
    {
        _pcsc.Plug("A");
        _pcsc.Insert("A");
        _reader = new PcscReaders(_pcsc, TimeProvider.System).Named("A");
    }

    [Fact]
    public void Card_that_lost_its_power_untold_gets_it_in_the_first_transaction()
    {
        _pcsc.TakePowerUntold();
        using PcscConnection connection = _reader.Connect(PcscConnectOptions.Default);
        _pcsc.Calls.Where(Concerns).ShouldBe(["Connect", "Begin", "Reconnect 0", "Power", "Reconnect 2"]);
        StatusOf(connection).ShouldBe("9000");
    }

    [Fact]
    public void Card_that_has_power_is_left_as_it_is()
    {
        using PcscConnection connection = _reader.Connect(PcscConnectOptions.Default);
        StatusOf(connection).ShouldBe("9000");
        _pcsc.Calls.Where(Concerns).ShouldBe(["Connect", "Begin", "Reconnect 0", "Power"]);
    }

    [Fact]
    public void First_command_outside_a_transaction_takes_one_for_a_moment()
    {
        using PcscConnection connection = _reader.Connect(_free);
        _pcsc.TakePowerUntold();
        StatusOf(connection).ShouldBe("9000");
        StatusOf(connection).ShouldBe("9000");
        _pcsc.Calls.Where(Concerns).ShouldBe(["Connect", "Begin", "Reconnect 0", "Power", "Reconnect 2", "End 0"]);
    }

    [Fact]
    public void Transaction_after_a_command_takes_nothing_from_the_card()
    {
        using PcscConnection connection = _reader.Connect(_free);
        StatusOf(connection).ShouldBe("9000");
        _pcsc.Calls.Clear();
        connection.BeginTransaction();
        _pcsc.Calls.ShouldBe(["Begin"]);
    }

    [Fact]
    public void Fresh_handle_after_a_reset_is_looked_after_too()
    {
        using PcscConnection connection = _reader.Connect(PcscConnectOptions.Default);
        _pcsc.Reset();
        _pcsc.TakePowerUntold();
        Should.Throw<PcscException>(() => StatusOf(connection)).Cause.ShouldBe(PcscCause.CardReset);
        StatusOf(connection).ShouldBe("9000");
    }

    [Theory]
    [InlineData("told as without power", "Power", 0x80100067u)]
    [InlineData("reset in between", "Power", 0x80100068u)]
    [InlineData("without power for the driver", "Reconnect 0", 0x80100067u)]
    [InlineData("does not answer the driver", "Reconnect 0", 0x80100066u)]
    [InlineData("has lost its protocol", "Reconnect 0", 0x8010000Fu)]
    public void Card_that_is_told_as_without_power_is_powered_down_and_up(string row, string function, uint code)
    {
        _pcsc.Fail(function, code);
        using PcscConnection connection = _reader.Connect(PcscConnectOptions.Default);
        _pcsc.CountOf("Reconnect 2").ShouldBe(1, row);
        StatusOf(connection).ShouldBe("9000", row);
    }

    [Theory]
    [InlineData("parameter refused", 0x80100004u)]
    [InlineData("short buffer", 0x80100008u)]
    [InlineData("not supported", 0x80100022u)]
    public void Card_of_which_the_service_cannot_tell_keeps_its_state(string row, uint code)
    {
        _pcsc.Fail("Power", code);
        using PcscConnection connection = _reader.Connect(PcscConnectOptions.Default);
        StatusOf(connection).ShouldBe("9000", row);
        _pcsc.Calls.Where(Concerns).ShouldBe(["Connect", "Begin", "Reconnect 0", "Power"], row);
    }

    [Theory]
    [InlineData("another program", 0x8010000Bu, PcscCause.CardInUse)]
    [InlineData("old handle", 0x80100003u, PcscCause.ConnectionLost)]
    [InlineData("service ended", 0x8010001Du, PcscCause.ServiceNotRunning)]
    public void Failure_that_says_nothing_of_power_is_told_and_the_card_left_alone(string row, uint code, PcscCause cause)
    {
        _pcsc.Fail("Reconnect 0", code);
        Should.Throw<PcscException>(() => _reader.Connect(), row).Cause.ShouldBe(cause, row);
        _pcsc.CountOf("Reconnect 2").ShouldBe(0, row);
        (_pcsc.IsHeld, _pcsc.OpenContexts).ShouldBe((false, 0), row);
    }

    [Theory]
    [InlineData("no protocol", 0x8010000Fu)]
    [InlineData("no power", 0x80100067u)]
    public void Card_that_the_service_cannot_join_for_a_moment_is_tried_again(string row, uint code)
    {
        _pcsc.Fail("Connect", code, code);
        using PcscConnection connection = _reader.Connect(PcscConnectOptions.Default);
        StatusOf(connection).ShouldBe("9000", row);
        _pcsc.CountOf("Connect").ShouldBe(3, row);
    }

    [Theory]
    [InlineData("no common protocol", 0x8010000Fu, PcscCause.ProtocolMismatch)]
    [InlineData("has no power", 0x80100067u, PcscCause.CardUnpowered)]
    public void Card_that_cannot_be_joined_at_all_is_told_and_nothing_stays_open(string row, uint code, PcscCause cause)
    {
        _pcsc.Fail("Connect", code, code, code);
        Should.Throw<PcscException>(() => _reader.Connect(), row).Cause.ShouldBe(cause, row);
        (_pcsc.IsHeld, _pcsc.OpenContexts).ShouldBe((false, 0), row);
    }

    [Fact]
    public void Protocol_that_is_taken_away_once_more_does_no_harm()
    {
        _pcsc.TakePowerUntold();
        _pcsc.Fail("Reconnect 2", 0x8010000F);
        using PcscConnection connection = _reader.Connect(PcscConnectOptions.Default);
        StatusOf(connection).ShouldBe("9000");
    }

    [Fact]
    public void First_command_that_the_service_refused_unsent_is_sent_when_the_card_has_power()
    {
        using PcscConnection connection = _reader.Connect(PcscConnectOptions.Default);
        _pcsc.TakePowerUntold();
        _pcsc.Fail("Transmit", 0x8010000F);
        StatusOf(connection).ShouldBe("9000");
        (_pcsc.CountOf("Transmit"), _pcsc.CountOf("Connect"), _pcsc.IsHeld).ShouldBe((2, 1, true));
    }

    [Theory]
    [InlineData("in a transaction", true)]
    [InlineData("outside of one", false)]
    public void Later_command_that_the_service_refused_unsent_tells_the_reset_and_is_not_sent(string row, bool holdTransaction)
    {
        using PcscConnection connection = _reader.Connect(new PcscConnectOptions { HoldTransaction = holdTransaction });
        StatusOf(connection).ShouldBe("9000", row);
        _pcsc.TakePowerUntold();
        _pcsc.Fail("Transmit", 0x8010000F);
        Should.Throw<PcscException>(() => StatusOf(connection), row).Cause.ShouldBe(PcscCause.CardReset, row);
        _pcsc.CountOf("Transmit").ShouldBe(2, row);
        StatusOf(connection).ShouldBe("9000", row);
    }

    [Theory]
    [InlineData("gives no power", "Reconnect 2", 0x80100066u, PcscCause.CardUnresponsive)]
    [InlineData("refuses again", "Transmit", 0x8010000Fu, PcscCause.ProtocolMismatch)]
    public void First_command_that_is_refused_for_good_is_told(string row, string function, uint code, PcscCause cause)
    {
        using PcscConnection connection = _reader.Connect(PcscConnectOptions.Default);
        _pcsc.TakePowerUntold();
        _pcsc.Fail("Transmit", 0x8010000F);
        _pcsc.Fail(function, code);
        Should.Throw<PcscException>(() => StatusOf(connection), row).Cause.ShouldBe(cause, row);
    }

    [Theory]
    [InlineData("no card", "Reconnect 0", 0x8010000Cu)]
    [InlineData("just removed", "Reconnect 0", 0x80100069u)]
    [InlineData("removed before the question", "Power", 0x80100069u)]
    public void Card_that_left_is_not_asked_for_power(string row, string function, uint code)
    {
        _pcsc.Fail(function, code);
        Should.Throw<CardRemovedException>(() => _reader.Connect(), row);
        _pcsc.CountOf("Reconnect 2").ShouldBe(0, row);
        _pcsc.OpenContexts.ShouldBe(0, row);
    }

    [Fact]
    public void Power_that_does_not_come_is_asked_for_again_by_the_next_command()
    {
        using PcscConnection connection = _reader.Connect(_free);
        _pcsc.TakePowerUntold();
        _pcsc.Fail("Reconnect 2", 0x80100066);
        Should.Throw<PcscException>(() => StatusOf(connection)).Cause.ShouldBe(PcscCause.CardReset);
        _pcsc.IsHeld.ShouldBeFalse();
        _pcsc.CountOf("Transmit").ShouldBe(0);
        StatusOf(connection).ShouldBe("9000");
    }

    [Fact]
    public void Transaction_that_ended_in_between_is_told_before_the_first_command()
    {
        using PcscConnection connection = _reader.Connect(_free);
        _pcsc.Fail("End 0", 0x80100068);
        Should.Throw<PcscException>(() => StatusOf(connection)).Cause.ShouldBe(PcscCause.CardReset);
        (_pcsc.IsHeld, _pcsc.CountOf("Transmit")).ShouldBe((false, 0));
        StatusOf(connection).ShouldBe("9000");
    }

    [Fact]
    public void Failed_power_up_in_a_transaction_does_not_lock_its_own_connection_out()
    {
        using PcscConnection connection = _reader.Connect(PcscConnectOptions.Default);
        _pcsc.TakePowerUntold();
        _pcsc.Fail("Transmit", 0x8010000F);
        _pcsc.Fail("Reconnect 2", 0x80100066);
        Should.Throw<PcscException>(() => StatusOf(connection)).Cause.ShouldBe(PcscCause.CardUnresponsive);
        Should.Throw<PcscException>(() => StatusOf(connection)).Cause.ShouldBe(PcscCause.CardReset);
        StatusOf(connection).ShouldBe("9000");
        _pcsc.IsHeld.ShouldBeTrue();
    }

    [Fact]
    public void Failed_power_up_while_joining_is_tried_by_a_fresh_handle()
    {
        _pcsc.TakePowerUntold();
        _pcsc.Fail("Reconnect 2", 0x80100066);
        using PcscConnection connection = _reader.Connect(PcscConnectOptions.Default);
        StatusOf(connection).ShouldBe("9000");
        _pcsc.Calls.Where(call => call is "Connect" or "Disconnect 0").ShouldBe(["Connect", "Disconnect 0", "Connect"]);
    }

    [Fact]
    public void Power_that_never_comes_is_given_up_and_nobody_kept_out()
    {
        _pcsc.TakePowerUntold();
        _pcsc.Fail("Reconnect 2", [.. Enumerable.Repeat(0x80100066u, 50)]);
        Should.Throw<PcscException>(() => _reader.Connect());
        (_pcsc.IsHeld, _pcsc.OpenContexts, _pcsc.CountOf("Connect")).ShouldBe((false, 0, 4));
    }

    private static bool Concerns(string call) => call is not ("Establish" or "Status" or "Transmit");

    private string StatusOf(PcscConnection connection)
    {
        int length = connection.Transmit(_command, _response);
        return Convert.ToHexString(_response, 0, length);
    }
}
