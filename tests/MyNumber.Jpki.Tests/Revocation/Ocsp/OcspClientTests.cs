using System.Net;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Revocation.Ocsp;

public sealed class OcspClientTests
{
    private static readonly Uri Responder = new("http://127.0.0.1:9/ocsp");
    private static readonly OcspOptions Usual = new() { ResponderAddress = Responder, NonceSource = nonce => nonce.Fill(0x5A) };
    private static readonly byte[] GoodResponse = new LabResponse { Nonce = [.. Enumerable.Repeat((byte)0x5A, 32)] }.Encode();

    private static ValueTask<RevocationEvidence> AskAsync(StubHandler handler, OcspOptions? options = null, VerifiedPath? path = null, CancellationToken token = default) =>
        new OcspClient(new HttpClient(handler), options ?? Usual, new ManualTimeProvider(StatusLab.Now)).CheckAsync(path ?? StatusLab.Path(), token);

    [Fact]
    public async Task Post_carries_the_request_and_the_answer_is_judged()
    {
        StubHandler handler = StubHandler.Answering(_ => GoodResponse);
        RevocationEvidence evidence = await AskAsync(handler);
        evidence.State.ShouldBe(RevocationState.Good);
        evidence.OcspResponse.ToArray().ShouldBe(GoodResponse);
        HttpRequestMessage request = handler.Requests.ShouldHaveSingleItem();
        request.Method.ShouldBe(HttpMethod.Post);
        request.RequestUri.ShouldBe(Responder);
        request.Headers.Accept.ToString().ShouldBe("application/ocsp-response");
        byte[] body = handler.Bodies[0];
        Convert.ToHexString(body).ShouldContain("06092B0601050507300102" + "0422" + "0420" + string.Concat(Enumerable.Repeat("5A", 32)));
    }

    [Fact]
    public async Task Get_carries_the_request_in_the_path()
    {
        StubHandler handler = StubHandler.Answering(_ => new LabResponse().Encode());
        OcspOptions options = Usual with { Transfer = OcspTransfer.Get, NoncePolicy = OcspNoncePolicy.Off, CertIdHash = OcspCertIdHash.Sha1 };
        (await AskAsync(handler, options)).State.ShouldBe(RevocationState.Good);
        HttpRequestMessage request = handler.Requests.ShouldHaveSingleItem();
        request.Method.ShouldBe(HttpMethod.Get);
        string encoded = Uri.UnescapeDataString(request.RequestUri!.AbsoluteUri[(Responder.AbsoluteUri.Length + 1)..]);
        encoded.ShouldStartWith("MEUwQzBBMD8wPTAJBgUrDgMCGgUABB");
        request.RequestUri.AbsoluteUri[(Responder.AbsoluteUri.Length + 1)..].ShouldNotContain("/");
    }

    [Fact]
    public async Task Request_too_long_for_get_goes_by_post()
    {
        StubHandler handler = StubHandler.Answering(_ => new LabResponse().Encode());
        await AskAsync(handler, Usual with { Transfer = OcspTransfer.Get, NonceLength = 128 });
        handler.Requests.ShouldHaveSingleItem().Method.ShouldBe(HttpMethod.Post);
    }

    [Theory]
    [InlineData("server error", HttpStatusCode.InternalServerError, "application/ocsp-response", VerificationReason.StatusUnreachable)]
    [InlineData("not found", HttpStatusCode.NotFound, "text/html", VerificationReason.StatusUnreachable)]
    [InlineData("not modified", HttpStatusCode.NotModified, "application/ocsp-response", VerificationReason.StatusUnreachable)]
    [InlineData("a login page", HttpStatusCode.OK, "text/html", VerificationReason.StatusMalformed)]
    [InlineData("octets of no kind", HttpStatusCode.OK, "application/octet-stream", VerificationReason.StatusMalformed)]
    public async Task Wrong_http_answer_is_undetermined(string description, HttpStatusCode status, string type, VerificationReason reason)
    {
        RevocationEvidence evidence = await AskAsync(StubHandler.Answering(_ => GoodResponse, type, status));
        evidence.State.ShouldBe(RevocationState.Unreachable, description);
        evidence.Failure.ShouldBe(reason, description);
        evidence.Method.ShouldBe(RevocationMethod.Ocsp);
    }

    [Fact]
    public async Task Try_later_is_a_refusal() =>
        (await AskAsync(StubHandler.Answering(_ => LabResponse.Refusal(3)))).Failure.ShouldBe(VerificationReason.StatusRefused);

    [Fact]
    public async Task Replayed_answer_with_another_nonce_is_refused() =>
        (await AskAsync(StubHandler.Answering(_ => new LabResponse { Nonce = [7] }.Encode()))).Failure.ShouldBe(VerificationReason.StatusNonceMismatch);

