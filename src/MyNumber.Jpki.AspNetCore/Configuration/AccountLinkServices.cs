using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Services.Accounts;

namespace MyNumber.Jpki.AspNetCore.Configuration;

/// <summary>Registers the links between accounts and certificates.</summary>
internal static class AccountLinkServices
{
    public static void Add(IServiceCollection services)
    {
        AccountLinkRegistration registration = new(services, ServiceDescriptor.Singleton<IAccountLinkStore, InMemoryAccountLinkStore>());
        services.TryAddSingleton(registration);
        services.TryAdd(registration.InMemory);
        services.TryAddSingleton(provider => new AccountLinks(
            provider.GetRequiredService<IAccountLinkStore>(),
            provider.GetRequiredService<ISerialLinkService>(),
            provider.GetRequiredService<ISuccessorService>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<JpkiOptions>, AccountLinkValidator>());
    }
}
