using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.Services;
using MyNumber.Testing.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Switches an application to the emulated environment.</summary>
public static class JpkiEmulatorExtensions
{
    /// <summary>Takes the place of the real service in a trial: invented people with cards, a lab authority whose anchors are pinned, and its responder, answered in this process without a socket.</summary>
    /// <param name="builder">The builder of AddMyNumberJpki; anchors, responder and lists that were configured there are left out.</param>
    /// <param name="configure">Seed, number of people and more; called again, it sets further options.</param>
    /// <returns>The builder.</returns>
    /// <remarks>
    /// <para>A host whose environment is Production, or that names none, does not start: <see cref="InvalidOperationException"/> with a text that says what to do. Another one than Development starts only with
    /// <see cref="EmulatorOptions.RunsAlthoughThisHostIsNotDevelopment"/>.</para>
    /// <para>Adds the singleton <see cref="JpkiEmulator"/>, and <see cref="ISerialLinkService"/> and <see cref="ISuccessorService"/> unless the application has its own.</para>
    /// </remarks>
    public static IJpkiBuilder UseEmulator(this IJpkiBuilder builder, Action<EmulatorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        OptionsBuilder<EmulatorOptions> options = services.AddOptions<EmulatorOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        if (services.Any(service => service.ServiceType == typeof(JpkiEmulator)))
        {
            return builder;
        }

        services.AddSingleton(EmulatorFoundation.Create);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, EmulatorStart>());
        services.AddOptions<JpkiOptions>()
            .Configure<JpkiEmulator, IOptions<EmulatorOptions>>((jpki, emulator, settings) => EmulatorFoundation.Configure(jpki, emulator, settings.Value));
        services.TryAddSingleton<ISerialLinkService>(provider => provider.GetRequiredService<JpkiEmulator>().Authority.Links);
        services.TryAddSingleton<ISuccessorService>(provider => provider.GetRequiredService<JpkiEmulator>().Authority.Links);
        return builder.ConfigureHttpClients(client =>
            client.ConfigurePrimaryHttpMessageHandler(provider => provider.GetRequiredService<JpkiEmulator>().CreateMessageHandler()));
    }
}
