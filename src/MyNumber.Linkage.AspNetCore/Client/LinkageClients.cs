using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.Core;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Portal.Records;
using MyNumber.Linkage.Push;

namespace MyNumber.Linkage.AspNetCore.Client;

/// <summary>Registers lines over HTTP, each over a named client.</summary>
public static class LinkageClients
{
    /// <summary>The name of the client and of the options of the line to the core.</summary>
    public const string CoreName = "MyNumber.Linkage/core";

    /// <summary>The name of the client and of the options of the line to a provider.</summary>
    /// <param name="provider">The provider.</param>
    /// <returns>The name.</returns>
    public static string NameOf(AgencyId provider) => $"MyNumber.Linkage/agency-{provider}";

    /// <summary>Registers a body's lines to the core over HTTP: <see cref="ICoreLine"/>, <see cref="IDeliveryLine"/>, <see cref="IRecordLine"/> and <see cref="IAgencyDoor"/>,
    /// over the same connections. The options are checked at start.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection AddLinkageCoreLine(this IServiceCollection services, Action<LinkageClientOptions> configure)
    {
        AddClient(services, CoreName, LinkagePeer.Core, configure);
        return services
            .AddSingleton<ICoreLine>(provider => new HttpCoreLine(ClientOf(provider, CoreName), OptionsOf(provider, CoreName)))
            .AddSingleton<IDeliveryLine>(provider => new HttpDeliveryLine(ClientOf(provider, CoreName), OptionsOf(provider, CoreName)))
            .AddSingleton<IRecordLine>(provider => new HttpRecordLine(ClientOf(provider, CoreName), OptionsOf(provider, CoreName)))
            .AddSingleton<IAgencyDoor>(provider => new HttpAgencyDoor(ClientOf(provider, CoreName), OptionsOf(provider, CoreName)));
    }

    /// <summary>Registers the core's lines to a body over HTTP, <see cref="IProviderLine"/> and <see cref="IDeliveryReceiver"/>, under the body's id as their key. The options are checked at start.</summary>
    /// <param name="services">The services.</param>
    /// <param name="agency">The provider.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The provider is empty.</exception>
    public static IServiceCollection AddLinkageProviderLine(this IServiceCollection services, AgencyId agency, Action<LinkageClientOptions> configure)
    {
        string name = NameOf(agency);
        AddClient(services, name, Checked(agency), configure);
        return services
            .AddKeyedSingleton<IProviderLine>(agency, (provider, _) => new HttpProviderLine(ClientOf(provider, name), OptionsOf(provider, name)))
            .AddKeyedSingleton<IDeliveryReceiver>(agency, (provider, _) => new HttpDeliveryReceiver(ClientOf(provider, name), OptionsOf(provider, name)));
    }

    internal static HttpClient Open(LinkageClientOptions options, LinkagePeer server)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Fault is { } fault ? throw new ArgumentException(fault, nameof(options)) : new HttpClient(LinkageClientHandler.Create(options, server));
    }

    internal static LinkagePeer Checked(AgencyId provider) => provider.IsEmpty ? throw new ArgumentException("The provider is empty.", nameof(provider)) : new LinkagePeer(provider);

    private static void AddClient(IServiceCollection services, string name, LinkagePeer server, Action<LinkageClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddSingleton<IValidateOptions<LinkageClientOptions>>(new ClientCheck(name));
        services.AddOptions<LinkageClientOptions>(name).Configure(configure).ValidateOnStart();
        services.AddHttpClient(name)
            .ConfigurePrimaryHttpMessageHandler(provider => LinkageClientHandler.Create(OptionsOf(provider, name), server))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
    }

    private static HttpClient ClientOf(IServiceProvider provider, string name) => provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);

    private static LinkageClientOptions OptionsOf(IServiceProvider provider, string name) => provider.GetRequiredService<IOptionsMonitor<LinkageClientOptions>>().Get(name);

    private sealed class ClientCheck(string name) : IValidateOptions<LinkageClientOptions>
    {
        public ValidateOptionsResult Validate(string? other, LinkageClientOptions options) =>
            other != name ? ValidateOptionsResult.Skip : options.Fault is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
    }
}
