using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MyNumber.Jpki.AspNetCore.Health;
using MyNumber.Jpki.AspNetCore.Tests.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Testing;
using MyNumber.TestKit;

namespace MyNumber.Jpki.AspNetCore.Tests.Health;

public sealed class ListsCheckTests : IAsyncLifetime
{
    // 00:00 in Japan: the list of that hour ends 48 hours later.
    private static readonly DateTimeOffset Midnight = new(2026, 4, 1, 15, 0, 0, TimeSpan.Zero);

    private LabWorld _world = null!;

    public async Task InitializeAsync() => _world = await LabWorld.StartAsync(new LabWorldOptions { Start = Midnight.AddMinutes(1) });

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData("new", 1, HealthStatus.Healthy, "All lists are fresh.")]
    [InlineData("just before it should have been replaced", (46 * 60) - 1, HealthStatus.Healthy, "All lists are fresh.")]
    [InlineData("two hours before its end", (46 * 60) + 1, HealthStatus.Degraded, "1 of 1 lists of Signature are near their nextUpdate.")]
    [InlineData("at its end", 48 * 60, HealthStatus.Degraded, "1 of 1 lists of Signature are near their nextUpdate.")]
    [InlineData("past its end", (48 * 60) + 1, HealthStatus.Unhealthy, "1 of 1 lists of Signature are past their nextUpdate.")]
    public async Task Age_decides(string description, int minutes, HealthStatus expected, string words)
    {
        CrlStore store = FilledStore();
        _world.Clock.Set(Midnight.AddMinutes(minutes));
        await using StatusHost host = await StatusHost.StartAsync(_world, services: services => Checked(services, store));
        HealthReportEntry entry = await host.CheckAsync(JpkiHealthChecks.Lists);
        (entry.Status, entry.Description).ShouldBe((expected, words), description);
        entry.Data["signature.oldestAgeSeconds"].ShouldBe(minutes * 60L);
        entry.Data["signature.soonestEndInSeconds"].ShouldBe(((48 * 60) - minutes) * 60L);
    }

    [Theory]
    [InlineData("as old as is taken for good", 60, HealthStatus.Healthy)]
    [InlineData("older", 61, HealthStatus.Unhealthy)]
    public async Task List_that_is_too_old_to_say_good_is_told(string description, int minutes, HealthStatus expected)
    {
        CrlStore store = FilledStore();
        _world.Clock.Set(Midnight.AddMinutes(minutes));
        await using StatusHost host = await StatusHost.StartAsync(_world, options => options.ListMaximumAge = TimeSpan.FromHours(1), services => Checked(services, store));
        HealthReportEntry entry = await host.CheckAsync(JpkiHealthChecks.Lists);
        entry.Status.ShouldBe(expected, description);
        entry.Description!.Contains("ListMaximumAge", StringComparison.Ordinal).ShouldBe(expected != HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_purpose_without_any_list_is_unhealthy_and_the_data_tells_counts_only()
    {
        CrlStore store = FilledStore();
        await using StatusHost host = await StatusHost.StartAsync(
            _world, options => options.UserAuthentication.Anchors = _world.Anchors(CertificatePurpose.UserAuthentication), services => Checked(services, store));
        HealthReportEntry entry = await host.CheckAsync(JpkiHealthChecks.Lists);
        (entry.Status, entry.Description).ShouldBe((HealthStatus.Unhealthy, "No list of UserAuthentication is held."));
        entry.Data.Keys.ShouldBe(
            [
                "failingAddresses", "signature.entries", "signature.lists", "signature.nearEnd", "signature.oldestAgeSeconds", "signature.pastEnd", "signature.soonestEndInSeconds",
                "userAuthentication.entries", "userAuthentication.lists", "userAuthentication.nearEnd", "userAuthentication.pastEnd",
            ],
            ignoreOrder: true);
        entry.Data.Values.ShouldAllBe(value => value is int || value is long);
    }

    [Fact]
    public async Task Addresses_that_fail_are_counted()
    {
        await using StatusHost host = await StatusHost.StartAsync(
            _world, options => options.Signature.CrlAddresses.Add(new Uri("http://crl.lab.invalid/crl/sign/current/nowhere.crl")), HealthProbe.Checks());
        await host.Events.WaitAsync(7024);
        HealthReportEntry entry = await host.CheckAsync(JpkiHealthChecks.Lists);
        (entry.Status, entry.Data["failingAddresses"]).ShouldBe((HealthStatus.Unhealthy, 1));
    }

    [Fact]
    public async Task The_limit_before_the_end_is_the_hosts()
    {
        CrlStore store = FilledStore();
        await using StatusHost host = await StatusHost.StartAsync(_world, services: services =>
        {
            Checked(services, store);
            services.Configure<JpkiHealthOptions>(options => options.ListsNearEnd = TimeSpan.FromDays(2));
        });
        (await host.CheckAsync(JpkiHealthChecks.Lists)).Status.ShouldBe(HealthStatus.Degraded);
    }

    [Fact]
    public async Task A_purpose_that_rests_on_the_responder_alone_needs_no_list_in_the_folder()
    {
        using TemporaryFolder folder = new();
        await using StatusHost host = await StatusHost.StartAsync(
            _world,
            options =>
            {
                options.UserAuthentication.Anchors = _world.Anchors(CertificatePurpose.UserAuthentication);
                options.Ocsp = options.Ocsp with { ResponderAddress = StatusHost.OcspAddress };
                options.Signature.CrlAddresses.Add(StatusHost.SignatureList);
                options.CrlFolder = folder.Path;
            },
            HealthProbe.Checks());
        await host.Events.WaitAsync(7022); // ListTaken
        HealthReportEntry entry = await host.CheckAsync(JpkiHealthChecks.Lists);
        (entry.Status, entry.Description).ShouldBe((HealthStatus.Healthy, "All lists are fresh."));
    }

    [Fact]
    public async Task Without_lists_all_is_well()
    {
        await using StatusHost host = await StatusHost.StartAsync(_world, options => options.Ocsp = options.Ocsp with { ResponderAddress = StatusHost.OcspAddress }, HealthProbe.Checks());
        HealthReportEntry entry = await host.CheckAsync(JpkiHealthChecks.Lists);
        (entry.Status, entry.Description).ShouldBe((HealthStatus.Healthy, "No lists are used."));
    }

    private static void Checked(IServiceCollection services, CrlStore store) => HealthProbe.Checks()(services.AddSingleton(store));

    private CrlStore FilledStore()
    {
        CrlStore store = new(_world.Clock);
        store.TryAdd(_world.Authority.Crls.Publish(_world.Authority.Of(CertificatePurpose.Signature).Current), _world.Anchors(CertificatePurpose.Signature), out _).ShouldBeTrue();
        return store;
    }
}
