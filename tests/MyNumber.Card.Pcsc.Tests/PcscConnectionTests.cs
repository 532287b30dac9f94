using MyNumber.Card.Pcsc.Errors;
using MyNumber.Card.Pcsc.Tests.Doubles;

namespace MyNumber.Card.Pcsc.Tests;

public sealed class PcscConnectionTests : IDisposable
{
    private static readonly byte[] _command = [0x00, 0xA4, 0x04, 0x0C];
    private readonly FakePcsc _pcsc = new();
    private readonly PcscConnection _connection;
    private readonly byte[] _response = new byte[258];

    public PcscConnectionTests()
    {
        _pcsc.Plug("A");
        _pcsc.Insert("A");
        _connection = new PcscReaders(_pcsc, TimeProvider.System).Named("A").Connect(PcscConnectOptions.Default);
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
}
