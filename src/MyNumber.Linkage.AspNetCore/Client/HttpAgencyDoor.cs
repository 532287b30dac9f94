using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.AspNetCore.Wire;
using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Notices;
using MyNumber.Linkage.Core.Numbers;
using MyNumber.Linkage.Core;

namespace MyNumber.Linkage.AspNetCore.Client;

/// <summary>An agency's door to the core over HTTP: its acquisitions and its holder's notices. The agency is who its certificate says.</summary>
/// <remarks>What fails comes out as <see cref="IOException"/> or <see cref="TimeoutException"/>, whose texts hold nothing of the message. Thread safe; one for a whole process.</remarks>
public sealed class HttpAgencyDoor : IAgencyDoor, IDisposable
{
    private readonly DerClient _client;

    /// <summary>Opens a line with connections of its own.</summary>
    /// <param name="options">Where the core is, and the keys.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is not fit; the message says which.</exception>
    public HttpAgencyDoor(LinkageClientOptions options)
        : this(LinkageClients.Open(options, LinkagePeer.Core), options)
    {
    }

    internal HttpAgencyDoor(HttpClient http, LinkageClientOptions options) => _client = new DerClient(http, options);

    /// <inheritdoc/>
    public ValueTask<AcquisitionOpening> OpenAsync(AcquisitionRoute route, VerificationLevel level, CancellationToken cancellationToken = default) =>
        _client.AskValueAsync(LinkageWire.Openings, DoorEncoding.Write(route, level), bytes => DoorEncoding.ReadOpening(bytes), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<AcquisitionAnswer> CollectAsync(AcquisitionNumber number, CancellationToken cancellationToken = default) =>
        _client.AskValueAsync(LinkageWire.CodeCollections, DoorEncoding.Write(number), bytes => DoorEncoding.ReadAnswer(bytes), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<AcquisitionAnswer> ConfirmAsync(AcquisitionNumber number, CancellationToken cancellationToken = default) =>
        _client.AskValueAsync(LinkageWire.Confirmations, DoorEncoding.Write(number), bytes => DoorEncoding.ReadAnswer(bytes), cancellationToken);

    /// <inheritdoc/>
    /// <remarks>More than <see cref="DoorEncoding.MostNotices"/> are not given at once.</remarks>
    public ValueTask<IReadOnlyList<CoreNotice>> NoticesAsync(int most, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        return _client.AskAsync(LinkageWire.Notices, DoorEncoding.Write(Math.Min(most, DoorEncoding.MostNotices)), bytes => DoorEncoding.ReadNotices(bytes), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<int> MarkTakenAsync(IReadOnlyList<CoreNotice> notices, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notices);
        int owed = 0;
        foreach (CoreNotice[] part in notices.Chunk(DoorEncoding.MostNotices))
        {
            owed += await _client.AskValueAsync(LinkageWire.TakenNotices, DoorEncoding.Write(part), bytes => DoorEncoding.ReadCount(bytes), cancellationToken).ConfigureAwait(false);
        }

        return owed;
    }

    /// <summary>Closes its connections.</summary>
    public void Dispose() => _client.Dispose();
}
