using System.Net;
using System.Net.Http.Headers;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Revocation.Crl.Download;
using MyNumber.Jpki.Revocation.Crl.Storage;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.Testing;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Tests.Revocation.Crl.Download;

public sealed class CrlDownloaderTests
{
    private static readonly Uri Address = new("http://127.0.0.1/full.crl");
    private static readonly LabList Full = new() { Entries = [(StatusLab.Serial, StatusLab.Now.AddDays(-3), 6)] };

    private readonly ManualTimeProvider _clock = new(StatusLab.Now);
    private readonly CrlStore _store;

    public CrlDownloaderTests() => _store = new CrlStore(_clock);

    [Fact]
    public async Task List_is_fetched_and_answers()
    {
        CrlDownloadOutcome outcome = await RefreshAsync(Downloader(Answering(Full)));
        outcome.State.ShouldBe(CrlDownloadState.Taken);
        outcome.HttpStatus.ShouldBe(200);
        outcome.IsSaved.ShouldBeFalse("there is no folder");
        CrlStoreTests.Check(_store).State.ShouldBe(RevocationState.Held);
    }

    [Fact]
    public async Task Fetched_list_is_saved_in_the_folder()
    {
        using TemporaryFolder folder = new();
        CrlDownloader downloader = Downloader(Answering(Full), new() { Addresses = [Address], Folder = new CrlFolder(folder.Path, _store, StatusLab.Anchors) });
        (await RefreshAsync(downloader)).IsSaved.ShouldBeTrue();
        Directory.GetFiles(folder.Path).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Second_request_carries_what_the_first_answer_said_and_304_keeps_the_list()
    {
        StubHandler server = Conditional();
        CrlDownloader downloader = Downloader(server);
        await RefreshAsync(downloader);
        (await RefreshAsync(downloader)).State.ShouldBe(CrlDownloadState.NotModified);
        server.Requests[0].Headers.IfNoneMatch.ShouldBeEmpty();
        server.Requests[0].Headers.IfModifiedSince.ShouldBeNull();
        server.Requests[1].Headers.IfNoneMatch.ShouldHaveSingleItem().Tag.ShouldBe("\"seven\"");
        server.Requests[1].Headers.IfModifiedSince.ShouldBe(StatusLab.Now.AddHours(-12));
        CrlStoreTests.Check(_store).State.ShouldBe(RevocationState.Held);
    }

    [Fact]
    public async Task List_that_is_held_no_more_is_asked_for_without_condition()
    {
        StubHandler server = Conditional();
        CrlDownloader downloader = Downloader(server);
        await RefreshAsync(downloader);
        _clock.Advance(TimeSpan.FromDays(5));
        _store.RemoveOutdated(TimeSpan.FromDays(1)).ShouldBe(1);
        (await RefreshAsync(downloader)).State.ShouldBe(CrlDownloadState.Taken);
        server.Requests[1].Headers.IfNoneMatch.ShouldBeEmpty();
    }

    [Fact]
    public async Task List_that_could_not_be_saved_is_asked_for_again_and_saved()
    {
        using TemporaryFolder temporary = new();
        string path = Path.Combine(temporary.Path, "lists");
        StubHandler server = Conditional();
        CrlDownloader downloader = Downloader(server, new() { Addresses = [Address], Folder = new CrlFolder(path, _store, StatusLab.Anchors) });
        Directory.Delete(path);
        CrlDownloadOutcome first = await RefreshAsync(downloader);
        (first.State, first.IsSaved).ShouldBe((CrlDownloadState.Taken, false));
        Directory.CreateDirectory(path);
        CrlDownloadOutcome second = await RefreshAsync(downloader);
        (second.State, second.IsSaved).ShouldBe((CrlDownloadState.Taken, true));
        server.Requests[1].Headers.IfNoneMatch.ShouldBeEmpty();
        (await RefreshAsync(downloader)).State.ShouldBe(CrlDownloadState.NotModified);
    }

    [Fact]
    public async Task Refused_list_never_makes_a_condition()
    {
        StubHandler server = Conditional(Full with { SignerKey = 1 });
        CrlDownloader downloader = Downloader(server);
        CrlDownloadOutcome first = await RefreshAsync(downloader), second = await RefreshAsync(downloader);
        (first.State, first.Reason).ShouldBe((CrlDownloadState.Refused, VerificationReason.StatusSignatureInvalid));
        second.Failures.ShouldBe(2);
        server.Requests[1].Headers.IfNoneMatch.ShouldBeEmpty();
        _store.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("not found", 404)]
    [InlineData("server's fault", 500)]
    [InlineData("moved, and the caller's client does not follow", 302)]
    [InlineData("304 to a request without condition", 304)]
    [InlineData("no content", 204)]
    [InlineData("a part only", 206)]
    public async Task Other_status_is_unreachable_and_the_body_is_not_looked_at(string description, int status)
    {
        StubHandler server = StubHandler.Answering(_ => Full.Encode(), "application/pkix-crl", (HttpStatusCode)status);
        CrlDownloadOutcome outcome = await RefreshAsync(Downloader(server));
        (outcome.State, outcome.HttpStatus).ShouldBe((CrlDownloadState.Unreachable, status), description);
        _store.Count.ShouldBe(0, description);
    }

    [Theory]
    [InlineData("connection refused", typeof(HttpRequestException))]
    [InlineData("a fault of the handler", typeof(InvalidOperationException))]
    [InlineData("the client's own timeout", typeof(TaskCanceledException))]
    public async Task Failing_handler_is_unreachable(string description, Type failure)
    {
        CrlDownloadOutcome outcome = await RefreshAsync(Downloader(new StubHandler((_, _, _) => throw (Exception)Activator.CreateInstance(failure)!)));
        (outcome.State, outcome.HttpStatus).ShouldBe((CrlDownloadState.Unreachable, (int?)null), description);
    }

    [Theory]
    [InlineData("length told", true)]
    [InlineData("length not told", false)]
    public async Task List_over_the_limit_is_given_up(string description, bool told)
    {
        byte[] list = CrlStreamTests.Mixed(2000).Encode();
        PieceStream body = new(list, 4096);
        StubHandler server = new((_, _, _) => Task.FromResult(new HttpResponseMessage { Content = Streamed(body, told ? list.Length : null) }));
        CrlDownloadOutcome outcome = await RefreshAsync(Downloader(server, new() { Addresses = [Address], MaximumLength = 20_000 }));
        outcome.State.ShouldBe(CrlDownloadState.TooLong, description);
        body.Taken.ShouldBeLessThanOrEqualTo(told ? 0 : 20_000 + 4096, description);
        _store.Count.ShouldBe(0, description);
    }

    [Fact]
    public async Task Body_that_breaks_off_is_unreachable()
    {
        StubHandler server = new((_, _, _) => Task.FromResult(new HttpResponseMessage { Content = Streamed(new PieceStream(Full.Encode(), 50, failsAt: 200), null) }));
        (await RefreshAsync(Downloader(server))).State.ShouldBe(CrlDownloadState.Unreachable);
    }

    [Fact]
    public async Task Silent_server_is_left_after_the_limit()
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        StubHandler server = new(async (_, _, stop) =>
        {
            asked.SetResult();
            await Task.Delay(System.Threading.Timeout.Infinite, stop);
            throw new InvalidOperationException();
        });
        Task<IReadOnlyList<CrlDownloadOutcome>> round = Downloader(server).RefreshAsync();
        await asked.Task;
        _clock.Advance(TimeSpan.FromMinutes(5));
        (await round)[0].State.ShouldBe(CrlDownloadState.Unreachable);
    }

