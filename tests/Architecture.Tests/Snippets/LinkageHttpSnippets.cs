using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.AspNetCore.Client;
using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.AspNetCore.Server;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace MyNumber.Architecture.Tests.Documents;

/// <summary>The page docs/linkage/http.md: a core and a provider as servers, a city as their client.</summary>
public sealed class LinkageHttpSnippets
{
    [Fact]
    public async Task City_asks_a_provider_over_http()
    {
        #region linkage-http-lab
        LabNetwork network = ChildAllowance.CreateNetwork(people: 1);
        LabKeys keys = LabKeys.Create(network);                                  // the keys of every role; LabFolder keeps each role's apart
        LabCards cards = keys.Cards;                                             // their public halves, for everybody
        AgencyId provider = ChildAllowance.TaxCity;
        using X509Certificate2 coreCertificate = keys.Core.CreateCertificate();  // self-signed over the role's server key
        using X509Certificate2 providerCertificate = keys.Bodies[provider].CreateCertificate();
        using X509Certificate2 cityCertificate = keys.Bodies[ChildAllowance.City].CreateCertificate();
        #endregion

        #region linkage-http-pins
        PinnedPeers peers = new(
        [
            new PinnedKey(LinkagePeer.Core, cards.Core.ServerKey),
            .. cards.Bodies.Select(body => new PinnedKey(new LinkagePeer(body.Key), body.Value.ServerKey)),
        ]);
        #endregion

        using LabCore core = await LabCore.OpenAsync(network, keys.Core, cards);
        await core.SeedAsync();
        await using WebApplication coreServer = await ServeCoreAsync(core, peers, coreCertificate);
        using HttpCoreLine providersLine = new(new LinkageClientOptions { Address = AddressOf(coreServer), Certificate = providerCertificate, Peers = peers });
        using LabBody taxCity = await LabBody.OpenAsync(network, keys.Bodies[provider], cards, providersLine);
        await taxCity.SeedAsync();
        await using WebApplication providerServer = await ServeProviderAsync(taxCity, peers, providerCertificate);
        Uri providerAddress = AddressOf(providerServer);
        Uri coreAddress = AddressOf(coreServer);

        #region linkage-http-lines
        using HttpProviderLine toProvider = new(provider, new LinkageClientOptions { Address = providerAddress, Certificate = coreCertificate, Peers = peers });
        core.Exchange.Connect(provider, toProvider);                 // at the core, once for each provider

        using HttpCoreLine toCore = new(new LinkageClientOptions { Address = coreAddress, Certificate = cityCertificate, Peers = peers });
        using LabBody city = await LabBody.OpenAsync(network, keys.Bodies[ChildAllowance.City], cards, toCore);
        #endregion

        await city.SeedAsync();
        InquiryResult result = await city.Asking.InquireAsync(city.CreateWorker(ChildAllowance.Affair), ChildAllowance.Order(person: 0, need: 1));
        result.Outcome.ShouldBe(InquiryOutcome.Provided);
    }

    [Fact]
    public void Longest_message_is_as_long_as_the_page_says() => MessageEncoding.MostBytes.ShouldBe((4 << 20) + (64 << 10));

    private static async Task<WebApplication> ServeCoreAsync(LabCore core, PinnedPeers peers, X509Certificate2 certificate)
    {
        #region linkage-http-core
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddLinkageServer(options => options.Peers = peers);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseLinkageTls(certificate)));
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        app.MapLinkageCore(core.Exchange.LineOf);
        app.MapLinkageHealth();
        await app.StartAsync();
        #endregion
        return app;
    }

    private static async Task<WebApplication> ServeProviderAsync(LabBody body, PinnedPeers peers, X509Certificate2 certificate)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddLinkageServer(options => options.Peers = peers);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseLinkageTls(certificate)));
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        #region linkage-http-provider
        app.MapLinkageProvider(agency => agency == body.Agency ? body.Giving : null);
        #endregion
        await app.StartAsync();
        return app;
    }

    private static Uri AddressOf(WebApplication app) => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
}
