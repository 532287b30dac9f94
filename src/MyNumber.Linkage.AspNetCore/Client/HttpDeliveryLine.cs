using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.AspNetCore.Wire;
using MyNumber.Linkage.Push;

namespace MyNumber.Linkage.AspNetCore.Client;

/// <summary>A body's line to the core for notices and applications over HTTP. The body is who its certificate says.</summary>
/// <remarks>What fails comes out as <see cref="IOException"/> or <see cref="TimeoutException"/>, whose texts hold nothing of the message. Thread safe; one for a whole process.</remarks>
public sealed class HttpDeliveryLine : IDeliveryLine, IDisposable
{
    private readonly DerClient _client;

    /// <summary>Opens a line with connections of its own.</summary>
    /// <param name="options">Where the core is, and the keys.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is not fit; the message says which.</exception>
    public HttpDeliveryLine(LinkageClientOptions options)
        : this(LinkageClients.Open(options, LinkagePeer.Core), options)
    {
    }

    internal HttpDeliveryLine(HttpClient http, LinkageClientOptions options) => _client = new DerClient(http, options);

    /// <inheritdoc/>
    public async ValueTask<DeliveryAnswer> SendAsync(Delivery delivery, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        DeliveryAnswer answer = await _client.AskAsync(LinkageWire.Deliveries, DeliveryEncoding.Write(delivery), bytes => DeliveryEncoding.ReadAnswer(bytes), cancellationToken).ConfigureAwait(false);
        return answer.Id == delivery.Id ? answer : throw new IOException("The core answered about another delivery.");
    }

    /// <summary>Closes its connections.</summary>
    public void Dispose() => _client.Dispose();
}
