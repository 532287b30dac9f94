using MyNumber.Card.Pcsc;
using MyNumber.Card.Pcsc.Errors;
using MyNumber.Card.Pcsc.Monitoring;
using MyNumber.PcscTests.Harness;

namespace MyNumber.PcscTests.Pcsc;

/// <summary>The service ends, is killed and comes back.</summary>
[Collection(PcscCollection.Name)]
public sealed class DaemonEndTests(PcscDaemon daemon)
{
    [SkippableTheory]
    [InlineData("stopped", false)]
    [InlineData("killed", true)]
    public async Task Events_heal_when_the_daemon_returns(string row, bool kill)
    {
        await using CardInReader card = await CardInReader.InsertAsync(daemon);
        using CancellationTokenSource end = new();
        await using IAsyncEnumerator<ReaderEvent> events = new PcscMonitor().WatchAsync(end.Token).GetAsyncEnumerator(CancellationToken.None);
        (await Until(events, ReaderEventKind.CardInserted)).ShouldBe($"ReaderAdded {PcscDaemon.FirstReader}, ReaderAdded {PcscDaemon.SecondReader}, CardInserted {PcscDaemon.FirstReader}", row);
        End(kill);
        string lost = await Until(events, ReaderEventKind.ServiceLost);
        lost.ShouldContain($"ReaderRemoved {PcscDaemon.FirstReader}", Case.Sensitive, row);
        lost.ShouldContain($"ReaderRemoved {PcscDaemon.SecondReader}", Case.Sensitive, row);
        events.Current.Error!.Cause.ShouldBe(PcscCause.ServiceNotRunning, row);
        daemon.Start();
        (await Until(events, ReaderEventKind.ServiceRestored)).ShouldBe("ServiceRestored ", row);
        await Until(events, ReaderEventKind.CardInserted);
        card.Reader.Remove();
        await Until(events, ReaderEventKind.CardRemoved);
        events.Current.Reader.ShouldBe(PcscDaemon.FirstReader, row);
    }

    [SkippableTheory]
    [InlineData("stopped", false)]
    [InlineData("killed", true)]
    public async Task Open_connection_says_that_the_service_is_gone_and_the_next_one_works(string row, bool kill)
    {
        await using CardInReader card = await CardInReader.InsertAsync(daemon);
        using PcscConnection connection = PcscCard.First.Connect(PcscConnectOptions.Default);
        connection.Send(PcscCard.SelectJpki).ShouldBe("9000");
        End(kill);
        await card.Reader.WaitForAttachedAsync(attached: false);
        Should.Throw<PcscException>(() => connection.Send(PcscCard.SelectLoginPin), row).Cause.ShouldBeOneOf(PcscCause.ServiceNotRunning, PcscCause.ConnectionLost);
        Should.Throw<PcscException>(() => new PcscReaders().List(), row).Cause.ShouldBe(PcscCause.ServiceNotRunning);
        daemon.Start();
        await card.WaitAsync();
        Should.Throw<PcscException>(() => connection.Send(PcscCard.SelectLoginPin), row).Cause.ShouldBeOneOf(PcscCause.ServiceNotRunning, PcscCause.ConnectionLost);
        connection.Dispose();
        using PcscConnection next = PcscCard.First.Connect(PcscConnectOptions.Default);
        next.Send(PcscCard.SelectJpki).ShouldBe("9000");
    }

    [SkippableFact]
    public async Task Cancellation_ends_a_wait_in_pcscd()
    {
        daemon.Require();
        using CancellationTokenSource end = new();
        await using IAsyncEnumerator<ReaderEvent> events = new PcscMonitor().WatchAsync(end.Token).GetAsyncEnumerator(CancellationToken.None);
        await Until(events, ReaderEventKind.ReaderAdded);
        await Until(events, ReaderEventKind.ReaderAdded);
        Task<string> next = Until(events, ReaderEventKind.ServiceRestored);
        await end.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(next);
    }

    [SkippableFact]
    public async Task Inserted_card_comes_with_its_answer_to_reset()
    {
        daemon.Require();
        ReaderStatus.WaitForCard(PcscDaemon.FirstReader, present: false);
        await using IAsyncEnumerator<ReaderEvent> events = new PcscMonitor().WatchAsync().GetAsyncEnumerator();
        await Until(events, ReaderEventKind.ReaderAdded);
        await using CardInReader card = await CardInReader.InsertAsync(daemon);
        await Until(events, ReaderEventKind.CardInserted);
        events.Current.AnswerToReset.ToArray().ShouldBe(Convert.FromHexString("3BE000FF8131FE4514"));
    }

    private void End(bool kill)
    {
        if (kill)
        {
            daemon.Kill();
        }
        else
        {
            daemon.Stop();
        }
    }

    /// <summary>Reads events up to the first of a kind and tells all of them.</summary>
    private static async Task<string> Until(IAsyncEnumerator<ReaderEvent> events, ReaderEventKind kind)
    {
        List<string> told = [];
        do
        {
            (await events.MoveNextAsync().AsTask().Soon()).ShouldBeTrue();
            told.Add($"{events.Current.Kind} {events.Current.Reader}");
        }
        while (events.Current.Kind != kind);
        return string.Join(", ", told);
    }
}
