using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.AspNetCore.Client;
using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.AspNetCore.Server;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Messages;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.AspNetCore.Tests.Client;

public sealed class OptionsTests : IAsyncLifetime
{
    private FakeServer _server = null!;

    public static TheoryData<string, Action<LinkageClientOptions>, string> Unfit => new()
    {
        { "no address", options => options.Address = null, "Address" },
        { "half an address", options => options.Address = new Uri("/core", UriKind.Relative), "Address" },
        { "no TLS", options => options.Address = new Uri("http://127.0.0.1/"), "Address" },
        { "no certificate", options => options.Certificate = null, "Certificate" },
        { "certificate without its key", options => options.Certificate = System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadCertificate(options.Certificate!.RawData), "Certificate" },
        { "no pins", options => options.Peers = null, "Peers" },
        { "no time", options => options.Timeout = TimeSpan.Zero, "Timeout" },
        { "endless time", options => options.Timeout = System.Threading.Timeout.InfiniteTimeSpan, "Timeout" },
        { "no attempt", options => options.Attempts = 0, "Attempts" },
        { "many attempts", options => options.Attempts = 11, "Attempts" },
        { "no bytes", options => options.MostBytes = 0, "MostBytes" },
        { "too many bytes", options => options.MostBytes = MessageEncoding.MostBytes + 1, "MostBytes" },
        { "another version", options => options.HttpVersion = new Version(3, 0), "HttpVersion" },
        { "no clock", options => options.Clock = null!, "Clock" },
    };

    public async Task InitializeAsync() => _server = await FakeServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task Unfit_option_is_named_at_the_start(string row, Action<LinkageClientOptions> spoil, string named)
    {
        LinkageClientOptions options = _server.Options();
        spoil(options);
        Should.Throw<ArgumentException>(() => new HttpCoreLine(options), row).Message.ShouldContain(named);
        using IHost host = HostOf(services => services.AddLinkageCoreLine(to =>
        {
            Copy(_server.Options(), to);
            spoil(to);
        }));
        (await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(), row)).Message.ShouldContain(named);
    }

    [Theory]
    [InlineData("no pins", true, 100)]
    [InlineData("no bytes", false, 0)]
    [InlineData("too many bytes", false, MessageEncoding.MostBytes + 1)]
    public async Task Unfit_option_of_a_server_stops_the_start(string row, bool withoutPeers, int mostBytes)
    {
        using IHost host = HostOf(services => services.AddLinkageServer(options =>
        {
            options.Peers = withoutPeers ? null : _server.Identities.Peers;
            options.MostBytes = mostBytes;
        }));
        await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(), row);
    }

    [Fact]
    public async Task Registered_lines_go_over_their_own_clients()
    {
        _server.Answer = (context, _) => FakeServer.WriteAsync(context, MessageEncoding.Write(InquiryAnswer.Wait(Samples.Inquiry)));
        using IHost host = HostOf(services => services
            .AddLinkageCoreLine(to => Copy(_server.Options(), to))
            .AddLinkageProviderLine(ChildAllowance.TaxCity, to => Copy(_server.Identities.OptionsOf(LinkagePeer.Core, _server.Address), to)));
        await host.StartAsync();
        (await host.Services.GetRequiredService<ICoreLine>().CollectAsync(Samples.Inquiry)).State.ShouldBe(AnswerState.Waiting);
        IProviderLine provider = host.Services.GetRequiredKeyedService<IProviderLine>(ChildAllowance.TaxCity);
        await Should.ThrowAsync<IOException>(async () => await provider.ProvideAsync(Samples.Provision(ChildAllowance.TaxCity)));
        _server.Calls.ShouldBe(1);
        await host.StopAsync();
    }

    [Fact]
    public void Empty_provider_has_no_line() => Should.Throw<ArgumentException>(() => new HttpProviderLine(default(AgencyId), _server.Options()));

    private static IHost HostOf(Action<IServiceCollection> configure)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        configure(builder.Services);
        return builder.Build();
    }

    private static void Copy(LinkageClientOptions from, LinkageClientOptions to) =>
        (to.Address, to.Certificate, to.Peers, to.Clock) = (from.Address, from.Certificate, from.Peers, from.Clock);
}
