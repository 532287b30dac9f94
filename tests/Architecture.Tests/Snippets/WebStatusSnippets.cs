using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MyNumber.Jpki.AspNetCore.Health;
using MyNumber.Jpki.Certificates;
using MyNumber.Testing;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class WebStatusSnippets
{
    [Fact]
    public async Task Status_and_health_are_configured_and_answer()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Services.AddSingleton<TimeProvider>(world.Clock);
        TrustAnchorSet anchors = world.Anchors(CertificatePurpose.Signature);
        Uri responder = world.OcspAddress, list = new(world.CrlAddress, "sign/current/full.crl");
        #region web-status
        builder.Services.AddMyNumberJpki(options =>
        {
            options.Environment = JpkiEnvironment.Lab;                     // Production is the default
            options.Signature.Anchors = anchors;                           // or AnchorFiles
            options.Ocsp = options.Ocsp with { ResponderAddress = responder };
            options.Signature.CrlAddresses.Add(list);                      // asked when the responder is down
        }).ConfigureHttpClients(client => client.ConfigureHttpClient(http => http.DefaultRequestVersion = new Version(1, 1)));
        builder.Services.AddHealthChecks().AddMyNumberJpki(options => options.AnchorsNearEnd = TimeSpan.FromDays(180));
        #endregion
        await using WebApplication app = builder.Build();
        HealthReport report = await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Name != JpkiHealthChecks.Lists);
        report.Status.ShouldBe(HealthStatus.Healthy);
    }
}
