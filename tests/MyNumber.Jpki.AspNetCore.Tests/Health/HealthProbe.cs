using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MyNumber.Jpki.AspNetCore.Health;
using MyNumber.Jpki.AspNetCore.Tests.Status;

namespace MyNumber.Jpki.AspNetCore.Tests.Health;

/// <summary>Asks a host for its health, as an endpoint does.</summary>
internal static class HealthProbe
{
    public static Action<IServiceCollection> Checks(Action<JpkiHealthOptions>? configure = null) => services => services.AddHealthChecks().AddMyNumberJpki(configure);

    public static async Task<HealthReportEntry> CheckAsync(this StatusHost host, string name) =>
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Name == name)).Entries[name];
}
