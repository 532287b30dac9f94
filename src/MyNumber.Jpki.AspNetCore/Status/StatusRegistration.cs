using Microsoft.Extensions.DependencyInjection;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Crl;

namespace MyNumber.Jpki.AspNetCore.Status;

/// <summary>Whose sources of status are registered, told without making one.</summary>
/// <param name="Services">All that the host registered.</param>
/// <param name="Own">What this assembly registers.</param>
internal sealed record StatusRegistration(IServiceCollection Services, ServiceDescriptor Own)
{
    /// <summary>Whether the application brought an <see cref="IRevocationSource"/>, which then stands in the place of everything here.</summary>
    public bool HasOwnSource => Services.LastOrDefault(service => service.ServiceType == typeof(IRevocationSource) && !service.IsKeyedService) is { } last && last != Own;

    /// <summary>Whether the application brought a store, which it may fill itself.</summary>
    public bool HasOwnStore => Services.Any(service => service.ServiceType == typeof(CrlStore) && !service.IsKeyedService);
}
