using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.AspNetCore.Tests.Status;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Services.Storage;
using MyNumber.Numbering.Storage;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Challenges;

public sealed class ChallengeSweepTests : IAsyncLifetime
{
    private const int Removed = 7031, Failed = 7032;

    private LabWorld _world = null!;

    public async Task InitializeAsync() => _world = await LabWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task What_nobody_took_in_time_is_removed_at_the_start_and_every_ten_minutes()
    {
        await using SqliteFile file = await SqliteFile.WithTableAsync();
        SqlChallengeStore store = file.Store();
        DateTimeOffset start = _world.Clock.GetUtcNow();
        HolderChallenge old = Make('A', start.AddMinutes(-2)), late = Make('B', start.AddSeconds(-30)), longer = Make('C', start.AddDays(30));
        (await store.TryAddAsync(old) && await store.TryAddAsync(late) && await store.TryAddAsync(longer)).ShouldBeTrue();

        await using StatusHost host = await StartAsync(file);
        await host.Events.WaitAsync(Removed);
        (await store.TryAddAsync(old)).ShouldBeTrue(); // it was gone
        (await store.TryAddAsync(late)).ShouldBeFalse();
        await _world.Clock.AdvanceUntilAsync(host.Events.WaitAsync(Removed, 2), TimeSpan.FromMinutes(1));

        (_world.Clock.GetUtcNow() - start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(10));
        (await store.TryTakeAsync(old.Id)).ShouldBeNull();
        (await store.TryTakeAsync(late.Id)).ShouldBeNull();
        (await store.TryTakeAsync(longer.Id)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_database_that_fails_is_told_without_its_words_and_asked_again()
    {
        await using SqliteFile file = new();
        await using StatusHost host = await StartAsync(file);
        await host.Events.WaitAsync(Failed);
        host.Log.Lines.First(line => line.Id.Id == Failed).Text.ShouldContain("SqliteException");
        host.Log.Lines.ShouldNotContain(line => line.Text.Contains("no such table", StringComparison.Ordinal));
        await file.Store().CreateTablesAsync();
        await _world.Clock.AdvanceUntilAsync(host.Events.WaitAsync(Removed), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_log_that_fails_does_not_end_it()
    {
        await using SqliteFile file = await SqliteFile.WithTableAsync();
        await using StatusHost host = await StartAsync(file, services => services.AddSingleton<ILoggerProvider>(new BrokenLog(Removed)));
        await host.Events.WaitAsync(Removed);
        await _world.Clock.AdvanceUntilAsync(host.Events.WaitAsync(Removed, 3), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task It_ends_with_the_host()
    {
        await using SqliteFile file = await SqliteFile.WithTableAsync();
        await using StatusHost host = await StartAsync(file);
        await host.Events.WaitAsync(Removed);
        await host.StopAsync();
        _world.Clock.Advance(TimeSpan.FromHours(1));
        host.Log.Lines.Count(line => line.Id.Id is Removed or Failed).ShouldBe(1);
    }

    [Fact]
    public async Task The_store_is_the_one_that_issues_and_is_registered_once()
    {
        await using SqliteFile file = await SqliteFile.WithTableAsync();
        await using StatusHost host = await StartAsync(file, services => services.AddDistributedMemoryCache());
        host.Services.GetRequiredService<IChallengeStore>().ShouldBeSameAs(host.Services.GetRequiredService<SqlChallengeStore>());
        IJpkiBuilder builder = new ServiceCollection().AddMyNumberJpki(Responder).UseSqlChallenges(file.Open(), SqlDialect.Sqlite);
        Should.Throw<InvalidOperationException>(() => builder.UseSqlChallenges(file.Open(), SqlDialect.Sqlite)).Message.ShouldContain("called twice");
    }

    private Task<StatusHost> StartAsync(SqliteFile file, Action<IServiceCollection>? services = null) =>
        StatusHost.StartAsync(_world, Responder, services, builder: builder => builder.UseSqlChallenges(file.Open(), SqlDialect.Sqlite));

    private static void Responder(JpkiOptions options) => options.Ocsp = options.Ocsp with { ResponderAddress = StatusHost.OcspAddress };

    private static HolderChallenge Make(char id, DateTimeOffset end) =>
        new(new HolderStatement(StatementPurpose.Login, "https://bank.example", "bank", new string(id, 43), end.AddMinutes(-5)), "session", end);

    private sealed class BrokenLog(int id) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _ = eventId.Id == id ? throw new InvalidOperationException("The log fails.") : 0;
    }
}