    [Fact]
    public async Task Callers_cancellation_is_thrown() =>
        await Should.ThrowAsync<OperationCanceledException>(() => Downloader(Answering(Full)).RefreshAsync(new CancellationToken(canceled: true)));

    [Fact]
    public async Task Each_address_has_its_outcome_in_order()
    {
        Uri[] addresses = [.. Enumerable.Range(0, 6).Select(i => new Uri($"http://127.0.0.1/{i}.crl"))];
        StubHandler server = new((request, _, _) => Task.FromResult(
            request.RequestUri!.AbsolutePath == "/3.crl" ? StubHandler.Message([], status: HttpStatusCode.NotFound)
            : StubHandler.Message((request.RequestUri.AbsolutePath == "/1.crl" ? Full with { Issuer = StatusLab.SecondAnchor } : Full).Encode())));
        IReadOnlyList<CrlDownloadOutcome> outcomes = await Downloader(server, new() { Addresses = addresses, Parallelism = 1 }).RefreshAsync();
        outcomes.Select(outcome => outcome.Address).ShouldBe(addresses);
        outcomes.Select(outcome => outcome.State == CrlDownloadState.Taken).ShouldBe([true, true, true, false, true, true]);
        _store.Count.ShouldBe(2);
    }

    public static TheoryData<string, CrlDownloadOptions> WrongOptions => new()
    {
        { "no address", new() { Addresses = [] } },
        { "an address twice", new() { Addresses = [Address, Address] } },
        { "not over HTTP", new() { Addresses = [new Uri("ldap://127.0.0.1/x")] } },
        { "not absolute", new() { Addresses = [new Uri("/x.crl", UriKind.Relative)] } },
        { "a file", new() { Addresses = [new Uri("file:///x.crl")] } },
        { "no time", new() { Addresses = [Address], Timeout = TimeSpan.Zero } },
        { "two days for one list", new() { Addresses = [Address], Timeout = TimeSpan.FromDays(2) } },
        { "no length", new() { Addresses = [Address], MaximumLength = 0 } },
        { "longer than a store takes", new() { Addresses = [Address], MaximumLength = CrlStore.MaximumLength + 1 } },
        { "nobody at work", new() { Addresses = [Address], Parallelism = 0 } },
        { "retries without wait", new() { Addresses = [Address], FirstRetry = TimeSpan.Zero } },
        { "longest retry before the first", new() { Addresses = [Address], LongestRetry = TimeSpan.FromSeconds(2) } },
        { "more often than retries", new() { Addresses = [Address], Interval = TimeSpan.FromSeconds(2) } },
        { "negative lead", new() { Addresses = [Address], RefreshBefore = TimeSpan.FromSeconds(-1) } },
    };