    [Theory]
    [InlineData("announced length", true)]
    [InlineData("endless body without length", false)]
    public async Task Oversized_answer_is_cut_off(string description, bool announced)
    {
        using EndlessStream endless = new();
        StubHandler handler = new((_, _, _) =>
        {
            HttpResponseMessage message = StubHandler.Message(new byte[announced ? 65537 : 1]);
            if (!announced)
            {
                message.Content = new StreamContent(endless);
                message.Content.Headers.ContentType = new("application/ocsp-response");
            }

            return Task.FromResult(message);
        });
        (await AskAsync(handler)).Failure.ShouldBe(VerificationReason.StatusMalformed, description);
        endless.Served.ShouldBeLessThan(200_000);
    }

    public static TheoryData<string, Exception> Failures => new()
    {
        { "connection refused", new HttpRequestException("refused") },
        { "connection broken", new IOException("broken") },
        { "the client's own time limit", new TaskCanceledException() },
        { "a handler's own exception", new InvalidDataException() },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Failure_below_is_unreachable_and_nothing_leaks(string description, Exception failure)
    {
        RevocationEvidence evidence = await AskAsync(new StubHandler((_, _, _) => throw failure));
        evidence.State.ShouldBe(RevocationState.Unreachable, description);
        evidence.Failure.ShouldBe(VerificationReason.StatusUnreachable, description);
    }

    [Fact]
    public async Task Callers_cancellation_is_thrown()
    {
        using CancellationTokenSource source = new();
        StubHandler handler = new(async (_, _, token) =>
        {
            await source.CancelAsync();
            token.ThrowIfCancellationRequested();
            throw new InvalidOperationException();
        });
        await Should.ThrowAsync<OperationCanceledException>(async () => await AskAsync(handler, token: source.Token));
        await Should.ThrowAsync<OperationCanceledException>(async () => await AskAsync(handler, token: source.Token));
        handler.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("not allowed by default", false, "http://127.0.0.1:9/aia", false)]
    [InlineData("allowed", true, "http://127.0.0.1:9/aia", true)]
    [InlineData("allowed, certificate without address", true, null, false)]
    [InlineData("allowed, not an http address", true, "ldap://127.0.0.1/aia", false)]
    [InlineData("allowed, not an address", true, "no address", false)]
    public async Task Certificates_own_address_is_followed_only_when_allowed(string description, bool allowed, string? address, bool asked)
    {
        StubHandler handler = StubHandler.Answering(_ => new LabResponse().Encode());
        OcspOptions options = new() { UseCertificateAddress = allowed, ResponderSelector = _ => null };
        RevocationEvidence evidence = await AskAsync(handler, options, StatusLab.Path(ocspAddress: address));
        handler.Requests.Count.ShouldBe(asked ? 1 : 0, description);
        evidence.State.ShouldBe(asked ? RevocationState.Good : RevocationState.Unreachable, description);
        evidence.Failure.ShouldBe(asked ? VerificationReason.None : VerificationReason.StatusNoAddress, description);
    }

    [Fact]
    public async Task Configured_address_comes_before_selector_and_certificate()
    {
        StubHandler handler = StubHandler.Answering(_ => new LabResponse().Encode());
        VerifiedPath path = StatusLab.Path(ocspAddress: "http://127.0.0.1:9/aia");
        OcspOptions options = new() { ResponderSelector = _ => new Uri("http://127.0.0.1:9/selected"), UseCertificateAddress = true };
        await AskAsync(handler, options, path);
        await AskAsync(handler, options with { ResponderAddress = Responder }, path);
        handler.Requests.Select(request => request.RequestUri!.AbsolutePath).ShouldBe(["/selected", "/ocsp"]);
    }

    [Fact]
    public void Settings_out_of_range_are_refused_at_once()
    {
        using HttpClient http = new();
        OcspOptions[] wrong =
        [
            Usual with { NonceLength = 0 }, Usual with { NonceLength = 129 }, Usual with { MaximumResponseLength = 0 }, Usual with { Timeout = TimeSpan.Zero },
            Usual with { Timeout = TimeSpan.FromDays(1) + TimeSpan.FromTicks(1) }, Usual with { Timeout = TimeSpan.FromDays(60) },
            new OcspOptions(), Usual with { FallbackAddresses = [new Uri("ldap://127.0.0.1")] }, Usual with { FallbackAddresses = [null!] },
            Usual with { FallbackAddresses = [.. Enumerable.Range(1, 9).Select(port => new Uri($"http://127.0.0.1:{port}"))] },
            Usual with { ClockSkew = TimeSpan.FromDays(2) }, Usual with { MaximumResponderLifetimeWithoutNoCheck = TimeSpan.FromTicks(-1) }, Usual with { ResponderAddress = new Uri("ftp://127.0.0.1") }, Usual with { ResponderAddress = new Uri("/ocsp", UriKind.Relative) },
        ];
        Array.ForEach(wrong, options => Should.Throw<ArgumentException>(() => new OcspClient(http, options, TimeProvider.System)));
    }

    private sealed class EndlessStream : MemoryStream
    {
        public long Served { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Served += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
