using MyNumber.Jpki.AspNetCore.Status;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Further settings on the builder.</summary>
public static class JpkiBuilderExtensions
{
    /// <summary>Changes the HTTP clients that ask responders and fetch lists, such as their proxy, client certificate or resilience.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Called once for each client, <see cref="JpkiHttpClients.Ocsp"/> and <see cref="JpkiHttpClients.Crl"/>.</param>
    /// <returns>The builder.</returns>
    public static IJpkiBuilder ConfigureHttpClients(this IJpkiBuilder builder, Action<IHttpClientBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        configure(builder.Services.AddHttpClient(JpkiHttpClients.Ocsp));
        configure(builder.Services.AddHttpClient(JpkiHttpClients.Crl));
        return builder;
    }
}
