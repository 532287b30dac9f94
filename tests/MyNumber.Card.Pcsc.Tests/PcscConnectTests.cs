using MyNumber.Card.Pcsc.Errors;
using MyNumber.Card.Pcsc.Tests.Doubles;
using MyNumber.Testing;

namespace MyNumber.Card.Pcsc.Tests;

public sealed class PcscConnectTests
{
    private static readonly PcscConnectOptions _atOnce = new() { WaitForOthers = TimeSpan.FromTicks(1) };
    private readonly FakePcsc _pcsc = new();
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly PcscReader _reader;

    public PcscConnectTests()
    {
        _pcsc.Plug("A");
        _pcsc.Insert("A", [0x3B, 0x01]);
        _reader = new PcscReaders(_pcsc, _clock).Named("A");
    }

    [Fact]
    public void Connection_knows_reader_protocol_and_answer_to_reset()
    {
        using PcscConnection connection = _reader.Connect(PcscConnectOptions.Default);
        (connection.ReaderName, connection.Protocol).ShouldBe(("A", PcscProtocol.T1));
        connection.AnswerToReset.ToArray().ShouldBe([0x3B, 0x01]);
        _pcsc.CountOf("Begin").ShouldBe(1);
    }

    [Theory]
    [InlineData("in exclusive use", 0x8010000Bu, PcscCause.CardInUse)]
    [InlineData("does not answer", 0x80100066u, PcscCause.CardUnresponsive)]
    [InlineData("reader unplugged", 0x80100017u, PcscCause.ReaderUnavailable)]
    [InlineData("service ended", 0x8010001Eu, PcscCause.ServiceNotRunning)]
    public void Refusal_names_its_cause_and_leaves_nothing_open(string row, uint code, PcscCause cause)
    {
        _pcsc.Fail("Connect", code);
        Should.Throw<PcscException>(() => _reader.Connect(), row).Cause.ShouldBe(cause);
        _pcsc.OpenContexts.ShouldBe(0);
        _pcsc.Calls.ShouldNotContain("Disconnect 2");
    }

    [Theory]
    [InlineData("no card", 0x8010000Cu)]
    [InlineData("just removed", 0x80100069u)]
    public void Missing_card_is_told_as_removed(string row, uint code)
    {
        _pcsc.Fail("Connect", code);
        Should.Throw<CardRemovedException>(() => _reader.Connect(), row);
        _pcsc.OpenContexts.ShouldBe(0);
    }

    [Fact]
    public void Card_that_leaves_before_the_transaction_is_let_go()
    {
        _pcsc.Fail("Begin", 0x80100069);
        Should.Throw<CardRemovedException>(() => _reader.Connect());
        _pcsc.CountOf("Disconnect 2").ShouldBe(1);
        _pcsc.OpenContexts.ShouldBe(0);
    }

    [Fact]
    public void Service_that_ends_after_the_transaction_leaves_nothing_open()
    {
        _pcsc.Fail("Status", 0x8010001D);
        Should.Throw<PcscException>(() => _reader.Connect()).Cause.ShouldBe(PcscCause.ServiceNotRunning);
        _pcsc.CountOf("Disconnect 2").ShouldBe(1);
        _pcsc.OpenContexts.ShouldBe(0);
    }

    [Fact]
    public void Reset_while_joining_is_not_told()
    {
        _pcsc.Fail("Begin", 0x80100068, 0x80100068, 0);
        _reader.Connect().Dispose();
        _pcsc.CountOf("Connect").ShouldBe(3);
        _pcsc.CountOf("Disconnect 0").ShouldBe(2);
        _pcsc.CountOf("Disconnect 2").ShouldBe(1);
    }

    [Fact]
    public void Card_that_is_reset_again_and_again_is_given_up()
    {
        _pcsc.Fail("Begin", [.. Enumerable.Repeat(0x80100068u, 50)]);
        Should.Throw<PcscException>(() => _reader.Connect()).Cause.ShouldBe(PcscCause.CardReset);
        _pcsc.CountOf("Begin").ShouldBe(4);
        _pcsc.OpenContexts.ShouldBe(0);
    }

