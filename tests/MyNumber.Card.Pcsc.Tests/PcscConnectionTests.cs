using MyNumber.Card.Pcsc.Errors;
using MyNumber.Card.Pcsc.Tests.Doubles;

namespace MyNumber.Card.Pcsc.Tests;

public sealed class PcscConnectionTests : IDisposable
{
    private static readonly byte[] _command = [0x00, 0xA4, 0x04, 0x0C];
    private readonly FakePcsc _pcsc = new();
    private readonly PcscReader _reader;
    private readonly PcscConnection _connection;
    private readonly byte[] _response = new byte[258];

    public PcscConnectionTests()
    {
        _pcsc.Plug("A");
        _pcsc.Insert("A");
        _reader = new PcscReaders(_pcsc, TimeProvider.System).Named("A");
        _connection = _reader.Connect(PcscConnectOptions.Default);
    }

    public void Dispose() => _connection.Dispose();

    [Fact]
    public async Task Both_ways_give_the_same_answer()
    {
        _pcsc.Answer = command => [command[1], 0x90, 0x00];
        _connection.Transmit(_command, _response).ShouldBe(3);
        (await _connection.TransmitAsync(_command, _response)).ShouldBe(3);
        _response[..3].ShouldBe([0xA4, 0x90, 0x00]);
    }

    [Theory]
    [InlineData("communication", 0x80100013u, PcscCause.CommunicationFailed)]
    [InlineData("no answer", 0x80100066u, PcscCause.CardUnresponsive)]
    [InlineData("another program", 0x8010000Bu, PcscCause.CardInUse)]
    [InlineData("service ended", 0x8010001Du, PcscCause.ServiceNotRunning)]
    [InlineData("old handle", 0x80100003u, PcscCause.ConnectionLost)]
    [InlineData("short buffer", 0x80100008u, PcscCause.AnswerTooLong)]
    public async Task Failure_names_its_cause_both_ways(string row, uint code, PcscCause cause)
    {
        _pcsc.Fail("Transmit", code, code);
        Should.Throw<PcscException>(() => _connection.Transmit(_command, _response), row).Cause.ShouldBe(cause);
        (await Should.ThrowAsync<PcscException>(async () => await _connection.TransmitAsync(_command, _response), row)).Cause.ShouldBe(cause);
    }

    [Theory]
    [InlineData("nothing", 0)]
    [InlineData("half a status word", 1)]
    public void Answer_without_a_status_word_is_an_error(string row, int length)
    {
        _pcsc.Answer = _ => new byte[length];
        Should.Throw<PcscException>(() => _connection.Transmit(_command, _response), row).Cause.ShouldBe(PcscCause.CommunicationFailed);
    }

    [Fact]
    public void Answer_longer_than_the_buffer_is_an_error()
    {
        _pcsc.Answer = _ => new byte[259];
        Should.Throw<PcscException>(() => _connection.Transmit(_command, _response)).Cause.ShouldBe(PcscCause.AnswerTooLong);
    }

    [Fact]
    public async Task Removed_card_stays_removed_even_when_it_comes_back()
    {
        _pcsc.Fail("Transmit", 0x80100069);
        Should.Throw<CardRemovedException>(() => _connection.Transmit(_command, _response));
        int calls = _pcsc.Calls.Count;
        Should.Throw<CardRemovedException>(() => _connection.Transmit(_command, _response));
        await Should.ThrowAsync<CardRemovedException>(async () => await _connection.TransmitAsync(_command, _response));
        Should.Throw<CardRemovedException>(() => _connection.BeginTransaction());
        _pcsc.Calls.Count.ShouldBe(calls);
    }

    [Fact]
    public void Removal_in_a_transaction_is_survived_by_its_end()
    {
        using (_connection.BeginTransaction())
        {
            _pcsc.Fail("Transmit", 0x80100069);
            Should.Throw<CardRemovedException>(() => _connection.Transmit(_command, _response));
            _pcsc.Fail("End 0", 0x80100069);
        }

        _pcsc.Fail("Disconnect 2", 0x80100069);
        _connection.Dispose();
        _pcsc.OpenContexts.ShouldBe(0);
    }

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
        _pcsc.Fail("Transmit", 0x80100068, 0x80100068);
        _pcsc.Fail("Connect", 0x80100066);
        Should.Throw<PcscException>(() => _connection.Transmit(_command, _response)).Cause.ShouldBe(PcscCause.CardUnresponsive);
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

