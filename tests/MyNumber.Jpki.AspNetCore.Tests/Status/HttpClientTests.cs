using Microsoft.Extensions.DependencyInjection;
using MyNumber.Jpki.AspNetCore.Status;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Status;

public sealed class HttpClientTests(LabFixture lab) : IClassFixture<LabFixture>
{
    private readonly LabWorld _world = lab.World;

    [Fact]
    public async Task Each_question_takes_a_client_of_the_factory()
    {
        CountingFactory factory = new(_world);
        await using StatusHost host = await StatusHost.StartAsync(
            _world, options => options.Ocsp = options.Ocsp with { ResponderAddress = StatusHost.OcspAddress }, services => services.AddSingleton<IHttpClientFactory>(factory));
        await host.AskAsync(_world.Holder);
        await host.AskAsync(_world.AddHolder());
        factory.Names.ShouldBe([JpkiHttpClients.Ocsp, JpkiHttpClients.Ocsp]);
    }

    [Fact]
    public async Task The_hosts_own_settings_of_a_client_reach_the_wire()
    {
        await using StatusHost host = await StatusHost.StartAsync(
            _world,
            options => options.Ocsp = options.Ocsp with { ResponderAddress = StatusHost.OcspAddress },
            builder: builder => builder.ConfigureHttpClients(client => client.ConfigureHttpClient(http =>
            {
                http.DefaultRequestHeaders.Add("X-Bank", "synthetic");
                http.DefaultRequestVersion = new Version(2, 0);
            })));
        (await host.AskAsync(_world.Holder))!.State.ShouldBe(RevocationState.Good);
        HttpRequestMessage request = host.Requests.ShouldHaveSingleItem();
        request.Headers.GetValues("X-Bank").ShouldBe(["synthetic"]);
        request.Version.ShouldBe(new Version(2, 0));
        request.Headers.Accept.ToString().ShouldBe("application/ocsp-response");
    }

    [Theory]
    [InlineData("responders", JpkiHttpClients.Ocsp)]
    [InlineData("lists", JpkiHttpClients.Crl)]
    public async Task Clients_keep_no_cookie_follow_no_redirect_and_tell_no_trace(string description, string name)
    {
        ServiceCollection services = [];
        services.AddSingleton<Microsoft.Extensions.Hosting.IHostEnvironment>(new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = "Development" });
        services.AddMyNumberJpki(_ => { });
        services.Configure<MyNumber.Jpki.AspNetCore.Configuration.JpkiOptions>(options =>
        {
            options.Environment = Certificates.JpkiEnvironment.Lab;
            options.Signature.Anchors = _world.Anchors(Certificates.CertificatePurpose.Signature);
            options.Ocsp = options.Ocsp with { ResponderAddress = StatusHost.OcspAddress, Timeout = TimeSpan.FromSeconds(7) };
            options.CrlDownload = options.CrlDownload with { Timeout = TimeSpan.FromSeconds(7) };
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        HttpMessageHandler? handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(name);
        while (handler is DelegatingHandler outer)
        {
            handler = outer.InnerHandler;
        }

        SocketsHttpHandler sockets = handler.ShouldBeOfType<SocketsHttpHandler>(description);
        (sockets.UseCookies, sockets.AllowAutoRedirect, sockets.ActivityHeadersPropagator).ShouldBe((false, false, null));
        sockets.ConnectTimeout.ShouldBe(TimeSpan.FromSeconds(7));
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(name).Timeout.ShouldBe(Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public async Task A_question_by_get_carries_the_serial_and_the_log_does_not()
    {
        await using StatusHost host = await StatusHost.StartAsync(_world, options => options.Ocsp = options.Ocsp with
        {
            ResponderAddress = StatusHost.OcspAddress,
            Transfer = OcspTransfer.Get,
            NoncePolicy = OcspNoncePolicy.Off,
        });
        (await host.AskAsync(_world.Holder))!.State.ShouldBe(RevocationState.Good);
        string question = host.Requests.ShouldHaveSingleItem().RequestUri!.AbsolutePath["/ocsp/".Length..];
        question.Length.ShouldBeGreaterThan(50);
        host.Log.Lines.ShouldAllBe(line => !line.Text.Contains(question, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_that_cannot_be_made_is_a_responder_that_cannot_be_reached()
    {
        await using StatusHost host = await StatusHost.StartAsync(
            _world, options => options.Ocsp = options.Ocsp with { ResponderAddress = StatusHost.OcspAddress }, services => services.AddSingleton<IHttpClientFactory>(new BrokenFactory()));
        (await host.AskAsync(_world.Holder))!.Failure.ShouldBe(VerificationReason.StatusUnreachable);
    }

    private sealed class CountingFactory(LabWorld world) : IHttpClientFactory
    {
        public List<string> Names { get; } = [];

        public HttpClient CreateClient(string name)
        {
            Names.Add(name);
            return new HttpClient(world.Authority.CreateMessageHandler());
        }
    }

    private sealed class BrokenFactory : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => throw new InvalidOperationException();
    }
}
