using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using MyNumber.Linkage.AspNetCore.Wire;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Reconciliation;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.AspNetCore.Server;

/// <summary>Maps what every party shows of its log to the others: the comparison of a day, heads, proofs of growth. Needs <see cref="LinkageServers.AddLinkageServer"/>.</summary>
public static class LinkageLogEndpoints
{
    /// <summary>Maps the comparison of a day. The core and both bodies of a scope may ask, and nobody else.</summary>
    /// <param name="endpoints">Where to map.</param>
    /// <param name="deskOf">The desk of a party that is here; <see langword="null"/> for another.</param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IEndpointConventionBuilder MapLinkageDays(this IEndpointRouteBuilder endpoints, Func<LogOwner, DayDesk?> deskOf)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(deskOf);
        return LinkageEndpoints.Map(endpoints, LinkageWire.Days, _ => true, async (peer, bytes, cancellationToken) =>
            DayLineEncoding.ReadQuestion(bytes) is not var (owner, scope, ranges) || deskOf(owner) is not { } desk ? DerAnswer.Malformed
            : desk.SourceOf(peer.Agency, scope) is { } source ? DerAnswer.Of(DayLineEncoding.Write(await source.AskAsync(ranges, cancellationToken).ConfigureAwait(false)))
            : DerAnswer.NotAllowed);
    }

    /// <summary>Maps heads and proofs of growth, which every pinned peer may see; an auditor is a peer like any other.</summary>
    /// <param name="endpoints">Where to map.</param>
    /// <param name="lineOf">The heads of a party that is here, such as <see cref="LocalHeadLine"/>; <see langword="null"/> for another.</param>
    /// <returns>The endpoints.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IEndpointConventionBuilder MapLinkageHeads(this IEndpointRouteBuilder endpoints, Func<LogOwner, IHeadLine?> lineOf)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(lineOf);
        RouteGroupBuilder group = endpoints.MapGroup(string.Empty);
        LinkageEndpoints.Map(group, LinkageWire.Heads, _ => true, async (_, bytes, cancellationToken) =>
            HeadLineEncoding.ReadQuestion(bytes) is var (owner, from, most) && most is >= 1 and <= IHeadLine.MostHeads && lineOf(owner) is { } line
                ? DerAnswer.Of(HeadLineEncoding.Write(await ReadAsync(line, from, (int)most, cancellationToken).ConfigureAwait(false)))
                : DerAnswer.Malformed);
        LinkageEndpoints.Map(group, LinkageWire.Growth, _ => true, async (_, bytes, cancellationToken) =>
            HeadLineEncoding.ReadQuestion(bytes) is not var (owner, first, second) || first < 0 || lineOf(owner) is not { } line ? DerAnswer.Malformed
            : await line.ProveAsync(first, second, cancellationToken).ConfigureAwait(false) is { } proof ? DerAnswer.Of(HeadLineEncoding.Write(proof))
            : DerAnswer.Nothing);
        return group;
    }

    private static async ValueTask<IReadOnlyList<LogHead>> ReadAsync(IHeadLine line, long from, int most, CancellationToken cancellationToken) =>
        from != HeadLineEncoding.Latest ? await line.ReadAsync(from, most, cancellationToken).ConfigureAwait(false)
        : await line.LatestAsync(cancellationToken).ConfigureAwait(false) is { } latest ? [latest]
        : [];
}
