using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using CardAgent.Asking;
using CardAgent.Cards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CardAgent;

/// <summary>The agent at its address on 127.0.0.1. It takes no settings but those given: no file and no variable of the surroundings changes where it listens or what it writes down.</summary>
internal sealed class AgentHost : IAsyncDisposable
{
    // What a browser may still get when the program is told to end; a request that never ends must not keep it.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly WebApplication _application;
    private readonly AskingDesk _desk;

    private AgentHost(WebApplication application, AskingDesk desk)
    {
        _application = application;
        _desk = desk;
    }

    /// <summary>Where services send their requests, such as <c>http://127.0.0.1:36200/ask</c>.</summary>
    public Uri AskAddress => new(new Uri(_application.Urls.Single()), "/ask");

    /// <summary>Starts to serve.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<AgentHost> StartAsync(AgentSettings settings, ICardHolder holder, TimeProvider clock, RandomNumberGenerator random, Action<ILoggingBuilder> logging)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, settings.Port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = AgentRoutes.MaximumRequestLength;
        });
        builder.Services.Configure<SocketTransportOptions>(sockets => sockets.CreateBoundListenSocket = Bind);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Farewell);
        logging(builder.Logging);
        WebApplication application = builder.Build();
        AskingDesk desk = new(new CardDesk(holder.Reader, clock), clock, random);
        AgentPages pages = new(settings.Allowed, holder.IsEmulated);
        application.Run(new AgentRoutes(settings, desk, pages, application.Services.GetRequiredService<ILogger<AgentRoutes>>()).HandleAsync);
        try
        {
            await application.StartAsync();
            return new AgentHost(application, desk);
        }
        catch
        {
            desk.Dispose();
            await application.DisposeAsync();
            throw;
        }
    }

    /// <summary>Serves until the process is told to end (SIGINT, SIGTERM); then within a second or two.</summary>
    public Task RunToEndAsync() => _application.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _desk.Dispose();
    }

    // Windows lets another program share a port unless it is taken exclusively. Elsewhere the system refuses a second listener by itself, and exclusive use would refuse a restart.
    private static Socket Bind(EndPoint address)
    {
        Socket socket = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (OperatingSystem.IsWindows())
            {
                socket.ExclusiveAddressUse = true;
            }

            socket.Bind(address);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
