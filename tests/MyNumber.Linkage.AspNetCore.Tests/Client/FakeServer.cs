using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using MyNumber.Linkage.AspNetCore.Client;
using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.AspNetCore.Wire;
using MyNumber.Testing;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.AspNetCore.Tests.Client;

/// <summary>A server with the core's (or another) certificate that answers as a test tells it.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private int _calls;
    private TlsServer _server = null!;

    private FakeServer()
    {
        Clock = new ManualTimeProvider(TimeProvider.System.GetUtcNow());
        Identities = new LabIdentities(LabKeys.Create(ChildAllowance.CreateNetwork(people: 0), Clock), Clock);
    }

    public ManualTimeProvider Clock { get; }

    public LabIdentities Identities { get; }

    public int Calls => _calls;

    public Uri Address => _server.Address;

    /// <summary>What happens at the n-th call, from 1.</summary>
    public Func<HttpContext, int, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    public static async Task<FakeServer> StartAsync(LinkagePeer self = default)
    {
        FakeServer fake = new();
        fake._server = await TlsServer.StartAsync(
            fake.Identities[self], fake.Identities.Peers, fake.Clock, app => app.Run(context => fake.Answer(context, Interlocked.Increment(ref fake._calls))));
        return fake;
    }

    public static async Task WriteAsync(HttpContext context, byte[] bytes, string mediaType = LinkageWire.MediaType)
    {
        context.Response.ContentType = mediaType;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes);
    }

    public LinkageClientOptions Options(int version = 2) => Identities.OptionsOf(new LinkagePeer(ChildAllowance.City), Address, new Version(version, version == 1 ? 1 : 0));

    public HttpCoreLine CoreLine(int version = 2) => new(Options(version));

    public ValueTask StopAsync() => _server.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Identities.Dispose();
    }
}
