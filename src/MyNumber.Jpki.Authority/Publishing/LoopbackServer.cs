using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>An HTTP server on 127.0.0.1 that writes no log and leaves the process's signals alone.</summary>
internal static class LoopbackServer
{
    /// <summary>Starts to serve; port 0 takes a free one. The caller disposes what comes back.</summary>
    /// <exception cref="IOException">The address could not be bound.</exception>
    internal static async Task<WebApplication> StartAsync(int port, int longestRequest, RequestDelegate handle, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = longestRequest;
            kestrel.Limits.MaxRequestLineSize = (longestRequest * 4) + 64;
            kestrel.Limits.MaxRequestBufferSize = Math.Max(1 << 20, kestrel.Limits.MaxRequestLineSize);
        });
        builder.Services.AddSingleton<IHostLifetime, DetachedLifetime>();
        WebApplication application = builder.Build();
        application.Run(handle);
        await application.StartAsync(cancellationToken).ConfigureAwait(false);
        return application;
    }
}
