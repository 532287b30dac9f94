using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.AspNetCore.Health;
using MyNumber.Jpki.AspNetCore.Tests.Status;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Certificates;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Health;

public sealed class ResponderCheckTests : IAsyncLifetime
{
    private LabWorld _world = null!;

    public async Task InitializeAsync() => _world = await LabWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    public static TheoryData<string, OcspFaults, HealthStatus> Answers => new()
    {
        { "as it is", OcspFaults.None, HealthStatus.Healthy },
        { "unknown", new OcspFaults { ForceUnknown = true }, HealthStatus.Healthy },
        { "never issued", new OcspFaults { ForceNeverIssued = true }, HealthStatus.Healthy },
        { "no nonce", new OcspFaults { OmitNonce = true }, HealthStatus.Healthy },
        { "try later", new OcspFaults { Error = OcspResponseStatus.TryLater }, HealthStatus.Degraded },
        { "signed and stale", new OcspFaults { ThisUpdateAge = TimeSpan.FromHours(3) }, HealthStatus.Degraded },
        { "signed for another question", new OcspFaults { WrongNonce = true }, HealthStatus.Degraded },
        { "a signature that does not hold", new OcspFaults { WrongSignature = true }, HealthStatus.Unhealthy },
        { "a responder of its own making", new OcspFaults { ResponderSelfSigned = true }, HealthStatus.Unhealthy },
        { "another serial", new OcspFaults { WrongSerial = true }, HealthStatus.Unhealthy },
        { "cut off", new OcspFaults { TruncatedOctets = 9 }, HealthStatus.Unhealthy },
        { "a server's error", new OcspFaults { HttpStatus = System.Net.HttpStatusCode.InternalServerError }, HealthStatus.Unhealthy },
        { "down", new OcspFaults { Offline = true }, HealthStatus.Unhealthy },
    };

    [Theory]
    [MemberData(nameof(Answers), DisableDiscoveryEnumeration = true)]
    public async Task The_answer_decides(string description, OcspFaults faults, HealthStatus expected)
    {
        await using StatusHost host = await StatusHost.StartAsync(_world, Responder, HealthProbe.Checks());
        _world.Authority.Responder.Faults = faults;
        HealthReportEntry entry = await host.CheckAsync(JpkiHealthChecks.Responder);
        entry.Status.ShouldBe(expected, description);
        entry.Data.Keys.ShouldBe(["signature.state", "signature.failure", "signature.seconds"], ignoreOrder: true);
        entry.Data.Values.ShouldAllBe(value => value is double || ((string)value).Length < 40);
    }

    [Fact]
    public async Task A_refusal_counts_as_the_host_says()
    {
        await using StatusHost host = await StatusHost.StartAsync(_world, Responder, HealthProbe.Checks(options => options.WhenResponderRefuses = HealthStatus.Healthy));
        _world.Authority.Responder.Faults = new OcspFaults { Error = OcspResponseStatus.Unauthorized };
        (await host.CheckAsync(JpkiHealthChecks.Responder)).Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task Probes_do_not_flood_the_responder()
    {
        await using StatusHost host = await StatusHost.StartAsync(_world, Responder, HealthProbe.Checks());
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => host.CheckAsync(JpkiHealthChecks.Responder)));
        host.Requests.Count.ShouldBe(1);
        _world.Authority.Responder.Faults = new OcspFaults { Offline = true };
        _world.Clock.Advance(TimeSpan.FromSeconds(9.9));
        (await host.CheckAsync(JpkiHealthChecks.Responder)).Status.ShouldBe(HealthStatus.Healthy);
        _world.Clock.Advance(TimeSpan.FromSeconds(0.1));
        (await host.CheckAsync(JpkiHealthChecks.Responder)).Status.ShouldBe(HealthStatus.Unhealthy);
        host.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Probes_that_leave_before_the_answer_make_one_question_together()
    {
        await using StatusHost host = await StatusHost.StartAsync(_world, Responder, HealthProbe.Checks(), site: () => new Never());
        HealthCheckRegistration registration = host.Services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations.Single(check => check.Name == JpkiHealthChecks.Responder);
        Task<HealthCheckResult> ProbeAsync(CancellationToken leaves) => registration.Factory(host.Services).CheckHealthAsync(new HealthCheckContext { Registration = registration }, leaves);
        for (int probe = 0; probe < 20; probe++)
        {
            using CancellationTokenSource leaves = new();
            Task<HealthCheckResult> check = ProbeAsync(leaves.Token);
            while (host.Requests.IsEmpty)
            {
                await Task.Yield();
            }

            await leaves.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => check);
        }

