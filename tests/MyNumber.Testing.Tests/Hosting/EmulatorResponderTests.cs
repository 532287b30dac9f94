using System.Net;
using System.Net.Http.Headers;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Testing.Hosting;

namespace MyNumber.Testing.Tests.Hosting;

/// <summary>Responder and lists as an HTTP client of the same process sees them. The addresses end in .invalid (RFC 6761), which no resolver knows: what answers needs no network.</summary>
public sealed class EmulatorResponderTests : IDisposable
{
    private static readonly Uri Responder = new("http://ocsp.mynumber-lab.invalid/ocsp");
    private readonly ManualTimeProvider _clock = new(EmulatorHost.Now);
    private readonly JpkiEmulator _emulator;
    private readonly HttpClient _http;

    public EmulatorResponderTests()
    {
        _emulator = new JpkiEmulator(new EmulatorOptions(), _clock);
        _http = new HttpClient(_emulator.CreateMessageHandler());
    }

    public void Dispose()
    {
        _http.Dispose();
        _emulator.Dispose();
    }

    [Theory]
    [InlineData(CertificatePurpose.Signature)]
    [InlineData(CertificatePurpose.UserAuthentication)]
    public async Task List_lies_where_it_is_said_to_and_a_verifier_takes_it(CertificatePurpose purpose)
    {
        using HttpResponseMessage answer = await _http.GetAsync(_emulator.CrlAddress(purpose));
        byte[] list = await answer.Content.ReadAsByteArrayAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pkix-crl");
        new CrlStore(_clock).TryAdd(list, _emulator.Anchors(purpose), out _).ShouldBeTrue();
    }

    [Fact]
    public async Task List_that_the_client_has_is_not_sent_again()
    {
        using HttpResponseMessage first = await _http.GetAsync(_emulator.CrlAddress(CertificatePurpose.Signature));
        using HttpRequestMessage again = new(HttpMethod.Get, _emulator.CrlAddress(CertificatePurpose.Signature)) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using HttpResponseMessage second = await _http.SendAsync(again);

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await second.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("no such page", "http://ocsp.mynumber-lab.invalid/", HttpStatusCode.NotFound)]
    [InlineData("no such generation", "http://crl.mynumber-lab.invalid/crl/sign/9/full.crl", HttpStatusCode.NotFound)]
    [InlineData("a path out of the lists", "http://crl.mynumber-lab.invalid/crl/../sign/3/full.crl", HttpStatusCode.NotFound)]
    [InlineData("a name that only begins alike", "http://ocsp.mynumber-lab.invalid/ocspx", HttpStatusCode.NotFound)]
    public async Task Address_that_leads_nowhere(string description, string address, HttpStatusCode status)
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri(address));

        answer.StatusCode.ShouldBe(status, description);
    }

    [Fact]
    public async Task Question_of_another_type_or_method_or_length_is_refused()
    {
        using HttpResponseMessage type = await _http.PostAsync(Responder, Body(1, "text/plain"));
        using HttpResponseMessage method = await _http.PutAsync(Responder, Body(1));
        using HttpResponseMessage length = await _http.PostAsync(Responder, Body(_emulator.Authority.Responder.Options.MaximumRequestBytes + 1));

        (type.StatusCode, method.StatusCode, length.StatusCode).ShouldBe((HttpStatusCode.UnsupportedMediaType, HttpStatusCode.MethodNotAllowed, HttpStatusCode.RequestEntityTooLarge));
        method.Content.Headers.Allow.ShouldBe(["GET", "POST"]);
    }

    [Fact]
    public async Task Question_that_cannot_be_read_is_answered_so()
    {
        using HttpResponseMessage answer = await _http.PostAsync(Responder, Body(3));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe([0x30, 0x03, 0x0A, 0x01, 0x01], "malformedRequest, RFC 6960 §4.2.1");
    }

    [Fact]
    public async Task Responder_that_is_offline_drops_questions_and_lists()
    {
        _emulator.IsResponderOffline = true;

        (await Should.ThrowAsync<HttpRequestException>(async () => await _http.PostAsync(Responder, Body(1)))).HttpRequestError.ShouldBe(HttpRequestError.ResponseEnded);
        await Should.ThrowAsync<HttpRequestException>(async () => await _http.GetAsync(_emulator.CrlAddress(CertificatePurpose.Signature)));
    }

    [Fact]
    public async Task Faults_of_the_host_are_seen()
    {
        _emulator.Faults = new OcspFaults { HttpStatus = HttpStatusCode.BadGateway };
        using HttpResponseMessage status = await _http.PostAsync(Responder, Body(1));
        _emulator.Faults = new OcspFaults { ContentType = "text/html" };
        using HttpResponseMessage type = await _http.PostAsync(Responder, Body(1));

        status.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        type.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    [Fact]
    public async Task Client_that_waits_no_longer_gets_its_cancellation()
    {
        _emulator.Faults = new OcspFaults { Delay = TimeSpan.FromHours(1) };
        using CancellationTokenSource impatience = new();
        Task<HttpResponseMessage> waiting = _http.PostAsync(Responder, Body(1), impatience.Token);
        waiting.IsCompleted.ShouldBeFalse();
        await impatience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await waiting);
    }

    private static ByteArrayContent Body(int length, string type = "application/ocsp-request") =>
        new(new byte[length]) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
}
