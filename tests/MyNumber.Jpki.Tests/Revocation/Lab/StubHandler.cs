using System.Net;
using System.Net.Http.Headers;

namespace MyNumber.Jpki.Tests.Revocation.Lab;

/// <summary>An HTTP peer in the same process that remembers what it was asked.</summary>
internal sealed class StubHandler(Func<HttpRequestMessage, byte[], CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public List<HttpRequestMessage> Requests { get; } = [];

    public List<byte[]> Bodies { get; } = [];

    public static StubHandler Answering(Func<byte[], byte[]> body, string type = "application/ocsp-response", HttpStatusCode status = HttpStatusCode.OK) =>
        new((_, request, _) => Task.FromResult(Message(body(request), type, status)));

    public static HttpResponseMessage Message(byte[] body, string type = "application/ocsp-response", HttpStatusCode status = HttpStatusCode.OK)
    {
        ByteArrayContent content = new(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return new HttpResponseMessage(status) { Content = content };
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Requests.Add(request);
        Bodies.Add(body);
        return await answer(request, body, cancellationToken);
    }
}
