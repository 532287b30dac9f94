using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.Revocation;
using MyNumber.TestKit;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Status;

public sealed class ListServiceTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private LabWorld _world = null!;

    public async Task InitializeAsync() => _world = await LabWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lists_are_fetched_at_start_and_again_after_an_hour()
    {
        await using StatusHost host = await StatusHost.StartAsync(_world, Lists);
        await host.Events.WaitAsync(7022);
        await _world.Clock.AdvanceUntilAsync(host.Events.WaitAsync(7023), TimeSpan.FromMinutes(10));
        host.Requests.Select(request => request.RequestUri).ShouldAllBe(address => address == StatusHost.SignatureList);
    }

    [Fact]
    public async Task A_server_that_is_down_is_told_without_credentials_and_query()
    {
        await using StatusHost host = await StatusHost.StartAsync(
            _world, options => options.Signature.CrlAddresses.Add(new Uri("http://user:secret@crl.lab.invalid/full.crl?token=secret")), site: () => new Silence());
        await host.Events.WaitAsync(7024);
        string line = host.Log.Lines.Single(line => line.Id.Id == 7024).Text;
        line.ShouldContain("http://crl.lab.invalid/full.crl");
        line.ShouldContain("Unreachable");
        line.ShouldContain("503");
        host.Log.Lines.ShouldAllBe(any => !any.Text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fetching_ends_with_the_host()
    {
        await using StatusHost host = await StatusHost.StartAsync(_world, Lists);
        await host.Events.WaitAsync(7022);
        await host.StopAsync();
        int asked = host.Requests.Count;
        _world.Clock.Advance(TimeSpan.FromHours(5));
        host.Requests.Count.ShouldBe(asked);
    }

    [Fact]
    public async Task A_log_that_fails_does_not_end_the_fetching()
    {
        await using StatusHost host = await StatusHost.StartAsync(_world, Lists, services => services.AddSingleton<ILoggerProvider>(new BrokenLog()));
        await host.Events.WaitAsync(7022);
        await _world.Clock.AdvanceUntilAsync(host.Events.WaitAsync(7023), TimeSpan.FromMinutes(1));
        host.Log.Lines.ShouldContain(line => line.Id.Id == 7027 && line.Text.Contains("AggregateException", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lists_of_the_folder_answer_after_a_restart_while_the_server_is_down()
    {
        await FillFolderAsync();
        await using StatusHost host = await StatusHost.StartAsync(_world, Kept, site: () => new Silence());
        (await host.AskAsync(_world.Holder))!.State.ShouldBe(RevocationState.Good);
        host.Log.Lines.Single(line => line.Id.Id == 7021).Text.ShouldContain("1 taken, 0 passed over");
    }

    [Fact]
    public async Task A_folder_whose_every_list_is_past_stops_the_host_with_what_to_do()
    {
        await FillFolderAsync();
        _world.Clock.Advance(TimeSpan.FromDays(3));
        OptionsValidationException failure = await Should.ThrowAsync<OptionsValidationException>(async () => await (await StatusHost.StartAsync(_world, Kept, site: () => new Silence())).DisposeAsync());
        failure.Failures.ShouldHaveSingleItem().ShouldBe(
            $"Every list of Signature in CrlFolder '{_folder.Path}' is past its nextUpdate and no newer one could be fetched: make Signature.CrlAddresses reachable, "
                + "put this computer's clock right, or set StartEvenThoughEveryKeptListIsPastItsNextUpdate to start without them.");
    }

    [Fact]
    public async Task A_folder_whose_every_list_is_past_is_no_hindrance_when_a_newer_one_comes()
    {
        await FillFolderAsync();
        _world.Clock.Advance(TimeSpan.FromDays(3));
        await using StatusHost host = await StatusHost.StartAsync(_world, Kept);
        (await host.AskAsync(_world.Holder))!.State.ShouldBe(RevocationState.Good);
    }

    [Theory]
    [InlineData("three days on: the list is known and stale", 3, VerificationReason.StatusStale)]
    [InlineData("a month on: the list is forgotten", 30, VerificationReason.StatusOutOfScope)]
    public async Task A_host_that_was_told_to_starts_with_past_lists(string description, int days, VerificationReason expected)
    {
        await FillFolderAsync();
        _world.Clock.Advance(TimeSpan.FromDays(days));
        await using StatusHost host = await StatusHost.StartAsync(
            _world,
            options =>
            {
                Kept(options);
                options.StartEvenThoughEveryKeptListIsPastItsNextUpdate = true;
            },
            site: () => new Silence());
        host.Log.Lines.ShouldContain(line => line.Id.Id == 7026, description);
        (await host.AskAsync(_world.Holder))!.Failure.ShouldBe(expected);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_stops_the_host_with_what_to_do()
    {
        string file = _folder.Write("file", "no folder");
        OptionsValidationException failure = await Should.ThrowAsync<OptionsValidationException>(async () => await (await StatusHost.StartAsync(_world, options =>
        {
            Lists(options);
            options.CrlFolder = file;
        })).DisposeAsync());
        failure.Message.ShouldBe($"CrlFolder '{file}' cannot be made or opened: name a folder that this process may write to, or leave CrlFolder out to keep lists in memory only.");
    }

    [Fact]
    public async Task An_empty_folder_is_no_hindrance()
    {
        await using StatusHost host = await StatusHost.StartAsync(_world, Kept, site: () => new Silence());
        (await host.AskAsync(_world.Holder))!.Failure.ShouldBe(VerificationReason.StatusOutOfScope);
    }

    private static void Lists(JpkiOptions options) => options.Signature.CrlAddresses.Add(StatusHost.SignatureList);

    private void Kept(JpkiOptions options)
    {
        Lists(options);
        options.CrlFolder = _folder.Path;
    }

    private async Task FillFolderAsync()
    {
        await using StatusHost host = await StatusHost.StartAsync(_world, Kept);
        await host.Events.WaitAsync(7022);
    }

    // The service's wait may begin a moment after what it logged: the clock is moved until it was there.
    private sealed class Silence : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
    }

    private sealed class BrokenLog : ILoggerProvider, ILogger
    {
        private int _isBroken;

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == 7022 && Interlocked.Exchange(ref _isBroken, 1) == 0)
            {
                throw new InvalidOperationException();
            }
        }
    }
}
