using Microsoft.Extensions.DependencyInjection;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Services.Accounts;

namespace MyNumber.Jpki.AspNetCore.Configuration;

/// <summary>What the application registered for its account links, told without making any of it.</summary>
/// <param name="Services">All that the host registered.</param>
/// <param name="InMemory">The store that stands in when it registered none.</param>
internal sealed record AccountLinkRegistration(IServiceCollection Services, ServiceDescriptor InMemory)
{
    /// <summary>Whether links are kept in this process because nobody said where.</summary>
    public bool LacksStore => Services.LastOrDefault(service => service.ServiceType == typeof(IAccountLinkStore) && !service.IsKeyedService) == InMemory;

    /// <summary>Whether somebody answers for the authority which certificates belong together.</summary>
    public bool HasLinkServices => Has(typeof(ISerialLinkService)) && Has(typeof(ISuccessorService));

    private bool Has(Type type) => Services.Any(service => service.ServiceType == type && !service.IsKeyedService);
}
