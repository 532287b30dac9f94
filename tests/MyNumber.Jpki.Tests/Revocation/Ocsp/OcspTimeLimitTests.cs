using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Revocation.Ocsp;

/// <summary>Real sockets on loopback and a clock that is moved by hand: no test waits for time.</summary>
public sealed class OcspTimeLimitTests
{
    private readonly ManualTimeProvider _clock = new(StatusLab.Now);

    [Theory]
    [InlineData("nothing is sent", "")]
    [InlineData("the status line only", "HTTP/1.1 200 OK\r\n")]
    [InlineData("the headers only", "HTTP/1.1 200 OK\r\nContent-Type: application/ocsp-response\r\nContent-Length: 1000\r\n\r\n")]
    [InlineData("half a body", "HTTP/1.1 200 OK\r\nContent-Type: application/ocsp-response\r\nContent-Length: 1000\r\n\r\n0000")]
    [InlineData("a body without an end", "HTTP/1.1 200 OK\r\nContent-Type: application/ocsp-response\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n0000\r\n")]
    public async Task Hanging_server_is_unreachable_at_the_limit_and_not_before(string description, string beginning)
    {
        using SilentServer server = new();
        using HttpClient http = new();
        OcspClient client = new(http, new OcspOptions { ResponderAddress = server.Address }, _clock);
        Task<RevocationEvidence> question = client.CheckAsync(StatusLab.Path()).AsTask();
        await server.AcceptAsync(beginning);
        _clock.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));
        question.IsCompleted.ShouldBeFalse(description);
        _clock.Advance(TimeSpan.FromTicks(1));
        RevocationEvidence evidence = await question;
        evidence.State.ShouldBe(RevocationState.Unreachable, description);
        evidence.Failure.ShouldBe(VerificationReason.StatusUnreachable, description);
    }

    [Fact]
    public async Task Caller_may_leave_a_hanging_server_before_the_limit()
    {
        using SilentServer server = new();
        using HttpClient http = new();
        using CancellationTokenSource patience = new();
        OcspClient client = new(http, new OcspOptions { ResponderAddress = server.Address }, _clock);
        Task<RevocationEvidence> question = client.CheckAsync(StatusLab.Path(), patience.Token).AsTask();
        await server.AcceptAsync(string.Empty);
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => question);
    }

    [Fact]
    public async Task Each_address_has_the_whole_limit()
    {
        using SilentServer first = new(), second = new();
        using HttpClient http = new();
        OcspClient client = new(http, new OcspOptions { ResponderAddress = first.Address, FallbackAddresses = [second.Address] }, _clock);
        Task<RevocationEvidence> question = client.CheckAsync(StatusLab.Path()).AsTask();
        await first.AcceptAsync(string.Empty);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await second.AcceptAsync(string.Empty);
        question.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(10));
        (await question).Failure.ShouldBe(VerificationReason.StatusUnreachable);
    }
}
