using System.Net;
using System.Net.Http.Headers;
using MyNumber.Linkage.AspNetCore.Wire;

namespace MyNumber.Linkage.AspNetCore.Client;

/// <summary>Posts a message and reads the answer. What fails comes out as <see cref="IOException"/> or <see cref="TimeoutException"/> and as nothing else.</summary>
internal sealed class DerClient : IDisposable
{
    private static readonly MediaTypeHeaderValue _mediaType = new(LinkageWire.MediaType);
    private readonly HttpClient _http;
    private readonly LinkageClientOptions _options;

    public DerClient(HttpClient http, LinkageClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Fault is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        (_http, _options) = (http, options);
        _http.Timeout = Timeout.InfiniteTimeSpan;
    }

    /// <summary>Posts a message.</summary>
    /// <returns>What <paramref name="read"/> makes of the answer; <see langword="default"/> when there is no content.</returns>
    public async ValueTask<T?> CallAsync<T>(string path, byte[] message, Func<byte[], T?> read, CancellationToken cancellationToken)
        where T : class
    {
        using CancellationTokenSource timeout = new(_options.Timeout, _options.Clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                byte[]? answer = await SendAsync(path, message, either.Token).ConfigureAwait(false);
                return answer is null ? null : read(answer) ?? throw new LineRefusedException("The answer is no message of the kind.");
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException("The answer did not come in time.");
            }
            catch (HttpRequestException exception) when (attempt >= _options.Attempts || exception.HttpRequestError == HttpRequestError.SecureConnectionError)
            {
                throw new IOException("The connection failed.", exception);
            }
            catch (IOException exception) when (attempt >= _options.Attempts || exception is LineRefusedException)
            {
                throw;
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                // The same message may come twice: the next turn sends it again.
            }
        }
    }

    /// <summary>Posts a message that is always answered with another.</summary>
    public async ValueTask<T> AskAsync<T>(string path, byte[] message, Func<byte[], T?> read, CancellationToken cancellationToken)
        where T : class =>
        await CallAsync(path, message, read, cancellationToken).ConfigureAwait(false) ?? throw new IOException("The server gave no answer.");

    /// <summary>The same for a value.</summary>
    public async ValueTask<T> AskValueAsync<T>(string path, byte[] message, Func<byte[], T?> read, CancellationToken cancellationToken)
        where T : struct =>
        (T)await AskAsync<object>(path, message, bytes => read(bytes), cancellationToken).ConfigureAwait(false);

    public void Dispose() => _http.Dispose();

    private async ValueTask<byte[]?> SendAsync(string path, byte[] message, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(_options.Address!, path))
        {
            Version = _options.HttpVersion,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(message) { Headers = { ContentType = _mediaType } },
        };
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        return response.StatusCode switch
        {
            HttpStatusCode.NoContent => null,
            HttpStatusCode.OK when response.Content.Headers.ContentType?.ToString() == LinkageWire.MediaType => await ReadAsync(response.Content, cancellationToken).ConfigureAwait(false),
            HttpStatusCode.OK => throw new LineRefusedException("The answer is of another media type."),
            _ => throw new LineRefusedException(FormattableString.Invariant($"The server refused the message: {(int)response.StatusCode}.")),
        };
    }

    private async ValueTask<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength is not { } length || length > _options.MostBytes)
        {
            throw new LineRefusedException("The answer has no length or is too long.");
        }

        byte[] bytes = new byte[(int)length];
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            await stream.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
        }

        return bytes;
    }
}
