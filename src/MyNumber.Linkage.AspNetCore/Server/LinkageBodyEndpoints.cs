using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.AspNetCore.Wire;
using MyNumber.Linkage.Core;
using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Numbers;
using MyNumber.Linkage.Portal.Records;
using MyNumber.Linkage.Push;

namespace MyNumber.Linkage.AspNetCore.Server;

/// <summary>Maps what bodies get of the core beside inquiries: deliveries, people's records, acquisitions and notices. Needs <see cref="LinkageServers.AddLinkageServer"/>.</summary>
/// <remarks>Each body gets the line of the agency whose key it has shown.</remarks>
public static class LinkageBodyEndpoints
{
    /// <summary>Maps the core's side of notices and applications.</summary>
    /// <param name="endpoints">Where to map.</param>
    /// <param name="lineOf">The line of a body, such as <see cref="DeliveryExchange.LineOf"/>.</param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IEndpointConventionBuilder MapLinkageDeliveries(this IEndpointRouteBuilder endpoints, Func<AgencyId, IDeliveryLine> lineOf)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(lineOf);
        return LinkageEndpoints.Map(endpoints, LinkageWire.Deliveries, peer => !peer.IsCore, async (peer, bytes, cancellationToken) =>
            DeliveryEncoding.ReadDelivery(bytes) is { } delivery
                ? DerAnswer.Of(DeliveryEncoding.Write(await lineOf(peer.Agency).SendAsync(delivery, cancellationToken).ConfigureAwait(false)))
                : DerAnswer.Malformed);
    }

    /// <summary>Maps a receiver's side, which only the core may call. One server may stand for many bodies (共同設置).</summary>
    /// <param name="endpoints">Where to map.</param>
    /// <param name="receiverOf">The receiver of a body, such as a portal's inbox; <see langword="null"/> for a body that is not here.</param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IEndpointConventionBuilder MapLinkageReceiver(this IEndpointRouteBuilder endpoints, Func<AgencyId, IDeliveryReceiver?> receiverOf)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(receiverOf);
        return LinkageEndpoints.Map(endpoints, LinkageWire.Receptions, peer => peer.IsCore, async (_, bytes, cancellationToken) =>
            DeliveryEncoding.ReadDelivery(bytes) is { } delivery && receiverOf(delivery.Receiver) is { } receiver
                ? DerAnswer.Of(DeliveryEncoding.Write(await receiver.ReceiveAsync(delivery, cancellationToken).ConfigureAwait(false)))
                : DerAnswer.Malformed);
    }

    /// <summary>Maps the core's side of people's records.</summary>
    /// <param name="endpoints">Where to map.</param>
    /// <param name="lineOf">The line of a body, such as <see cref="RecordDesk.LineOf"/>, which answers portals only.</param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IEndpointConventionBuilder MapLinkageRecords(this IEndpointRouteBuilder endpoints, Func<AgencyId, IRecordLine> lineOf)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(lineOf);
        return LinkageEndpoints.Map(endpoints, LinkageWire.PersonRecords, peer => !peer.IsCore, async (peer, bytes, cancellationToken) =>
            RecordLineEncoding.ReadQuery(bytes) is { } query
                ? DerAnswer.Of(RecordLineEncoding.Write(await lineOf(peer.Agency).AskAsync(query, cancellationToken).ConfigureAwait(false)))
                : DerAnswer.Malformed);
    }

    /// <summary>Maps the core's side of acquisitions and notices.</summary>
    /// <param name="endpoints">Where to map.</param>
    /// <param name="doorOf">The door of an agency, such as an <see cref="AgencyDoor"/>.</param>
    /// <returns>The endpoints.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IEndpointConventionBuilder MapLinkageDoor(this IEndpointRouteBuilder endpoints, Func<AgencyId, IAgencyDoor> doorOf)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(doorOf);
        RouteGroupBuilder group = endpoints.MapGroup(string.Empty);
        LinkageEndpoints.Map(group, LinkageWire.Openings, peer => !peer.IsCore, async (peer, bytes, cancellationToken) =>
            DoorEncoding.ReadOpen(bytes) is var (route, level)
                ? DerAnswer.Of(DoorEncoding.Write(await doorOf(peer.Agency).OpenAsync(route, level, cancellationToken).ConfigureAwait(false)))
                : DerAnswer.Malformed);
        MapStep(group, LinkageWire.CodeCollections, (agency, number, cancellationToken) => doorOf(agency).CollectAsync(number, cancellationToken));
        MapStep(group, LinkageWire.Confirmations, (agency, number, cancellationToken) => doorOf(agency).ConfirmAsync(number, cancellationToken));
        LinkageEndpoints.Map(group, LinkageWire.Notices, peer => !peer.IsCore, async (peer, bytes, cancellationToken) =>
            DoorEncoding.ReadCount(bytes) is > 0 and int most
                ? DerAnswer.Of(DoorEncoding.Write(await doorOf(peer.Agency).NoticesAsync(most, cancellationToken).ConfigureAwait(false)))
                : DerAnswer.Malformed);
        LinkageEndpoints.Map(group, LinkageWire.TakenNotices, peer => !peer.IsCore, async (peer, bytes, cancellationToken) =>
            DoorEncoding.ReadNotices(bytes) is { } notices
                ? DerAnswer.Of(DoorEncoding.Write(await doorOf(peer.Agency).MarkTakenAsync(notices, cancellationToken).ConfigureAwait(false)))
                : DerAnswer.Malformed);
        return group;
    }

    private static void MapStep(IEndpointRouteBuilder group, string path, Func<AgencyId, AcquisitionNumber, CancellationToken, ValueTask<AcquisitionAnswer>> step) =>
        LinkageEndpoints.Map(group, path, peer => !peer.IsCore, async (peer, bytes, cancellationToken) =>
            DoorEncoding.ReadNumber(bytes) is { } number
                ? DerAnswer.Of(DoorEncoding.Write(await step(peer.Agency, number, cancellationToken).ConfigureAwait(false)))
                : DerAnswer.Malformed);
}
