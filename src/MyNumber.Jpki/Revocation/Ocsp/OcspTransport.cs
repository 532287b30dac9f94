using System.Net.Http.Headers;

namespace MyNumber.Jpki.Revocation.Ocsp;

/// <summary>Carries a request over HTTP (RFC 6960 appendix A) within limits of time and size.</summary>
internal sealed class OcspTransport
{
    private const string RequestType = "application/ocsp-request";
    private const string ResponseType = "application/ocsp-response";
    private const int LongestGet = 255; // RFC 5019 §5 and RFC 6960 A.1

    private readonly HttpClient _http;
    private readonly OcspOptions _options;
    private readonly TimeProvider _clock;

    public OcspTransport(HttpClient http, OcspOptions options, TimeProvider clock)
    {
        _http = http;
        _options = options;
        _clock = clock;
    }

    /// <summary>Sends and reads. Only the caller's cancellation throws: handlers are the caller's own and may fail in any way, which is all one to a status.</summary>
    public async ValueTask<OcspDelivery> SendAsync(Uri address, byte[] request, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = new(_options.Timeout, _clock);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using HttpRequestMessage message = Compose(address, request);
            using HttpResponseMessage answer = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
            return await ReadAsync(answer, both.Token).ConfigureAwait(false);
        }
        catch (Exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new OcspDelivery(default, VerificationReason.StatusUnreachable);
        }
    }

    private HttpRequestMessage Compose(Uri address, byte[] request)
    {
        string encoded = Uri.EscapeDataString(Convert.ToBase64String(request));
        bool byGet = _options.Transfer == OcspTransfer.Get && encoded.Length <= LongestGet;
        HttpRequestMessage message = byGet
            ? new(HttpMethod.Get, $"{address.AbsoluteUri.TrimEnd('/')}/{encoded}")
            : new(HttpMethod.Post, address) { Content = new ByteArrayContent(request) };
        if (message.Content is not null)
        {
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(RequestType);
        }

        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(ResponseType));
        return message;
    }

    private async ValueTask<OcspDelivery> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccessStatusCode)
        {
            return new OcspDelivery(default, VerificationReason.StatusUnreachable);
        }

        int limit = _options.MaximumResponseLength;
        bool fits = string.Equals(answer.Content.Headers.ContentType?.MediaType, ResponseType, StringComparison.OrdinalIgnoreCase)
            && !(answer.Content.Headers.ContentLength > limit);
        if (!fits)
        {
            return new OcspDelivery(default, VerificationReason.StatusMalformed);
        }

        using Stream body = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        (byte[] buffer, int length) = await FillAsync(body, limit, cancellationToken).ConfigureAwait(false);
        return length > limit
            ? new OcspDelivery(default, VerificationReason.StatusMalformed)
            : new OcspDelivery(buffer.AsMemory(0, length).ToArray(), VerificationReason.None);
    }

    private static async ValueTask<(byte[] Buffer, int Length)> FillAsync(Stream body, int limit, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[Math.Min(limit, 4095) + 1];
        int length = 0, read;
        while ((read = await body.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false)) != 0)
        {
            length += read;
            if (length > limit)
            {
                break;
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(limit + 1L, buffer.Length * 2L));
            }
        }

        return (buffer, length);
    }
}
