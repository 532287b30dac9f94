using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Caching;
using MyNumber.Jpki.Revocation.Ocsp;

namespace MyNumber.Jpki.AspNetCore.Status;

/// <summary>Registers the sources of status (失効情報).</summary>
internal static class StatusServices
{
    public static void Add(IServiceCollection services)
    {
        AddClient(services, JpkiHttpClients.Ocsp, options => options.Ocsp.Timeout);
        AddClient(services, JpkiHttpClients.Crl, options => options.CrlDownload.Timeout);
        services.AddMetrics();
        services.TryAddSingleton(CreateCache);
        StatusRegistration registration = new(services, ServiceDescriptor.Singleton(CreateSource));
        services.AddSingleton(registration);
        services.TryAdd(registration.Own);
        services.TryAddSingleton<JpkiLists>();
        services.TryAddSingleton<ListGauges>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<JpkiOptions>, StatusOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ListService>());
    }

    // The factory's own log lines and the platform's activity carry the address, and that of a question by GET is the serial.
    private static void AddClient(IServiceCollection services, string name, Func<JpkiOptions, TimeSpan> timeout) => services.AddHttpClient(name)
        .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers()
        .UseSocketsHttpHandler((handler, provider) =>
        {
            handler.UseCookies = false;
            handler.AllowAutoRedirect = false;
            handler.ActivityHeadersPropagator = null;
            handler.ConnectTimeout = timeout(provider.GetRequiredService<IOptions<JpkiOptions>>().Value);
        });

    private static CachedStatusSource CreateCache(IServiceProvider services)
    {
        JpkiOptions options = services.GetRequiredService<IOptions<JpkiOptions>>().Value;
        if (!options.AsksResponder)
        {
            throw new InvalidOperationException("No responder is configured, so no answers are kept: set Ocsp.ResponderAddress (OcspAddress) in AddMyNumberJpki.");
        }

        TimeProvider clock = services.GetRequiredService<TimeProvider>();
        return new CachedStatusSource(new OcspClient(FactoryHandler.CreateClient(services, JpkiHttpClients.Ocsp), options.OcspByPurpose(), clock), options.StatusCache, clock);
    }

    private static IRevocationSource CreateSource(IServiceProvider services)
    {
        JpkiOptions options = services.GetRequiredService<IOptions<JpkiOptions>>().Value;
        JpkiLists lists = services.GetRequiredService<JpkiLists>();
        TimeProvider clock = services.GetRequiredService<TimeProvider>();
        IRevocationSource store = options.ListMaximumAge is { } age ? new AgedLists(lists.Store, age, clock) : lists.Store;
        if (!options.AsksResponder)
        {
            return store;
        }

        CachedStatusSource responder = services.GetRequiredService<CachedStatusSource>();
        return lists.AreUsed ? new SourceByPurpose(Of(CertificatePurpose.Signature), Of(CertificatePurpose.UserAuthentication)) : responder;

        IRevocationSource Of(CertificatePurpose purpose) =>
            !options.AsksResponderOf(purpose) ? store
            : lists.Have(purpose) ? new RevocationSourceSequence(options.StatusPolicy, clock, responder, store)
            : responder;
    }
}
