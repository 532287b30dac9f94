using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Challenges;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.AspNetCore.Configuration;

/// <summary>Registers validators, verifiers and challenges.</summary>
internal static class VerifierServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => RandomNumberGenerator.Create());
        services.TryAddSingleton<JpkiTrust>();
        services.TryAddSingleton(CreateStore);
        foreach (CertificatePurpose purpose in Enum.GetValues<CertificatePurpose>())
        {
            services.TryAddKeyedSingleton(purpose, static (provider, key) => CreateValidator(provider, (CertificatePurpose)key!));
            services.TryAddKeyedSingleton(purpose, static (provider, key) => new StatusMonitor(provider.GetRequiredKeyedService<CertificateValidator>(key)));
        }

        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<StatusMonitor>(CertificatePurpose.Signature));
        services.TryAddSingleton(provider => new DocumentVerifier(provider.GetRequiredKeyedService<CertificateValidator>(CertificatePurpose.Signature)));
    }

    private static CertificateValidator CreateValidator(IServiceProvider services, CertificatePurpose purpose) => new(
        services.GetRequiredService<JpkiTrust>().Get(purpose),
        services.GetRequiredService<IRevocationSource>(),
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<IOptions<JpkiOptions>>().Value.Limits);

    // The cache in memory is one process's too, and drops what it was given in silence when it is full: the store of this library tells.
    private static IChallengeStore CreateStore(IServiceProvider services)
    {
        TimeProvider clock = services.GetRequiredService<TimeProvider>();
        return services.GetService<IDistributedCache>() is { } cache and not MemoryDistributedCache ? new DistributedCacheChallengeStore(cache, clock) : new InMemoryChallengeStore(clock);
    }
}
