using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.AspNetCore.Peers;
using MyNumber.Linkage.AspNetCore.Wire;
using MyNumber.Linkage.Messages;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.AspNetCore.Tests.Server;

/// <summary>Who may call what.</summary>
public sealed class CallerTests : IAsyncLifetime
{
    private ServerWorld _world = null!;

    public async Task InitializeAsync() => _world = await ServerWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Caller_without_a_certificate_gets_no_connection() => await NoConnectionAsync(null);

    [Fact]
    public async Task Caller_with_an_unknown_key_gets_no_connection_whatever_name_it_bears()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new(_world.Identities[ServerWorld.City].SubjectName, key, HashAlgorithmName.SHA256);
        using X509Certificate2 forged = request.CreateSelfSigned(_world.Clock.GetUtcNow().AddDays(-1), _world.Clock.GetUtcNow().AddDays(1));
        await NoConnectionAsync(forged);
    }

    [Theory]
    [InlineData("expired", 366)]
    [InlineData("not yet good", -2)]
    public async Task Certificate_out_of_its_time_gets_no_connection(string row, int days)
    {
        row.ShouldNotBeEmpty();
        _world.Clock.Set(_world.Clock.GetUtcNow().AddDays(days));
        await NoConnectionAsync(_world.Identities[ServerWorld.City]);
    }

    [Fact]
    public async Task Certificate_that_expires_on_an_open_connection_is_refused_at_the_next_call()
    {
        HttpClient body = _world.ClientOf(ServerWorld.City);
        (await StatusAsync(body, LinkageWire.Inquiries, Samples.InquiryBytes)).ShouldBe(HttpStatusCode.OK);
        _world.Clock.Advance(TimeSpan.FromDays(366));
        (await StatusAsync(body, LinkageWire.Inquiries, Samples.InquiryBytes)).ShouldBe(HttpStatusCode.Forbidden);
        using HttpResponseMessage health = await body.GetAsync(LinkageWire.Health);
        health.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        _world.Line.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Body_calls_the_core_and_no_provider()
    {
        HttpClient body = _world.ClientOf(ServerWorld.City);
        (await StatusAsync(body, LinkageWire.Replies, Samples.ReplyBytes)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(body, LinkageWire.Provisions, Provision(ChildAllowance.TaxCity))).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(body, LinkageWire.Receptions, Provision(ChildAllowance.TaxCity))).ShouldBe(HttpStatusCode.Forbidden);
        _world.Line.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Core_calls_providers_and_not_itself()
    {
        HttpClient core = _world.ClientOf(LinkagePeer.Core);
        (await StatusAsync(core, LinkageWire.Provisions, Provision(ChildAllowance.TaxCity))).ShouldBe(HttpStatusCode.NoContent);
        foreach (string path in new[]
        {
            LinkageWire.Inquiries, LinkageWire.Collections, LinkageWire.Replies, LinkageWire.Deliveries, LinkageWire.PersonRecords, LinkageWire.Openings, LinkageWire.CodeCollections,
            LinkageWire.Confirmations, LinkageWire.Notices, LinkageWire.TakenNotices,
        })
        {
            (await StatusAsync(core, path, Samples.InquiryBytes)).ShouldBe(HttpStatusCode.Forbidden);
        }

        _world.Line.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Request_for_a_body_that_is_not_here_is_refused() =>
        (await StatusAsync(_world.ClientOf(LinkagePeer.Core), LinkageWire.Provisions, Provision(ChildAllowance.Insurer))).ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Server_without_tls_refuses_everybody()
    {
        await using ServerWorld bare = await ServerWorld.StartAsync(withTls: false);
        bare.Address.Scheme.ShouldBe("http");
        (await StatusAsync(bare.ClientOf(ServerWorld.City), LinkageWire.Inquiries, Samples.InquiryBytes)).ShouldBe(HttpStatusCode.Forbidden);
        using HttpResponseMessage health = await bare.ClientOf(ServerWorld.City).GetAsync(LinkageWire.Health);
        health.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        bare.Line.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task Plain_http_gets_nothing_from_a_server_with_tls()
    {
        using HttpClient plain = new();
        Uri address = new UriBuilder(_world.Address) { Scheme = "http", Path = LinkageWire.Inquiries }.Uri;
        await Should.ThrowAsync<HttpRequestException>(() => plain.PostAsync(address, ServerWorld.Message(Samples.InquiryBytes)));
        _world.Line.Calls.ShouldBe(0);
    }

    private static byte[] Provision(AgencyId provider) => MessageEncoding.Write(Samples.Provision(provider));

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path, byte[] message)
    {
        using HttpResponseMessage response = await client.PostAsync(path, ServerWorld.Message(message));
        return response.StatusCode;
    }

    private async Task NoConnectionAsync(X509Certificate2? certificate)
    {
        await Should.ThrowAsync<HttpRequestException>(() => _world.ClientOf(certificate).PostAsync(LinkageWire.Inquiries, ServerWorld.Message(Samples.InquiryBytes)));
        _world.Line.Calls.ShouldBe(0);
    }
}
