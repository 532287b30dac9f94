using Microsoft.Extensions.Configuration;
using MyNumber.Jpki.AspNetCore.Applications;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.AspNetCore.Status;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers verification under JPKI (公的個人認証) in an ASP.NET Core application.</summary>
public static class JpkiServiceCollectionExtensions
{
    /// <summary>Registers anchors, status, verifiers and challenges, validated when the host starts.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder for more.</returns>
    /// <remarks>
    /// <para>Registered as singletons unless the application registered its own before: <see cref="MyNumber.Jpki.Validation.CertificateValidator"/> and
    /// <see cref="MyNumber.Jpki.Services.StatusMonitor"/> keyed by <see cref="MyNumber.Jpki.Certificates.CertificatePurpose"/> (the monitor without a key is the one of signature certificates),
    /// <see cref="MyNumber.Jpki.Signatures.DocumentVerifier"/>, <see cref="MyNumber.Jpki.Revocation.IRevocationSource"/>, <see cref="MyNumber.Jpki.Services.IChallengeStore"/>,
    /// <see cref="SignedApplications"/>, <see cref="TransactionApprovals"/>, <see cref="TimeProvider"/> and <see cref="System.Security.Cryptography.RandomNumberGenerator"/>.</para>
    /// <para>Challenges are kept in the registered <see cref="Microsoft.Extensions.Caching.Distributed.IDistributedCache"/>, or in this process when there is none or it is the one in memory
    /// (<see cref="Microsoft.Extensions.Caching.Distributed.MemoryDistributedCache"/>). <see cref="JpkiBuilderExtensions.UseSqlChallenges"/> keeps them in a database.</para>
    /// </remarks>
    /// <exception cref="InvalidOperationException">It was called before for these services.</exception>
    public static IJpkiBuilder AddMyNumberJpki(this IServiceCollection services, Action<JpkiOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        if (services.Any(service => service.ServiceType == typeof(JpkiBuilder)))
        {
            throw new InvalidOperationException(
                "AddMyNumberJpki was called twice. Call it once, and set further options with services.Configure<JpkiOptions>(...) or on the builder that the first call gave back.");
        }

        JpkiBuilder builder = new(services);
        services.AddSingleton(builder);
        services.AddOptionsWithValidateOnStart<JpkiOptions, JpkiOptionsValidator>().Configure(configure);
        services.AddDataProtection();
        VerifierServices.Add(services);
        StatusServices.Add(services);
        ApplicationServices.Add(services);
        return builder;
    }

    /// <summary>Registers the same with settings of a configuration section; docs/aspnetcore has its keys.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configuration">The section, such as <c>builder.Configuration.GetSection("Jpki")</c>.</param>
    /// <returns>A builder for more.</returns>
    /// <remarks>A key that is no setting, or a value that cannot be read, stops the host at start with a text that says what to do.</remarks>
    /// <exception cref="InvalidOperationException">It was called before for these services.</exception>
    public static IJpkiBuilder AddMyNumberJpki(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddMyNumberJpki(options => JpkiConfiguration.Read(configuration, options));
    }
}
