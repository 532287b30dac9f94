using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Health;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what an operator watches of JPKI (公的個人認証) to an application's health checks.</summary>
public static class JpkiHealthChecksExtensions
{
    /// <summary>Adds three checks: the responder answers, the lists are fresh, the anchors are in their period.</summary>
    /// <param name="builder">What AddHealthChecks gave back.</param>
    /// <param name="configure">Sets limits; every default is fit for a start.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// <para>Names are those of <see cref="JpkiHealthChecks"/>, which are stable, as are the keys of their data. Each has the tag <see cref="JpkiHealthChecks.Tag"/>. No serial and nothing of a person is in them.</para>
    /// <para>AddMyNumberJpki must be called too, before or after; without it the host does not start.</para>
    /// </remarks>
    /// <exception cref="InvalidOperationException">It was called before for these services.</exception>
    public static IHealthChecksBuilder AddMyNumberJpki(this IHealthChecksBuilder builder, Action<JpkiHealthOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        if (services.Any(service => service.ServiceType == typeof(ResponderCheck)))
        {
            throw new InvalidOperationException("AddHealthChecks().AddMyNumberJpki() was called twice. Call it once, and set further limits with services.Configure<JpkiHealthOptions>(...).");
        }

        OptionsBuilder<JpkiHealthOptions> options = services.AddOptionsWithValidateOnStart<JpkiHealthOptions, JpkiHealthOptionsValidator>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.AddSingleton<ResponderCheck>();
        services.AddSingleton<ListsCheck>();
        services.AddSingleton<AnchorsCheck>();
        return builder
            .Add(Registration<ResponderCheck>(JpkiHealthChecks.Responder))
            .Add(Registration<ListsCheck>(JpkiHealthChecks.Lists))
            .Add(Registration<AnchorsCheck>(JpkiHealthChecks.Anchors));
    }

    private static HealthCheckRegistration Registration<T>(string name)
        where T : class, IHealthCheck => new(name, services => services.GetRequiredService<T>(), failureStatus: null, [JpkiHealthChecks.Tag]);
}
