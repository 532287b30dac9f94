using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.AspNetCore.Wire;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Messages;

namespace MyNumber.Linkage.AspNetCore.Server;

/// <summary>Maps the lines of the linkage onto paths (<see cref="LinkageWire"/>). Needs <see cref="LinkageServers.AddLinkageServer"/>.</summary>
/// <remarks>Each call is judged by the client's certificate anew; where the listener asks for none, all are refused.</remarks>
public static class LinkageEndpoints
{
    /// <summary>Maps the core's side: each body gets the line of the agency whose key it has shown.</summary>
    /// <param name="endpoints">Where to map.</param>
    /// <param name="lineOf">The line of a body, such as <see cref="CoreExchange.LineOf"/>.</param>
    /// <returns>The endpoints.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IEndpointConventionBuilder MapLinkageCore(this IEndpointRouteBuilder endpoints, Func<AgencyId, ICoreLine> lineOf)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(lineOf);
        RouteGroupBuilder group = endpoints.MapGroup(string.Empty);
        Map(group, LinkageWire.Inquiries, peer => !peer.IsCore, async (peer, bytes, cancellationToken) =>
            MessageEncoding.ReadInquiry(bytes) is { } request
                ? DerAnswer.Of(MessageEncoding.Write(await lineOf(peer.Agency).InquireAsync(request, cancellationToken).ConfigureAwait(false)))
                : DerAnswer.Malformed);
        Map(group, LinkageWire.Collections, peer => !peer.IsCore, async (peer, bytes, cancellationToken) =>
            LinkageWire.ReadInquiryId(bytes) is { } inquiry
                ? DerAnswer.Of(MessageEncoding.Write(await lineOf(peer.Agency).CollectAsync(inquiry, cancellationToken).ConfigureAwait(false)))
                : DerAnswer.Malformed);
        Map(group, LinkageWire.Replies, peer => !peer.IsCore, async (peer, bytes, cancellationToken) =>
            MessageEncoding.ReadReply(bytes) is { } reply
                ? DerAnswer.Of(LinkageWire.Write(await lineOf(peer.Agency).DeliverAsync(reply, cancellationToken).ConfigureAwait(false)))
                : DerAnswer.Malformed);
        return group;
    }

    /// <summary>Maps a provider's side, which only the core may call. One server may stand for many bodies (共同設置).</summary>
    /// <param name="endpoints">Where to map.</param>
    /// <param name="lineOf">The providing side of a body, such as <see cref="ProvidingServer"/>; <see langword="null"/> for a body that is not here.</param>
    /// <returns>The endpoints.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IEndpointConventionBuilder MapLinkageProvider(this IEndpointRouteBuilder endpoints, Func<AgencyId, IProviderLine?> lineOf)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(lineOf);
        return Map(endpoints, LinkageWire.Provisions, peer => peer.IsCore, async (_, bytes, cancellationToken) =>
            MessageEncoding.ReadProvision(bytes) is not { } request || lineOf(request.Provider) is not { } line ? DerAnswer.Malformed
            : await line.ProvideAsync(request, cancellationToken).ConfigureAwait(false) is { } reply ? DerAnswer.Of(MessageEncoding.Write(reply))
            : DerAnswer.Nothing);
    }

    /// <summary>Maps a path that answers 204 to every pinned peer while the server is up.</summary>
    /// <param name="endpoints">Where to map.</param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="endpoints"/> is null.</exception>
    public static IEndpointConventionBuilder MapLinkageHealth(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        LinkageServerOptions options = OptionsOf(endpoints);
        return endpoints.MapGet(LinkageWire.Health, context =>
        {
            bool isPeer = options.Peers!.Judge(context.Connection.ClientCertificate, options.Clock.GetUtcNow(), out _) == PeerVerdict.Accepted;
            context.Response.StatusCode = isPeer ? StatusCodes.Status204NoContent : StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });
    }

    internal static IEndpointConventionBuilder Map(
        IEndpointRouteBuilder endpoints, string path, Func<LinkagePeer, bool> mayCall, Func<LinkagePeer, ReadOnlyMemory<byte>, CancellationToken, ValueTask<DerAnswer>> handle)
    {
        ILogger log = endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("MyNumber.Linkage.AspNetCore");
        return endpoints.MapPost(path, new DerEndpoint(OptionsOf(endpoints), log, mayCall, handle).InvokeAsync);
    }

    private static LinkageServerOptions OptionsOf(IEndpointRouteBuilder endpoints) => endpoints.ServiceProvider.GetRequiredService<IOptions<LinkageServerOptions>>().Value;
}
