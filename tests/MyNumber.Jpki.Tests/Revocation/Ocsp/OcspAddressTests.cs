using System.Net;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Revocation.Ocsp;

/// <summary>Several addresses, and the path of a GET.</summary>
public sealed class OcspAddressTests
{
    private static readonly Uri First = new("http://127.0.0.1:9/first"), Second = new("http://127.0.0.1:9/second"), Third = new("http://127.0.0.1:9/third");
    private static readonly OcspOptions Three = new() { ResponderAddress = First, FallbackAddresses = [Second, Third], NoncePolicy = OcspNoncePolicy.Off };

    private static async Task<(RevocationEvidence Evidence, string[] Asked)> AskAsync(OcspOptions options, params Func<HttpResponseMessage>[] answers)
    {
        int next = 0;
        StubHandler handler = new((_, _, _) => Task.FromResult(answers[next++]()));
        using HttpClient http = new(handler);
        RevocationEvidence evidence = await new OcspClient(http, options, new ManualTimeProvider(StatusLab.Now)).CheckAsync(StatusLab.Path());
        return (evidence, [.. handler.Requests.Select(request => request.RequestUri!.AbsolutePath)]);
    }

    private static HttpResponseMessage Good() => StubHandler.Message(new LabResponse().Encode());

    private static HttpResponseMessage Held() => StubHandler.Message(new LabResponse { Answers = [new LabAnswer { Status = "revoked", Reason = 6 }] }.Encode());

    private static HttpResponseMessage Unknown() => StubHandler.Message(new LabResponse { Answers = [new LabAnswer { Status = "unknown" }] }.Encode());

    private static HttpResponseMessage TryLater() => StubHandler.Message(LabResponse.Refusal(3));

    private static HttpResponseMessage Forged() => StubHandler.Message(new LabResponse { IsTampered = true }.Encode());

    private static HttpResponseMessage Gone() => StubHandler.Message([], status: HttpStatusCode.ServiceUnavailable);

    private static HttpResponseMessage Down() => throw new HttpRequestException("refused");

    [Fact]
    public async Task First_that_answers_ends_the_round()
    {
        (RevocationEvidence evidence, string[] asked) = await AskAsync(Three, Held, Good);
        evidence.State.ShouldBe(RevocationState.Held);
        asked.ShouldBe(["/first"]);
    }

    public static TheoryData<string, Func<HttpResponseMessage>> Failing => new()
    {
        { "refused connection", Down }, { "service unavailable", Gone }, { "try later", TryLater }, { "forged answer", Forged },
    };

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task Next_address_stands_in(string description, Func<HttpResponseMessage> failing)
    {
        (RevocationEvidence evidence, string[] asked) = await AskAsync(Three, failing, Good);
        evidence.State.ShouldBe(RevocationState.Good, description);
        asked.ShouldBe(["/first", "/second"], description);
    }

    [Fact]
    public async Task Unknown_is_an_answer_and_no_reason_to_ask_elsewhere()
    {
        (RevocationEvidence evidence, string[] asked) = await AskAsync(Three, Unknown, Good);
        evidence.State.ShouldBe(RevocationState.Unknown);
        asked.Length.ShouldBe(1);
    }

    [Fact]
    public async Task When_all_fail_the_last_reason_is_given()
    {
        (RevocationEvidence evidence, string[] asked) = await AskAsync(Three, Down, Forged, TryLater);
        evidence.Failure.ShouldBe(VerificationReason.StatusRefused);
        asked.ShouldBe(["/first", "/second", "/third"]);
    }

    [Fact]
    public async Task Address_given_twice_is_asked_once()
    {
        (RevocationEvidence _, string[] asked) = await AskAsync(Three with { FallbackAddresses = [First, Second, First] }, Down, Down);
        asked.ShouldBe(["/first", "/second"]);
    }

    [Fact]
    public async Task Fallback_stands_in_for_a_certificate_without_address()
    {
        (RevocationEvidence evidence, string[] asked) = await AskAsync(new OcspOptions { FallbackAddresses = [Second], UseCertificateAddress = true }, Good);
        evidence.State.ShouldBe(RevocationState.Good);
        asked.ShouldBe(["/second"]);
    }

    [Fact]
    public void Client_without_any_address_cannot_be_made()
    {
        using HttpClient http = new();
        Should.Throw<ArgumentException>(() => new OcspClient(http, new OcspOptions(), TimeProvider.System));
        new OcspResponseVerifier(new OcspOptions(), TimeProvider.System).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("254 characters", 254, "GET")]
    [InlineData("256 characters", 256, "POST")]
    public async Task Get_is_used_up_to_255_characters_of_the_encoded_request(string description, int length, string method)
    {
        byte[] nonce = NonceOfLength(length);
        StubHandler handler = StubHandler.Answering(_ => new LabResponse { Nonce = nonce }.Encode());
        using HttpClient http = new(handler);
        OcspOptions options = new() { ResponderAddress = First, Transfer = OcspTransfer.Get, NonceLength = nonce.Length, NonceSource = nonce.CopyTo };
        (await new OcspClient(http, options, new ManualTimeProvider(StatusLab.Now)).CheckAsync(StatusLab.Path())).State.ShouldBe(RevocationState.Good, description);
        handler.Requests[0].Method.Method.ShouldBe(method, description);
        string path = handler.Requests[0].RequestUri!.OriginalString[First.OriginalString.Length..];
        path.Length.ShouldBe(method == "GET" ? length + 1 : 0);
    }

    [Fact]
    public async Task Plus_slash_and_equals_travel_escaped()
    {
        byte[] nonce = NonceOfLength(254);
        StubHandler handler = StubHandler.Answering(_ => new LabResponse { Nonce = nonce }.Encode());
        using HttpClient http = new(handler);
        OcspOptions options = new() { ResponderAddress = First, Transfer = OcspTransfer.Get, NonceLength = nonce.Length, NonceSource = nonce.CopyTo };
        await new OcspClient(http, options, new ManualTimeProvider(StatusLab.Now)).CheckAsync(StatusLab.Path());
        string sent = handler.Requests[0].RequestUri!.AbsoluteUri[(First.AbsoluteUri.Length + 1)..];
        sent.ShouldMatch("^([A-Za-z0-9]|%2B|%2F|%3D)+$");
        sent.ShouldContain("%2B");
        sent.ShouldContain("%2F");
        sent.ShouldContain("%3D");
    }

    // The length always is even: groups of four characters, and two more for each that is escaped. Nonces are tried until one fits and all three characters occur.
    private static byte[] NonceOfLength(int length)
    {
        VerifiedPath path = StatusLab.Path();
        Random random = new(255);
        for (int i = 0; i < 10_000; i++)
        {
            byte[] nonce = new byte[1 + random.Next(100)];
            random.NextBytes(nonce);
            string encoded = Convert.ToBase64String(OcspRequest.Encode(path.Certificate, path.Issuer, OcspCertIdHash.Sha256, nonce));
            int escaped = encoded.Length + (2 * encoded.Count(character => character is '+' or '/' or '='));
            if (escaped == length && "+/=".All(encoded.Contains))
            {
                return nonce;
            }
        }

        throw new InvalidOperationException("No nonce was found.");
    }
}
