using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MyNumber.Jpki.AspNetCore.Applications;

/// <summary>Registers what asks for and receives signed applications and approvals.</summary>
internal static class ApplicationServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton(provider => new SignedApplications(provider));
        services.TryAddSingleton(provider => new TransactionApprovals(provider));
    }
}
