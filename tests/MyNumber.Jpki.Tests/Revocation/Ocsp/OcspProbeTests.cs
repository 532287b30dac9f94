using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Revocation.Ocsp;

/// <summary>The question of a health check, about an anchor's own certificate.</summary>
public sealed class OcspProbeTests
{
    private static readonly Uri First = new("http://127.0.0.1:9/first"), Second = new("http://127.0.0.1:9/second");
    private static readonly OcspOptions Usual = new() { ResponderAddress = First, NoncePolicy = OcspNoncePolicy.Off };
    private static readonly byte[] AboutTheAnchor = Answer("good");

    [Theory]
    [InlineData("good", RevocationState.Good)]
    [InlineData("unknown", RevocationState.Unknown)]
    [InlineData("revoked", RevocationState.Revoked)]
    public async Task Any_answer_about_the_anchor_that_holds_is_an_answer(string status, RevocationState state)
    {
        StubHandler handler = StubHandler.Answering(_ => Answer(status));
        (await ProbeAsync(handler)).State.ShouldBe(state);
        Convert.ToHexString(handler.Bodies.ShouldHaveSingleItem()).ShouldContain("020101"); // INTEGER 1, the anchor's serial, and nobody else's
    }

    [Fact]
    public async Task An_answer_about_another_certificate_is_none() =>
        (await ProbeAsync(StubHandler.Answering(_ => new LabResponse().Encode()))).Failure.ShouldBe(VerificationReason.StatusForOtherCertificate);

    [Fact]
    public async Task An_answer_that_the_anchor_does_not_stand_behind_is_none()
    {
        byte[] tampered = new LabResponse { Answers = [new LabAnswer { Serial = [1] }], IsTampered = true }.Encode();
        (await ProbeAsync(StubHandler.Answering(_ => tampered))).Failure.ShouldBe(VerificationReason.StatusSignatureInvalid);
    }

    [Fact]
    public async Task A_responder_that_refuses_is_told_from_one_that_is_away()
    {
        (await ProbeAsync(StubHandler.Answering(_ => LabResponse.Refusal(6)))).Failure.ShouldBe(VerificationReason.StatusRefused);
        (await ProbeAsync(new StubHandler((_, _, _) => throw new HttpRequestException("away")))).Failure.ShouldBe(VerificationReason.StatusUnreachable);
    }

    [Fact]
    public async Task The_next_address_is_asked_only_when_the_first_gives_no_answer_that_holds()
    {
        StubHandler one = StubHandler.Answering(_ => AboutTheAnchor);
        OcspOptions both = Usual with { FallbackAddresses = [Second, First] };
        await ProbeAsync(one, both);
        one.Requests.Select(request => request.RequestUri).ShouldBe([First]);
        StubHandler other = new((request, _, _) => Task.FromResult(StubHandler.Message(request.RequestUri == Second ? AboutTheAnchor : LabResponse.Refusal(3))));
        (await ProbeAsync(other, both)).State.ShouldBe(RevocationState.Good);
        other.Requests.Select(request => request.RequestUri).ShouldBe([First, Second]);
    }

    [Fact]
    public async Task Without_an_address_in_the_settings_nobody_is_asked()
    {
        StubHandler handler = StubHandler.Answering(_ => AboutTheAnchor);
        (await ProbeAsync(handler, new OcspOptions { UseCertificateAddress = true, ResponderSelector = _ => First })).Failure.ShouldBe(VerificationReason.StatusNoAddress);
        handler.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_gives_up_gets_no_answer()
    {
        using CancellationTokenSource given = new();
        await given.CancelAsync();
        StubHandler handler = StubHandler.Answering(_ => AboutTheAnchor);
        await Should.ThrowAsync<OperationCanceledException>(async () => await ProbeAsync(handler, token: given.Token));
        handler.Requests.ShouldBeEmpty();
    }

    private static byte[] Answer(string status) => new LabResponse { Answers = [new LabAnswer { Serial = [1], Status = status }] }.Encode();

    private static ValueTask<RevocationEvidence> ProbeAsync(StubHandler handler, OcspOptions? options = null, CancellationToken token = default) =>
        new OcspClient(new HttpClient(handler), options ?? Usual, new ManualTimeProvider(StatusLab.Now)).ProbeAsync(StatusLab.Anchor, token);
}
