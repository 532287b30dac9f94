using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Tests.Publishing;

public sealed class OcspResponderHostTests
{
    [Fact]
    public async Task Get_and_post_give_the_same_answer_with_its_content_type()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        await using OcspResponderHost host = await lab.StartResponderAsync();
        byte[] request = OcspRequests.For(lab.Of(CertificatePurpose.UserAuthentication).Current, TestLab.Issue(lab).UserAuthentication);
        using HttpClient client = new();
        HttpResponseMessage posted = await client.PostAsync(host.OcspAddress, Body(request));
        HttpResponseMessage got = await client.GetAsync(host.OcspAddress + "/" + Uri.EscapeDataString(Convert.ToBase64String(request)));
        posted.Content.Headers.ContentType!.MediaType.ShouldBe("application/ocsp-response");
        got.Content.Headers.ContentType!.MediaType.ShouldBe("application/ocsp-response");
        (await posted.Content.ReadAsByteArrayAsync()).ShouldBe(await got.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("wrong content type", "POST", "/ocsp", "text/plain", 10, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("too long", "POST", "/ocsp", "application/ocsp-request", 9000, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("other method", "PUT", "/ocsp", "application/ocsp-request", 10, HttpStatusCode.MethodNotAllowed)]
    [InlineData("other path", "POST", "/other", "application/ocsp-request", 10, HttpStatusCode.NotFound)]
    [InlineData("path that only begins alike", "POST", "/ocspx", "application/ocsp-request", 10, HttpStatusCode.NotFound)]
    [InlineData("no such list", "GET", "/crl/sign/current/99999.crl", null, 0, HttpStatusCode.NotFound)]
    [InlineData("no such generation", "GET", "/crl/sign/next/full.crl", null, 0, HttpStatusCode.NotFound)]
    public async Task Host_refuses(string description, string method, string path, string? contentType, int length, HttpStatusCode expected)
    {
        await using OcspResponderHost host = await TestLab.At(TestLab.Fixed).StartResponderAsync();
        using HttpClient client = new();
        using HttpRequestMessage message = new(new HttpMethod(method), new Uri(host.OcspAddress, path));
        if (contentType is not null)
        {
            message.Content = new ByteArrayContent(new byte[length]);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        }

        (await client.SendAsync(message)).StatusCode.ShouldBe(expected, description);
    }

    [Fact]
    public async Task Host_serves_the_daily_lists()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardCertificates card = TestLab.Issue(lab);
        lab.MoveHouse(card);
        TestLab.ClockOf(lab).Advance(TimeSpan.FromDays(1));
        await using OcspResponderHost host = await lab.StartResponderAsync();
        using HttpClient client = new();
        foreach (string name in new[] { "sign/current/full.crl", "sign/current/13221.crl" })
        {
            HttpResponseMessage answer = await client.GetAsync(new Uri(host.CrlAddress, name));
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pkix-crl");
            CertificateRevocationListBuilder.Load(await answer.Content.ReadAsByteArrayAsync(), out _)
                .RemoveEntry(card.Signature!.Identity.SerialNumber.Span).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Offline_responder_drops_the_connection()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        await using OcspResponderHost host = await lab.StartResponderAsync();
        lab.Responder.Faults = new OcspFaults { Offline = true };
        using HttpClient client = new();
        await Should.ThrowAsync<HttpRequestException>(() => client.PostAsync(host.OcspAddress, Body([0x30, 0x00])));
    }

    [Fact]
    public async Task Address_in_new_certificates_is_the_running_host()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        await using OcspResponderHost host = await lab.StartResponderAsync();
        host.OcspAddress.IsLoopback.ShouldBeTrue();
        host.OcspAddress.Port.ShouldBeGreaterThan(0);
        Convert.ToHexString(TestLab.Issue(lab).UserAuthentication.Encoded.Span)
            .ShouldContain(Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(host.OcspAddress.OriginalString)));
    }

    private static ByteArrayContent Body(byte[] request) =>
        new(request) { Headers = { ContentType = new MediaTypeHeaderValue("application/ocsp-request") } };
}
