using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.AspNetCore.Wire;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Reconciliation;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.AspNetCore.Client;

/// <summary>The heads of one party's log over HTTP (相互掲示). The party is who its certificate says; what it shows is judged by whoever asked.</summary>
/// <remarks>What fails comes out as <see cref="IOException"/> or <see cref="TimeoutException"/>, whose texts hold nothing of the message. Thread safe; one for each party.</remarks>
public sealed class HttpHeadLine : IHeadLine, IDisposable
{
    private readonly DerClient _client;
    private readonly LogOwner _owner;

    /// <summary>Opens a line with connections of its own.</summary>
    /// <param name="owner">The party whose server is at the other end.</param>
    /// <param name="options">Where it is, and the keys.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">An option or another argument is not fit; the message says which.</exception>
    public HttpHeadLine(LogOwner owner, LinkageClientOptions options)
        : this(owner, LinkageClients.Open(options, new LinkagePeer(owner.Agency)), options)
    {
    }

    private HttpHeadLine(LogOwner owner, HttpClient http, LinkageClientOptions options) => (_owner, _client) = (owner, new DerClient(http, options));

    /// <inheritdoc/>
    public async ValueTask<LogHead?> LatestAsync(CancellationToken cancellationToken = default) =>
        (await AskAsync(HeadLineEncoding.Latest, 1, cancellationToken).ConfigureAwait(false)).SingleOrDefault();

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LogHead>> ReadAsync(long from, int most, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, IHeadLine.MostHeads);
        return AskAsync(from, most, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ConsistencyProof?> ProveAsync(long first, long second, CancellationToken cancellationToken = default) => first < 0 || second < 0
        ? ValueTask.FromResult<ConsistencyProof?>(null)
        : _client.CallAsync(LinkageWire.Growth, HeadLineEncoding.Write(_owner, first, second), bytes => HeadLineEncoding.ReadProof(bytes), cancellationToken);

    private async ValueTask<IReadOnlyList<LogHead>> AskAsync(long from, int most, CancellationToken cancellationToken)
    {
        IReadOnlyList<LogHead> heads = await _client.AskAsync(
            LinkageWire.Heads, HeadLineEncoding.Write(_owner, from, most), bytes => HeadLineEncoding.ReadHeads(bytes), cancellationToken).ConfigureAwait(false);
        return heads.Count <= most ? heads : throw new IOException("The server showed more heads than were asked for.");
    }

    /// <summary>Closes its connections.</summary>
    public void Dispose() => _client.Dispose();
}
