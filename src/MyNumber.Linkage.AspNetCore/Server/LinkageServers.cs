using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MyNumber.Linkage.AspNetCore.Peers;

namespace MyNumber.Linkage.AspNetCore.Server;

/// <summary>Registers what servers of the linkage need, and listens with mutual TLS.</summary>
public static class LinkageServers
{
    /// <summary>Registers the options of the endpoints; they are checked at start.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection AddLinkageServer(this IServiceCollection services, Action<LinkageServerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddSingleton<IValidateOptions<LinkageServerOptions>, ServerCheck>();
        services.AddOptions<LinkageServerOptions>().Configure(configure).ValidateOnStart();
        return services;
    }

    /// <summary>Listens with TLS and lets nobody in whose certificate is not pinned or not in date. Needs <see cref="AddLinkageServer"/>.</summary>
    /// <param name="listen">The address that listens.</param>
    /// <param name="certificate">The server's certificate with its private key; stays the caller's.</param>
    /// <returns>The same.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ListenOptions UseLinkageTls(this ListenOptions listen, X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(listen);
        ArgumentNullException.ThrowIfNull(certificate);
        LinkageServerOptions options = listen.ApplicationServices.GetRequiredService<IOptions<LinkageServerOptions>>().Value;
        return listen.UseHttps(new HttpsConnectionAdapterOptions
        {
            ServerCertificate = certificate,
            SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            ClientCertificateMode = ClientCertificateMode.RequireCertificate,
            CheckCertificateRevocation = false,
            ClientCertificateValidation = (shown, _, _) => options.Peers!.Judge(shown, options.Clock.GetUtcNow(), out _) == PeerVerdict.Accepted,
        });
    }

    private sealed class ServerCheck : IValidateOptions<LinkageServerOptions>
    {
        public ValidateOptionsResult Validate(string? name, LinkageServerOptions options) =>
            options.Fault is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
    }
}