    [Theory]
    [MemberData(nameof(WrongOptions))]
    public void Wrong_option_is_refused(string description, CrlDownloadOptions options) =>
        Should.Throw<ArgumentException>(() => Downloader(Answering(Full), options), description);

    internal static StubHandler Answering(LabList list) => StubHandler.Answering(_ => list.Encode(), "application/pkix-crl");

    private static StubHandler Conditional(LabList? list = null) => new((request, _, _) =>
    {
        HttpResponseMessage answer = request.Headers.IfNoneMatch.Count != 0
            ? StubHandler.Message([], status: HttpStatusCode.NotModified)
            : StubHandler.Message((list ?? Full).Encode());
        answer.Headers.ETag = new EntityTagHeaderValue("\"seven\"");
        answer.Content.Headers.LastModified = StatusLab.Now.AddHours(-12);
        return Task.FromResult(answer);
    });

    private static StreamContent Streamed(Stream body, int? length)
    {
        StreamContent content = new(body);
        content.Headers.ContentLength = length;
        return content;
    }

    private static async Task<CrlDownloadOutcome> RefreshAsync(CrlDownloader downloader) => (await downloader.RefreshAsync()).ShouldHaveSingleItem();

    private CrlDownloader Downloader(StubHandler server, CrlDownloadOptions? options = null) =>
        new(new HttpClient(server), _store, StatusLab.Anchors, options ?? new() { Addresses = [Address] }, _clock);
}
