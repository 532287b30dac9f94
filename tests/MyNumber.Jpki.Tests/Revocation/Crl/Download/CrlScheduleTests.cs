using System.Net;
using System.Threading.Channels;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Revocation.Crl.Download;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Revocation.Crl.Download;

/// <summary>When addresses are asked again, by a clock that is moved by hand.</summary>
public sealed class CrlScheduleTests
{
    private static readonly Uri Address = new("http://127.0.0.1/full.crl");

    private readonly ManualTimeProvider _clock = new(StatusLab.Now);
    private readonly ListeningClock _waits;
    private readonly Channel<CrlDownloadOutcome> _reports = Channel.CreateUnbounded<CrlDownloadOutcome>();

    public CrlScheduleTests() => _waits = new ListeningClock(_clock);

    [Theory]
    [InlineData("an hour while all is well", 36.0, 60)]
    [InlineData("sooner when the list ends soon", 2.5, 30)]
    [InlineData("never sooner than a retry", 2.0, 1)]
    [InlineData("a list that has ended", -1.0, 1)]
    public async Task Address_is_due_again_in_time(string description, double hoursLeft, int minutes)
    {
        LabList list = new() { NextUpdate = StatusLab.Now.AddHours(hoursLeft) };
        using CancellationTokenSource stop = new();
        Task run = Start(CrlDownloaderTests.Answering(list), stop);
        CrlDownloadOutcome outcome = await _reports.Reader.ReadAsync();
        (outcome.State, outcome.Due).ShouldBe((CrlDownloadState.Taken, StatusLab.Now.AddMinutes(minutes)), description);
        await EndAsync(run, stop);
    }

    [Fact]
    public async Task Failures_wait_twice_as_long_each_up_to_the_longest_and_a_success_ends_them()
    {
        bool isUp = false;
        StubHandler server = new((_, _, _) => Task.FromResult(StubHandler.Message(new LabList().Encode(), status: isUp ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable)));
        using CancellationTokenSource stop = new();
        Task run = Start(server, stop);
        foreach (int minutes in (int[])[1, 2, 4, 8, 16, 32, 60, 60])
        {
            CrlDownloadOutcome outcome = await _reports.Reader.ReadAsync();
            (outcome.Due - outcome.At).ShouldBe(TimeSpan.FromMinutes(minutes));
            isUp = outcome.Failures == 8;
            await MoveAsync(outcome);
        }

        CrlDownloadOutcome up = await _reports.Reader.ReadAsync();
        (up.State, up.Failures, up.Due - up.At).ShouldBe((CrlDownloadState.Taken, 0, TimeSpan.FromHours(1)));
        await EndAsync(run, stop);
    }

    [Theory]
    [InlineData("with 304", true)]
    [InlineData("with the list itself", false)]
    public async Task Outdated_list_that_a_server_repeats_is_asked_for_in_waits_that_double(string description, bool isConditional)
    {
        LabList list = new() { NextUpdate = StatusLab.Now.AddHours(-1) };
        int asked = 0;
        StubHandler server = new((_, _, _) =>
        {
            HttpResponseMessage answer = isConditional && asked++ != 0 ? StubHandler.Message([], status: HttpStatusCode.NotModified) : StubHandler.Message(list.Encode());
            answer.Headers.ETag = new System.Net.Http.Headers.EntityTagHeaderValue("\"old\"");
            return Task.FromResult(answer);
        });
        using CancellationTokenSource stop = new();
        Task run = Start(server, stop);
        foreach (int minutes in (int[])[1, 2, 4, 8, 16, 32, 60, 60])
        {
            CrlDownloadOutcome outcome = await _reports.Reader.ReadAsync();
            (outcome.Due - outcome.At, outcome.Failures).ShouldBe((TimeSpan.FromMinutes(minutes), 0), description);
            await MoveAsync(outcome);
        }

        await EndAsync(run, stop);
    }