        Task<HealthCheckResult> patient = ProbeAsync(CancellationToken.None);
        while (!patient.IsCompleted)
        {
            _world.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await patient).Status.ShouldBe(HealthStatus.Unhealthy);
        host.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_responder_that_never_answers_is_given_up_after_the_checks_own_time()
    {
        await using StatusHost host = await StatusHost.StartAsync(_world, Responder, HealthProbe.Checks(), site: () => new Never());
        Task<HealthReportEntry> check = host.CheckAsync(JpkiHealthChecks.Responder);
        while (host.Requests.IsEmpty)
        {
            await Task.Yield();
        }

        _world.Clock.Advance(TimeSpan.FromSeconds(4.9));
        check.IsCompleted.ShouldBeFalse();
        _world.Clock.Advance(TimeSpan.FromSeconds(0.1));
        HealthReportEntry entry = await check.WaitAsync(TimeSpan.FromSeconds(60));
        (entry.Status, entry.Data["signature.failure"]).ShouldBe((HealthStatus.Unhealthy, "StatusUnreachable"));
        entry.Description.ShouldBe("The responder gives no answer of use for Signature: StatusUnreachable.");
    }

    [Fact]
    public async Task Each_purpose_is_asked_about_with_its_own_anchor()
    {
        await using StatusHost host = await StatusHost.StartAsync(
            _world,
            options =>
            {
                Responder(options);
                options.UserAuthentication.Anchors = _world.Anchors(CertificatePurpose.UserAuthentication);
            },
            HealthProbe.Checks());
        HealthReportEntry entry = await host.CheckAsync(JpkiHealthChecks.Responder);
        (entry.Status, entry.Data.Count, host.Requests.Count).ShouldBe((HealthStatus.Healthy, 6, 2));
    }

    [Fact]
    public async Task Without_an_address_nobody_is_asked()
    {
        await using StatusHost host = await StatusHost.StartAsync(_world, options => options.Ocsp = options.Ocsp with { ResponderSelector = _ => StatusHost.OcspAddress }, HealthProbe.Checks());
        HealthReportEntry entry = await host.CheckAsync(JpkiHealthChecks.Responder);
        (entry.Status, entry.Description).ShouldBe((HealthStatus.Healthy, "No responder is configured by address, so none was asked."));
        host.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_for_the_check_alone_is_asked()
    {
        await using StatusHost host = await StatusHost.StartAsync(
            _world,
            options => options.Ocsp = options.Ocsp with { ResponderSelector = _ => StatusHost.OcspAddress },
            HealthProbe.Checks(options => options.ResponderAddresses[CertificatePurpose.Signature] = new Uri("http://other.lab.invalid/ocsp")));
        (await host.CheckAsync(JpkiHealthChecks.Responder)).Status.ShouldBe(HealthStatus.Healthy);
        host.Requests.ShouldHaveSingleItem().RequestUri!.Host.ShouldBe("other.lab.invalid");
    }

    [Fact]
    public async Task A_purpose_that_only_a_selector_knows_is_told_not_to_be_asked()
    {
        await using StatusHost host = await StatusHost.StartAsync(
            _world,
            options =>
            {
                options.Ocsp = options.Ocsp with { ResponderSelector = _ => StatusHost.OcspAddress };
                options.UserAuthentication.Anchors = _world.Anchors(CertificatePurpose.UserAuthentication);
            },
            HealthProbe.Checks(options => options.ResponderAddresses[CertificatePurpose.Signature] = new Uri("http://other.lab.invalid/ocsp")));
        HealthReportEntry entry = await host.CheckAsync(JpkiHealthChecks.Responder);
        (entry.Data["userAuthentication.state"], entry.Data.ContainsKey("userAuthentication.failure"), host.Requests.Count).ShouldBe(("NotAsked", false, 1));
    }

    [Fact]
    public async Task Each_purposes_own_responder_is_asked_and_one_that_is_down_is_named()
    {
        await using StatusHost host = await StatusHost.StartAsync(
            _world,
            options =>
            {
                Responder(options);
                options.UserAuthentication.Anchors = _world.Anchors(CertificatePurpose.UserAuthentication);
                options.UserAuthentication.OcspAddress = new Uri("http://auth.lab.invalid/ocsp");
            },
            HealthProbe.Checks(),
            site: () => new DownAt("auth.lab.invalid", _world.Authority.CreateMessageHandler()));
        HealthReportEntry entry = await host.CheckAsync(JpkiHealthChecks.Responder);
        (entry.Status, entry.Description).ShouldBe((HealthStatus.Unhealthy, "The responder gives no answer of use for UserAuthentication: StatusUnreachable."));
        entry.Data["signature.state"].ShouldNotBe("Unreachable");
        host.Requests.Select(request => request.RequestUri!.Host).ShouldBe([StatusHost.OcspAddress.Host, "auth.lab.invalid"]);
    }

    private static void Responder(JpkiOptions options) => options.Ocsp = options.Ocsp with { ResponderAddress = StatusHost.OcspAddress };

    private sealed class DownAt(string name, HttpMessageHandler others) : DelegatingHandler(others)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.RequestUri!.Host == name ? throw new HttpRequestException("down") : base.SendAsync(request, cancellationToken);
    }

    private sealed class Never : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException();
        }
    }
}
