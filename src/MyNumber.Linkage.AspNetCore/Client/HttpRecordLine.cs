using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.AspNetCore.Wire;
using MyNumber.Linkage.Portal.Records;

namespace MyNumber.Linkage.AspNetCore.Client;

/// <summary>The portal's line to the core for people's records over HTTP. The portal is who its certificate says.</summary>
/// <remarks>What fails comes out as <see cref="IOException"/> or <see cref="TimeoutException"/>, whose texts hold nothing of the message. Thread safe; one for a whole process.</remarks>
public sealed class HttpRecordLine : IRecordLine, IDisposable
{
    private readonly DerClient _client;

    /// <summary>Opens a line with connections of its own.</summary>
    /// <param name="options">Where the core is, and the keys.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is not fit; the message says which.</exception>
    public HttpRecordLine(LinkageClientOptions options)
        : this(LinkageClients.Open(options, LinkagePeer.Core), options)
    {
    }

    internal HttpRecordLine(HttpClient http, LinkageClientOptions options) => _client = new DerClient(http, options);

    /// <inheritdoc/>
    public async ValueTask<RecordPage> AskAsync(RecordQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return await _client.AskAsync(LinkageWire.PersonRecords, RecordLineEncoding.Write(query), bytes => RecordLineEncoding.ReadPage(bytes), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes its connections.</summary>
    public void Dispose() => _client.Dispose();
}
