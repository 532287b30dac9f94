using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Health;
using MyNumber.Jpki.AspNetCore.Tests.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Health;

public sealed class HealthRegistrationTests(LabFixture lab) : IClassFixture<LabFixture>
{
    private readonly LabWorld _world = lab.World;

    [Fact]
    public async Task Three_checks_have_stable_names_and_one_tag()
    {
        await using StatusHost host = await StartAsync();
        HealthReport report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains("mynumber-jpki"));
        report.Entries.Keys.ShouldBe(["mynumber-jpki-responder", "mynumber-jpki-lists", "mynumber-jpki-anchors"], ignoreOrder: true);
        report.Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public void A_second_call_says_what_to_do_instead()
    {
        IHealthChecksBuilder builder = new ServiceCollection().AddHealthChecks().AddMyNumberJpki();
        Should.Throw<InvalidOperationException>(() => builder.AddMyNumberJpki()).Message.ShouldContain("services.Configure<JpkiHealthOptions>");
    }

    [Fact]
    public async Task Without_the_services_the_host_does_not_start()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddHealthChecks().AddMyNumberJpki();
        using IHost host = builder.Build();
        (await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync())).Message.ShouldContain("call builder.Services.AddMyNumberJpki(...) with anchors too");
    }

    public static TheoryData<string, Action<JpkiHealthOptions>, string> Mistakes => new()
    {
        { "an address of another kind", options => options.ResponderAddresses[CertificatePurpose.Signature] = new Uri("ldap://ocsp.example/"), "write one such as http://ocsp.example/" },
        { "no time", options => options.ResponderTimeout = TimeSpan.Zero, "set more than zero and at most one minute" },
        { "too much time", options => options.ResponderTimeout = TimeSpan.FromMinutes(2), "set more than zero and at most one minute" },
        { "a question for each probe", options => options.KeepResponderResultFor = TimeSpan.Zero, "set one second to one hour" },
        { "a result for a day", options => options.KeepResponderResultFor = TimeSpan.FromDays(1), "set one second to one hour" },
        { "no such status", options => options.WhenResponderRefuses = (HealthStatus)7, "set one of them" },
        { "lists after their end", options => options.ListsNearEnd = TimeSpan.FromSeconds(-1), "set zero to seven days" },
        { "lists never fresh", options => options.ListsNearEnd = TimeSpan.FromDays(8), "set zero to seven days" },
        { "anchors after their end", options => options.AnchorsNearEnd = TimeSpan.FromSeconds(-1), "set zero to ten years" },
        { "anchors never good", options => options.AnchorsNearEnd = TimeSpan.FromDays(4000), "set zero to ten years" },
    };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public async Task A_limit_out_of_its_range_stops_the_host_with_what_to_do(string description, Action<JpkiHealthOptions> mistake, string advice) =>
        (await Should.ThrowAsync<OptionsValidationException>(async () => await (await StartAsync(mistake)).DisposeAsync(), description)).Message.ShouldContain(advice);

    private Task<StatusHost> StartAsync(Action<JpkiHealthOptions>? limits = null) => StatusHost.StartAsync(
        _world, options => options.Ocsp = options.Ocsp with { ResponderAddress = StatusHost.OcspAddress }, HealthProbe.Checks(limits));
}