    [Fact]
    public void Reset_is_told_when_the_transaction_ended_before_it_came_back()
    {
        using PcscConnection free = _reader.Connect(new PcscConnectOptions { HoldTransaction = false });
        PcscTransaction transaction = free.BeginTransaction();
        _pcsc.Reset();
        _pcsc.Fail("Begin", 0x8010001D);
        Should.Throw<PcscException>(() => free.Transmit(_command, _response));
        transaction.Dispose();
        Should.Throw<PcscException>(() => free.Transmit(_command, _response)).Cause.ShouldBe(PcscCause.CardReset);
        free.Transmit(_command, _response).ShouldBe(2);
        _pcsc.IsHeld.ShouldBeFalse();
    }

    [Fact]
    public void Dispose_powers_down_while_the_transaction_still_keeps_others_out()
    {
        _connection.Dispose();
        _pcsc.Calls.TakeLast(2).ShouldBe(["Disconnect 2", "Release"]);
        _pcsc.Calls.ShouldNotContain("End 0");
    }

    [Fact]
    public void Second_dispose_does_nothing()
    {
        _connection.Dispose();
        _connection.Dispose();
        _pcsc.CountOf("Disconnect 2").ShouldBe(1);
        _pcsc.CountOf("Release").ShouldBe(_pcsc.CountOf("Establish"));
    }

    [Fact]
    public async Task Closed_connection_refuses_everything()
    {
        _connection.Dispose();
        Should.Throw<CardException>(() => _connection.Transmit(_command, _response)).Message.ShouldBe("The connection is closed.");
        await Should.ThrowAsync<CardException>(async () => await _connection.TransmitAsync(_command, _response));
        Should.Throw<CardException>(() => _connection.BeginTransaction());
        await Should.ThrowAsync<CardException>(async () => await _connection.BeginTransactionAsync());
        _pcsc.CountOf("Transmit").ShouldBe(0);
    }

    [Fact]
    public async Task Dispose_waits_for_the_command_under_way_and_refuses_the_next()
    {
        Stop stop = _pcsc.Hold("Transmit");
        Task<int> running = _connection.TransmitAsync(_command, _response).AsTask();
        Task<int> waiting = _connection.TransmitAsync(_command, new byte[258]).AsTask();
        stop.AwaitReached();
        Task disposing = Task.Factory.StartNew(_connection.Dispose, TaskCreationOptions.LongRunning);
        _pcsc.CountOf("Disconnect 2").ShouldBe(0);
        stop.Release();
        (await running.Soon()).ShouldBe(2);
        await disposing.Soon();
        // Whichever came first to the card after the first command: it was answered or refused, and never after the power-down.
        try
        {
            (await waiting.Soon()).ShouldBe(2);
        }
        catch (CardException refused)
        {
            refused.Message.ShouldBe("The connection is closed.");
        }

        _pcsc.Calls.Last(call => call is "Transmit" or "Disconnect 2").ShouldBe("Disconnect 2");
    }

    [Fact]
    public async Task Service_that_ends_in_the_middle_of_a_command_is_told()
    {
        Stop stop = _pcsc.Hold("Transmit");
        Task<int> running = _connection.TransmitAsync(_command, _response).AsTask();
        stop.AwaitReached();
        _pcsc.Die();
        stop.Release();
        (await Should.ThrowAsync<PcscException>(running.Soon())).Cause.ShouldBe(PcscCause.ServiceNotRunning);
    }

    [Fact]
    public async Task Cancelled_before_sends_nothing()
    {
        ValueTask<int> cancelled = _connection.TransmitAsync(_command, _response, new CancellationToken(true));
        cancelled.IsCanceled.ShouldBeTrue();
        await Should.ThrowAsync<OperationCanceledException>(async () => await cancelled);
        _pcsc.CountOf("Transmit").ShouldBe(0);
    }

    [Fact]
    public async Task Cancelled_while_it_waits_for_its_turn_sends_nothing()
    {
        using CancellationTokenSource cancel = new();
        Stop stop = _pcsc.Hold("Transmit");
        Task<int> first = _connection.TransmitAsync(_command, _response).AsTask();
        stop.AwaitReached();
        Task<int> second = _connection.TransmitAsync(_command, new byte[258], cancel.Token).AsTask();
        await cancel.CancelAsync();
        stop.Release();
        (await first.Soon()).ShouldBe(2);
        await Should.ThrowAsync<OperationCanceledException>(second.Soon());
        _pcsc.CountOf("Transmit").ShouldBe(1);
    }

    [Fact]
    public async Task Cancelled_under_way_is_not_torn_off()
    {
        using CancellationTokenSource cancel = new();
        Stop stop = _pcsc.Hold("Transmit");
        Task<int> running = _connection.TransmitAsync(_command, _response, cancel.Token).AsTask();
        stop.AwaitReached();
        await cancel.CancelAsync();
        running.IsCompleted.ShouldBeFalse();
        stop.Release();
        (await running.Soon()).ShouldBe(2);
    }