    [Fact]
    public void Wait_for_another_program_has_an_end()
    {
        using PcscConnection other = _reader.Connect(PcscConnectOptions.Default);
        Should.Throw<PcscException>(() => _reader.Connect(_atOnce)).Cause.ShouldBe(PcscCause.CardInUse);
    }

    [Theory]
    [InlineData("power is given in the transaction", "Reconnect 2", true)]
    [InlineData("the driver is asked in the transaction", "Reconnect 0", true)]
    [InlineData("the reader is read in the transaction", "Status", true)]
    [InlineData("the reader is read without a transaction", "Status", false)]
    public async Task Own_handle_is_not_taken_for_another_program(string row, string function, bool holdTransaction)
    {
        _pcsc.TakePowerUntold();
        Stop stop = _pcsc.Hold(function);
        Task<PcscConnection> connecting = _reader.ConnectAsync(new PcscConnectOptions { HoldTransaction = holdTransaction });
        stop.AwaitReached();
        _clock.Advance(TimeSpan.FromSeconds(10));
        (await Should.ThrowAsync<PcscException>(connecting.Soon(), row)).Cause.ShouldBe(PcscCause.TimedOut, row);
        stop.Release();
    }

    [Theory]
    [InlineData("connecting", "Connect")]
    [InlineData("waiting for the transaction", "Begin")]
    public async Task Service_that_answers_no_more_ends_no_wait_late(string row, string function)
    {
        Stop stop = _pcsc.Hold(function);
        Task<PcscConnection> connecting = _reader.ConnectAsync();
        stop.AwaitReached();
        Stop question = _pcsc.Hold("Establish");
        _clock.Advance(TimeSpan.FromSeconds(10));
        question.AwaitReached();
        connecting.IsCompleted.ShouldBeFalse(row);
        _clock.Advance(TimeSpan.FromSeconds(2));
        (await Should.ThrowAsync<PcscException>(connecting.Soon(), row)).Cause.ShouldBe(PcscCause.TimedOut, row);
        question.Release();
        stop.Release();
    }

    [Fact]
    public async Task Service_that_answers_no_more_keeps_no_calling_thread()
    {
        Stop stop = _pcsc.Hold("Connect");
        Stop question = _pcsc.Hold("Status");
        Task<PcscException> refused = Task.Factory.StartNew(() => Should.Throw<PcscException>(() => _reader.Connect(_atOnce)), TaskCreationOptions.LongRunning);
        question.AwaitReached();
        (await refused.Soon()).Cause.ShouldBe(PcscCause.TimedOut);
        question.Release();
        stop.Release();
    }

    [Fact]
    public async Task Question_after_the_wait_is_cancelled_too()
    {
        using CancellationTokenSource cancel = new();
        Stop stop = _pcsc.Hold("Connect");
        Task<PcscConnection> connecting = _reader.ConnectAsync(cancellationToken: cancel.Token);
        stop.AwaitReached();
        Stop question = _pcsc.Hold("Establish");
        _clock.Advance(TimeSpan.FromSeconds(10));
        question.AwaitReached();
        await cancel.CancelAsync();
        (await Should.ThrowAsync<OperationCanceledException>(connecting.Soon())).CancellationToken.ShouldBe(cancel.Token);
        question.Release();
        stop.Release();
    }

    [Fact]
    public void Power_up_that_takes_too_long_is_not_laid_at_the_door_of_others()
    {
        Stop stop = _pcsc.Hold("Connect");
        Should.Throw<PcscException>(() => _reader.Connect(_atOnce)).Cause.ShouldBe(PcscCause.TimedOut);
        stop.Release();
    }

    [Fact]
    public async Task Power_up_that_takes_too_long_by_the_clock_is_told_as_such()
    {
        Stop stop = _pcsc.Hold("Connect");
        Task<PcscConnection> connecting = _reader.ConnectAsync();
        stop.AwaitReached();
        _clock.Advance(TimeSpan.FromSeconds(10));
        (await Should.ThrowAsync<PcscException>(connecting.Soon())).Cause.ShouldBe(PcscCause.TimedOut);
        stop.Release();
    }

