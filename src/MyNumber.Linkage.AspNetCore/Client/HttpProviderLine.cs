using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.AspNetCore.Wire;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Messages;

namespace MyNumber.Linkage.AspNetCore.Client;

/// <summary>The core's line to one provider over HTTP. The core is who its certificate says, and the provider too.</summary>
/// <remarks>What fails comes out as <see cref="IOException"/> or <see cref="TimeoutException"/>, whose texts hold nothing of the message. Thread safe; one for each provider.</remarks>
public sealed class HttpProviderLine : IProviderLine, IDisposable
{
    private readonly DerClient _client;

    /// <summary>Opens a line with connections of its own.</summary>
    /// <param name="provider">Which body's server is at the other end.</param>
    /// <param name="options">Where it is, and the keys.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">The provider is empty or an option is not fit; the message says which.</exception>
    public HttpProviderLine(AgencyId provider, LinkageClientOptions options)
        : this(LinkageClients.Open(options, LinkageClients.Checked(provider)), options)
    {
    }

    internal HttpProviderLine(HttpClient http, LinkageClientOptions options) => _client = new DerClient(http, options);

    /// <inheritdoc/>
    public async ValueTask<ProvisionReply?> ProvideAsync(ProvisionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ProvisionReply? reply = await _client.CallAsync(LinkageWire.Provisions, MessageEncoding.Write(request), bytes => MessageEncoding.ReadReply(bytes), cancellationToken).ConfigureAwait(false);
        return reply is null || reply.Inquiry == request.Inquiry ? reply : throw new IOException("The provider answered about another inquiry.");
    }

    /// <summary>Closes its connections.</summary>
    public void Dispose() => _client.Dispose();
}
