using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Caching;
using MyNumber.Jpki.Revocation.Ocsp;

namespace MyNumber.Jpki.AspNetCore.Status;

/// <summary>Registers the sources of status (失効情報).</summary>
internal static class StatusServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddHttpClient(JpkiHttpClients.Ocsp);
        services.AddHttpClient(JpkiHttpClients.Crl);
        services.TryAddSingleton<IRevocationSource>(Create);
    }

    private static CachedStatusSource Create(IServiceProvider services)
    {
        JpkiOptions options = services.GetRequiredService<IOptions<JpkiOptions>>().Value;
        TimeProvider clock = services.GetRequiredService<TimeProvider>();
        HttpClient http = services.GetRequiredService<IHttpClientFactory>().CreateClient(JpkiHttpClients.Ocsp);
        return new CachedStatusSource(new OcspClient(http, options.Ocsp, clock), options.StatusCache, clock);
    }
}