    [Fact]
    public async Task Service_that_ended_during_the_wait_is_told_as_such()
    {
        Stop stop = _pcsc.Hold("Connect");
        Task<PcscConnection> connecting = _reader.ConnectAsync();
        stop.AwaitReached();
        _pcsc.Die();
        connecting.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(10));
        (await Should.ThrowAsync<PcscException>(connecting.Soon())).Cause.ShouldBe(PcscCause.ServiceNotRunning);
        stop.Release();
    }

    [Theory]
    [InlineData("less than no time", -2)]
    [InlineData("no time", 0)]
    [InlineData("a millisecond too long", int.MaxValue + 1L)]
    [InlineData("the longest time of all", 922_337_203_685_477)]
    public void Wait_that_no_timer_takes_is_refused_before_a_card_is_connected(string row, long milliseconds)
    {
        TimeSpan wait = TimeSpan.FromMilliseconds(milliseconds, 0);
        Should.Throw<ArgumentOutOfRangeException>(() => _reader.Connect(new PcscConnectOptions { WaitForOthers = wait }), row);
        _pcsc.Calls.ShouldBeEmpty(row);
    }

    [Theory]
    [InlineData("no limit", -1)]
    [InlineData("the longest wait", int.MaxValue)]
    public async Task Longest_waits_connect(string row, long milliseconds)
    {
        PcscConnectOptions options = new() { WaitForOthers = TimeSpan.FromMilliseconds(milliseconds, 0) };
        _reader.Connect(options).Dispose();
        (await _reader.ConnectAsync(options).Soon()).Dispose();
        _pcsc.CountOf("Disconnect 2").ShouldBe(2, row);
    }

    [Fact]
    public async Task Wait_by_the_clock_has_an_end()
    {
        Stop stop = _pcsc.Hold("Begin");
        Task<PcscConnection> connecting = _reader.ConnectAsync();
        stop.AwaitReached();
        _clock.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));
        connecting.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromTicks(1));
        (await Should.ThrowAsync<PcscException>(connecting.Soon())).Cause.ShouldBe(PcscCause.CardInUse);
        Stop end = _pcsc.Hold("Release");
        stop.Release();
        end.AwaitReached();
        _pcsc.CountOf("Disconnect 0").ShouldBe(1);
        end.Release();
    }

    [Fact]
    public async Task Cancelled_wait_ends_at_once_and_lets_go_later()
    {
        using CancellationTokenSource cancel = new();
        Stop stop = _pcsc.Hold("Begin");
        Task<PcscConnection> connecting = _reader.ConnectAsync(cancellationToken: cancel.Token);
        stop.AwaitReached();
        await cancel.CancelAsync();
        OperationCanceledException cancelled = await Should.ThrowAsync<OperationCanceledException>(connecting.Soon());
        cancelled.CancellationToken.ShouldBe(cancel.Token);
        Stop end = _pcsc.Hold("Release");
        stop.Release();
        end.AwaitReached();
        _pcsc.CountOf("Disconnect 0").ShouldBe(1);
        end.Release();
    }

    [Fact]
    public async Task Cancelled_before_makes_no_call()
    {
        await Should.ThrowAsync<OperationCanceledException>(async () => await _reader.ConnectAsync(cancellationToken: new CancellationToken(true)));
        _pcsc.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refusal_comes_through_the_task()
    {
        _pcsc.Remove("A");
        await Should.ThrowAsync<CardRemovedException>(_reader.ConnectAsync().Soon());
        _pcsc.OpenContexts.ShouldBe(0);
    }

    [Fact]
    public async Task All_calls_are_made_on_the_connections_own_thread()
    {
        using PcscConnection connection = await _reader.ConnectAsync().Soon();
        await connection.TransmitAsync(new byte[4], new byte[258]);
        _pcsc.Threads.Distinct().ShouldBe(["PC/SC A"]);
    }
}
