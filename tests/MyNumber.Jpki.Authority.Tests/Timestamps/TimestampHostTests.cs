using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using MyNumber.Jpki.Authority.Timestamps;
using MyNumber.Jpki.Signatures.Timestamps;

namespace MyNumber.Jpki.Authority.Tests.Timestamps;

public sealed class TimestampHostTests : IAsyncLifetime
{
    private readonly TimeDesk _desk = new();
    private readonly HttpClient _http = new();
    private TimestampHost _host = null!;

    public async Task InitializeAsync() => _host = await TimestampHost.StartAsync(_desk.Authority);

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
        _desk.Dispose();
    }

    [Fact]
    public async Task Query_is_answered_by_a_reply()
    {
        TimestampRequest request = TimestampRequest.ForData([1], HashAlgorithmName.SHA256, _desk.Random);
        HttpResponseMessage answer = await PostAsync(request.Encode(), "application/timestamp-query");
        (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()).ShouldBe((HttpStatusCode.OK, "application/timestamp-reply"));
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        request.ReadResponse(await answer.Content.ReadAsByteArrayAsync(), out _).ShouldBe(VerificationReason.None);
    }

    [Theory]
    [InlineData("what is no query is rejected in a reply", "application/timestamp-query", 5, HttpStatusCode.OK)]
    [InlineData("at the longest", "application/timestamp-query; x=1", 4096, HttpStatusCode.OK)]
    [InlineData("too long", "application/timestamp-query", 4097, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("another type", "application/ocsp-request", 5, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("a type that begins alike", "application/timestamp-query2", 5, HttpStatusCode.UnsupportedMediaType)]
    public async Task Post_is_answered_or_refused_by_its_type_and_length(string description, string type, int length, HttpStatusCode expected) =>
        (await PostAsync(new byte[length], type)).StatusCode.ShouldBe(expected, description);

    [Fact]
    public async Task Other_method_and_other_path_are_refused()
    {
        HttpResponseMessage get = await _http.GetAsync(_host.Address);
        (get.StatusCode, string.Join(", ", get.Content.Headers.Allow)).ShouldBe((HttpStatusCode.MethodNotAllowed, "POST"));
        (await _http.GetAsync(new Uri(_host.Address, "/"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _http.GetAsync(_host.Address + "/x")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<HttpResponseMessage> PostAsync(byte[] body, string type)
    {
        using ByteArrayContent content = new(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return await _http.PostAsync(_host.Address, content);
    }
}