    [Theory]
    [InlineData("ten minutes left", 10 * 60, new[] { 60, 120, 240, 180, 60, 120, 240, 480 })]
    [InlineData("its end in less than a retry", 7 * 60 + 30, new[] { 60, 120, 240, 60, 60, 120, 240 })]
    [InlineData("two hours left", 120 * 60, new[] { 60, 120, 240, 480, 960, 1920, 3420, 60, 120, 240 })]
    public async Task List_near_its_end_is_asked_for_at_its_end_and_the_waits_begin_anew_there(string description, int secondsLeft, int[] waits)
    {
        StubHandler server = CrlDownloaderTests.Answering(new LabList { NextUpdate = StatusLab.Now.AddSeconds(secondsLeft) });
        using CancellationTokenSource stop = new();
        Task run = Start(server, stop);
        foreach (int seconds in waits)
        {
            CrlDownloadOutcome outcome = await _reports.Reader.ReadAsync();
            (outcome.Due - outcome.At).ShouldBe(TimeSpan.FromSeconds(seconds), description);
            await MoveAsync(outcome);
        }

        await EndAsync(run, stop);
    }

    [Theory]
    [InlineData("three hours left", 180 * 60, new[] { 60 * 60, 60, 120, 240, 480, 960, 1920, 3420, 60, 120, 240 })]
    [InlineData("its end in less than a retry", 270, new[] { 60, 60, 120, 60, 60, 120, 240 })]
    public async Task Wait_after_failures_ends_at_the_end_of_the_list_and_the_waits_begin_anew_there(string description, int secondsLeft, int[] waits)
    {
        byte[] list = new LabList { NextUpdate = StatusLab.Now.AddSeconds(secondsLeft) }.Encode();
        int asked = 0;
        StubHandler server = new((_, _, _) => Task.FromResult(StubHandler.Message(list, status: asked++ == 0 ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable)));
        using CancellationTokenSource stop = new();
        Task run = Start(server, stop);
        foreach (int seconds in waits)
        {
            CrlDownloadOutcome outcome = await _reports.Reader.ReadAsync();
            (outcome.Due - outcome.At).ShouldBe(TimeSpan.FromSeconds(seconds), description);
            await MoveAsync(outcome);
        }

        await EndAsync(run, stop);
    }

    [Fact]
    public async Task Next_days_list_replaces_the_one_before_while_the_run_goes_on()
    {
        byte number = 7;
        StubHandler server = new((_, _, _) => Task.FromResult(StubHandler.Message(new LabList { Number = [number++] }.Encode())));
        CrlStore store = new(_clock);
        using CancellationTokenSource stop = new();
        Task run = Start(server, stop, store);
        for (byte expected = 7; expected < 12; expected++)
        {
            CrlDownloadOutcome outcome = await _reports.Reader.ReadAsync();
            store.Snapshot().ShouldHaveSingleItem().Number.ToArray().ShouldBe([expected]);
            await MoveAsync(outcome);
        }

        await EndAsync(run, stop);
    }

    [Fact]
    public async Task Report_that_throws_ends_the_run() =>
        await Should.ThrowAsync<NotSupportedException>(() => Downloader(CrlDownloaderTests.Answering(new LabList())).RunAsync(_ => throw new NotSupportedException(), default));

    // The clock stands still until the run waits for the instant.
    private async Task MoveAsync(CrlDownloadOutcome outcome)
    {
        while (await _waits.Waits.ReadAsync() != outcome.Due - outcome.At)
        {
        }

        _clock.Set(outcome.Due);
    }

    private static async Task EndAsync(Task run, CancellationTokenSource stop)
    {
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => run);
    }

    private Task Start(StubHandler server, CancellationTokenSource stop, CrlStore? store = null) =>
        Downloader(server, store).RunAsync(outcome => _reports.Writer.TryWrite(outcome).ShouldBeTrue(), stop.Token);

    private CrlDownloader Downloader(StubHandler server, CrlStore? store = null) =>
        new(new HttpClient(server), store ?? new CrlStore(_clock), StatusLab.Anchors, new CrlDownloadOptions { Addresses = [Address] }, _waits);
}
