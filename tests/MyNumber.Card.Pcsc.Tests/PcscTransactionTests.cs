using MyNumber.Card.Pcsc.Errors;
using MyNumber.Card.Pcsc.Tests.Doubles;

namespace MyNumber.Card.Pcsc.Tests;

/// <summary>Transactions around a part of what a connection does.</summary>
public sealed class PcscTransactionTests : IDisposable
{
    private static readonly PcscConnectOptions _options = new() { HoldTransaction = false };
    private static readonly byte[] _command = [0x00, 0xA4, 0x04, 0x0C];
    private readonly FakePcsc _pcsc = new();
    private readonly PcscConnection _free;
    private readonly byte[] _response = new byte[258];

    public PcscTransactionTests()
    {
        _pcsc.Plug("A");
        _pcsc.Insert("A");
        _free = new PcscReaders(_pcsc, TimeProvider.System).Named("A").Connect(_options);
    }

    public void Dispose() => _free.Dispose();

    [Fact]
    public async Task Transactions_nest_and_the_last_lets_others_in()
    {
        _pcsc.Calls.Clear();
        PcscTransaction outer = _free.BeginTransaction();
        PcscTransaction inner = await _free.BeginTransactionAsync();
        outer.Dispose();
        outer.Dispose();
        _pcsc.Calls.ShouldBe(["Begin", "Reconnect 0", "Power"]);
        inner.Dispose();
        _pcsc.Calls.ShouldBe(["Begin", "Reconnect 0", "Power", "End 0"]);
    }

    [Fact]
    public void Transaction_that_is_refused_does_not_count()
    {
        _pcsc.Fail("Begin", 0x8010001D);
        Should.Throw<PcscException>(() => _free.BeginTransaction());
        _free.BeginTransaction().Dispose();
        _pcsc.CountOf("End 0").ShouldBe(1);
    }

    [Fact]
    public void Reset_before_a_transaction_is_told()
    {
        _pcsc.Fail("Begin", 0x80100068);
        Should.Throw<PcscException>(() => _free.BeginTransaction()).Cause.ShouldBe(PcscCause.CardReset);
    }

    [Fact]
    public void Reset_is_told_when_the_transaction_ended_before_it_came_back()
    {
        PcscTransaction transaction = _free.BeginTransaction();
        _pcsc.Reset();
        _pcsc.Fail("Begin", 0x8010001D);
        Should.Throw<PcscException>(() => _free.Transmit(_command, _response));
        transaction.Dispose();
        Should.Throw<PcscException>(() => _free.Transmit(_command, _response)).Cause.ShouldBe(PcscCause.CardReset);
        _free.Transmit(_command, _response).ShouldBe(2);
        _pcsc.IsHeld.ShouldBeFalse();
    }

    [Fact]
    public void Transaction_may_end_while_its_card_cannot_be_joined_again()
    {
        PcscTransaction transaction = _free.BeginTransaction();
        _pcsc.Reset();
        _pcsc.Fail("Connect", 0x80100066);
        Should.Throw<PcscException>(() => _free.Transmit(_command, _response)).Cause.ShouldBe(PcscCause.CardUnresponsive);
        transaction.Dispose();
        Should.Throw<PcscException>(() => _free.Transmit(_command, _response)).Cause.ShouldBe(PcscCause.CardReset);
        _free.Transmit(_command, _response).ShouldBe(2);
    }

    [Fact]
    public void Transaction_that_a_failed_power_up_made_stale_ends_all_the_same()
    {
        PcscTransaction transaction = _free.BeginTransaction();
        _pcsc.Fail("Transmit", 0x8010000F);
        _pcsc.TakePowerUntold();
        _pcsc.Fail("Reconnect 2", 0x80100066);
        Should.Throw<PcscException>(() => _free.Transmit(_command, _response)).Cause.ShouldBe(PcscCause.CardUnresponsive);
        transaction.Dispose();
        _pcsc.IsHeld.ShouldBeFalse();
        Should.Throw<PcscException>(() => _free.Transmit(_command, _response)).Cause.ShouldBe(PcscCause.CardReset);
        _free.Transmit(_command, _response).ShouldBe(2);
    }

    [Fact]
    public void Removal_in_a_transaction_is_survived_by_its_end()
    {
        using (_free.BeginTransaction())
        {
            _pcsc.Fail("Transmit", 0x80100069);
            Should.Throw<CardRemovedException>(() => _free.Transmit(_command, _response));
            _pcsc.Fail("End 0", 0x80100069);
        }

        _pcsc.Fail("Disconnect 2", 0x80100069);
        _free.Dispose();
        _pcsc.OpenContexts.ShouldBe(0);
    }

    [Fact]
    public void End_of_a_transaction_after_the_connection_makes_no_call()
    {
        PcscTransaction transaction = _free.BeginTransaction();
        _free.Dispose();
        transaction.Dispose();
        _pcsc.CountOf("End 0").ShouldBe(0);
    }

    [Fact]
    public async Task Cancelled_transaction_lets_go_when_it_is_had_at_last()
    {
        using CancellationTokenSource cancel = new();
        Stop stop = _pcsc.Hold("Begin");
        Task<PcscTransaction> waiting = _free.BeginTransactionAsync(cancel.Token);
        stop.AwaitReached();
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting.Soon());
        Stop end = _pcsc.Hold("End 0");
        stop.Release();
        end.AwaitReached();
        end.Release();
        _free.Dispose();
    }
}
