using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.AspNetCore.Wire;
using MyNumber.Linkage.Push;

namespace MyNumber.Linkage.AspNetCore.Client;

/// <summary>The core's line to one receiver of notices or applications over HTTP. The core is who its certificate says, and the receiver too.</summary>
/// <remarks>What fails comes out as <see cref="IOException"/> or <see cref="TimeoutException"/>, whose texts hold nothing of the message. Thread safe; one for each receiver.</remarks>
public sealed class HttpDeliveryReceiver : IDeliveryReceiver, IDisposable
{
    private readonly DerClient _client;

    /// <summary>Opens a line with connections of its own.</summary>
    /// <param name="receiver">Which body's server is at the other end.</param>
    /// <param name="options">Where it is, and the keys.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">An option or another argument is not fit; the message says which.</exception>
    public HttpDeliveryReceiver(AgencyId receiver, LinkageClientOptions options)
        : this(LinkageClients.Open(options, LinkageClients.Checked(receiver)), options)
    {
    }

    internal HttpDeliveryReceiver(HttpClient http, LinkageClientOptions options) => _client = new DerClient(http, options);

    /// <inheritdoc/>
    public async ValueTask<DeliveryReceipt> ReceiveAsync(Delivery delivery, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        DeliveryReceipt receipt = await _client.AskAsync(LinkageWire.Receptions, DeliveryEncoding.Write(delivery), bytes => DeliveryEncoding.ReadReceipt(bytes), cancellationToken).ConfigureAwait(false);
        return receipt.Id == delivery.Id ? receipt : throw new IOException("The receiver answered about another delivery.");
    }

    /// <summary>Closes its connections.</summary>
    public void Dispose() => _client.Dispose();
}
