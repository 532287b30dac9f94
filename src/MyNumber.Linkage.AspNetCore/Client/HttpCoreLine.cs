using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.AspNetCore.Wire;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.AspNetCore.Client;

/// <summary>A body's line to the core over HTTP (インターフェイスシステム). The body is who its certificate says.</summary>
/// <remarks>What fails comes out as <see cref="IOException"/> or <see cref="TimeoutException"/>, whose texts hold nothing of the message. Thread safe; one for a whole process.</remarks>
public sealed class HttpCoreLine : ICoreLine, IDisposable
{
    private readonly DerClient _client;

    /// <summary>Opens a line with connections of its own.</summary>
    /// <param name="options">Where the core is, and the keys.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is not fit; the message says which.</exception>
    public HttpCoreLine(LinkageClientOptions options)
        : this(LinkageClients.Open(options, LinkagePeer.Core), options)
    {
    }

    internal HttpCoreLine(HttpClient http, LinkageClientOptions options) => _client = new DerClient(http, options);

    /// <inheritdoc/>
    public async ValueTask<InquiryAnswer> InquireAsync(InquiryRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await AskAsync(LinkageWire.Inquiries, MessageEncoding.Write(request), request.Inquiry, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<InquiryAnswer> CollectAsync(InquiryId inquiry, CancellationToken cancellationToken = default) =>
        AskAsync(LinkageWire.Collections, LinkageWire.Write(inquiry), inquiry, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<bool> DeliverAsync(ProvisionReply reply, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return await _client.AskValueAsync(LinkageWire.Replies, MessageEncoding.Write(reply), bytes => LinkageWire.ReadFlag(bytes), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes its connections.</summary>
    public void Dispose() => _client.Dispose();

    private async ValueTask<InquiryAnswer> AskAsync(string path, byte[] message, InquiryId inquiry, CancellationToken cancellationToken)
    {
        InquiryAnswer answer = await _client.AskAsync(path, message, bytes => MessageEncoding.ReadAnswer(bytes), cancellationToken).ConfigureAwait(false);
        return answer.Inquiry == inquiry ? answer : throw new IOException("The core answered about another inquiry.");
    }
}
