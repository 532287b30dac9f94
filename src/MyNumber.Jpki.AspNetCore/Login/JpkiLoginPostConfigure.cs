using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.AspNetCore.Login;

/// <summary>Fills in what a scheme takes from the application.</summary>
internal sealed class JpkiLoginPostConfigure(IServiceProvider services) : IPostConfigureOptions<JpkiLoginOptions>
{
    private static readonly TimeSpan PlatformsTimeout = new RemoteAuthenticationOptions().RemoteAuthenticationTimeout;

    public void PostConfigure(string? name, JpkiLoginOptions options)
    {
        if (FindCommon() is not { } common)
        {
            return;
        }

        options.HasCommon = true;
        options.Origin ??= common.Origin;
        options.Audience ??= common.Audience;
        options.AgentAddress ??= common.AgentAddress;
        options.ChallengeLifetime ??= common.ChallengeLifetime;
        if (options.RemoteAuthenticationTimeout == PlatformsTimeout && options.ChallengeLifetime > PlatformsTimeout)
        {
            options.RemoteAuthenticationTimeout = options.ChallengeLifetime.Value; // the correlation cookie's life
        }

        options.StateDataFormat ??= new PropertiesDataFormat(
            services.GetRequiredService<IDataProtectionProvider>().CreateProtector(typeof(JpkiLoginHandler).FullName!, name ?? string.Empty, "v1"));
        if (JpkiLoginValidator.Problems(options).Count == 0 && services.GetRequiredService<JpkiTrust>().Find(CertificatePurpose.UserAuthentication) is not null)
        {
            options.Site = CardSite.Create(services, options.Origin, options.Audience, options.AgentAddress, options.ChallengeLifetime.Value);
            options.Verifier = new LoginVerifier(services.GetRequiredKeyedService<CertificateValidator>(CertificatePurpose.UserAuthentication), options.Site.Challenges);
        }
    }

    // What is wrong with the common options stops the host by itself, and is not told once more for each scheme.
    private JpkiOptions? FindCommon()
    {
        try
        {
            return services.GetRequiredService<IOptions<JpkiOptions>>().Value;
        }
        catch (OptionsValidationException)
        {
            return null;
        }
    }
}