    [Fact]
    public async Task Continuation_does_not_hold_the_connections_thread()
    {
        await _connection.TransmitAsync(_command, _response);
        Thread.CurrentThread.Name.ShouldNotBe("PC/SC A");
        _connection.Transmit(_command, _response).ShouldBe(2);
    }

    [Fact]
    public void Synchronous_command_costs_no_memory()
    {
        QuietPcsc quiet = new();
        using PcscConnection connection = new PcscReaders(quiet, TimeProvider.System).Named("A").Connect(PcscConnectOptions.Default);
        connection.Transmit(_command, _response).ShouldBe(2);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            connection.Transmit(_command, _response);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public async Task Transactions_nest_and_the_last_lets_others_in()
    {
        using PcscConnection free = _reader.Connect(new PcscConnectOptions { HoldTransaction = false });
        _pcsc.Calls.Clear();
        PcscTransaction outer = free.BeginTransaction();
        PcscTransaction inner = await free.BeginTransactionAsync();
        outer.Dispose();
        outer.Dispose();
        _pcsc.Calls.ShouldBe(["Begin", "Reconnect 0", "Power"]);
        inner.Dispose();
        _pcsc.Calls.ShouldBe(["Begin", "Reconnect 0", "Power", "End 0"]);
    }

    [Fact]
    public void Transaction_that_is_refused_does_not_count()
    {
        using PcscConnection free = _reader.Connect(new PcscConnectOptions { HoldTransaction = false });
        _pcsc.Fail("Begin", 0x8010001D);
        Should.Throw<PcscException>(() => free.BeginTransaction());
        free.BeginTransaction().Dispose();
        _pcsc.CountOf("End 0").ShouldBe(1);
    }

    [Fact]
    public void Reset_before_a_transaction_is_told()
    {
        using PcscConnection free = _reader.Connect(new PcscConnectOptions { HoldTransaction = false });
        _pcsc.Fail("Begin", 0x80100068);
        Should.Throw<PcscException>(() => free.BeginTransaction()).Cause.ShouldBe(PcscCause.CardReset);
    }

    [Fact]
    public void End_of_a_transaction_after_the_connection_makes_no_call()
    {
        PcscConnection free = _reader.Connect(new PcscConnectOptions { HoldTransaction = false });
        PcscTransaction transaction = free.BeginTransaction();
        free.Dispose();
        transaction.Dispose();
        _pcsc.CountOf("End 0").ShouldBe(0);
    }

    [Fact]
    public async Task Cancelled_transaction_lets_go_when_it_is_had_at_last()
    {
        using CancellationTokenSource cancel = new();
        PcscConnection free = _reader.Connect(new PcscConnectOptions { HoldTransaction = false });
        Stop stop = _pcsc.Hold("Begin");
        Task<PcscTransaction> waiting = free.BeginTransactionAsync(cancel.Token);
        stop.AwaitReached();
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting.Soon());
        Stop end = _pcsc.Hold("End 0");
        stop.Release();
        end.AwaitReached();
        end.Release();
        free.Dispose();
    }

    [Theory]
    [InlineData("a header alone gets P3", new byte[] { 0x00, 0x20, 0x00, 0x80 }, new byte[] { 0x00, 0x20, 0x00, 0x80, 0x00 })]
    [InlineData("data with Le loses it", new byte[] { 0x00, 0x88, 0x00, 0x00, 0x02, 0x01, 0x02, 0x00 }, new byte[] { 0x00, 0x88, 0x00, 0x00, 0x02, 0x01, 0x02 })]
    [InlineData("data without Le stays", new byte[] { 0x00, 0xA4, 0x02, 0x0C, 0x02, 0x00, 0x0A }, new byte[] { 0x00, 0xA4, 0x02, 0x0C, 0x02, 0x00, 0x0A })]
    [InlineData("Le alone stays", new byte[] { 0x00, 0xB0, 0x00, 0x00, 0x04 }, new byte[] { 0x00, 0xB0, 0x00, 0x00, 0x04 })]
    [InlineData("extended Le stays", new byte[] { 0x00, 0xB0, 0x00, 0x00, 0x00, 0x04, 0x00 }, new byte[] { 0x00, 0xB0, 0x00, 0x00, 0x00, 0x04, 0x00 })]
    public void Command_over_bytes_takes_the_form_of_the_standard(string row, byte[] command, byte[] sent)
    {
        byte[] seen = [];
        _pcsc.Protocol = 1;
        _pcsc.Answer = received =>
        {
            seen = received;
            return [0x90, 0x00];
        };
        using PcscConnection connection = _reader.Connect(PcscConnectOptions.Default);
        connection.Protocol.ShouldBe(PcscProtocol.T0);
        connection.Transmit(command, _response).ShouldBe(2, row);
        seen.ShouldBe(sent, row);
    }
}
