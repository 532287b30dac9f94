using System.Net;
using System.Net.Http.Headers;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Tests.Publishing;

/// <summary>Methods, conditional requests and what caches on the way are told (RFC 5019 §5, RFC 9110). The clock stands at 03:00:05, the tick ends at 03:15:00.</summary>
public sealed class HttpHygieneTests : IAsyncLifetime
{
    private readonly LabAuthority _lab = TestLab.At(TestLab.Fixed);
    private readonly HttpClient _http = new();
    private OcspResponderHost _host = null!;
    private IssuedCertificate _leaf = null!;
    private Uri _get = null!;
    private Uri _list = null!;

    public async Task InitializeAsync()
    {
        _host = await _lab.StartResponderAsync();
        _leaf = TestLab.Issue(_lab).UserAuthentication;
        byte[] request = OcspRequests.For(_lab.Of(CertificatePurpose.UserAuthentication).Current, _leaf);
        _get = new Uri(_host.OcspAddress + "/" + Uri.EscapeDataString(Convert.ToBase64String(request)));
        _list = new Uri(_host.CrlAddress, "auth/current/full.crl");
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Get_tells_caches_how_long_the_answer_holds()
    {
        HttpResponseMessage answer = await _http.GetAsync(_get);
        answer.Headers.CacheControl!.ToString().ShouldBe("no-transform, public, must-revalidate, max-age=895");
        answer.Content.Headers.Expires.ShouldBe(new DateTimeOffset(2026, 4, 1, 3, 15, 0, TimeSpan.Zero));
        answer.Content.Headers.LastModified.ShouldBe(TestLab.Fixed);
        answer.Headers.Date.ShouldBe(TestLab.Fixed);
        answer.Headers.ETag!.IsWeak.ShouldBeFalse();
    }

    [Fact]
    public async Task Get_of_what_the_client_has_is_not_modified_until_the_status_changes()
    {
        EntityTagHeaderValue tag = (await _http.GetAsync(_get)).Headers.ETag!;
        HttpResponseMessage again = await SendAsync(HttpMethod.Get, _get, headers => headers.IfNoneMatch.Add(tag));
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await again.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        _lab.Statuses.Hold(_leaf.Identity);
        (await SendAsync(HttpMethod.Get, _get, headers => headers.IfNoneMatch.Add(tag))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("nothing changed", 60, false, HttpStatusCode.NotModified)]
    [InlineData("a hold a minute later", 60, true, HttpStatusCode.OK)]
    [InlineData("a hold in the same second", 0, true, HttpStatusCode.OK)]
    public async Task Get_by_time_alone_never_keeps_a_client_from_a_change(string description, int seconds, bool holds, HttpStatusCode expected)
    {
        DateTimeOffset modified = (await _http.GetAsync(_get)).Content.Headers.LastModified!.Value;
        TestLab.ClockOf(_lab).Advance(TimeSpan.FromSeconds(seconds));
        _ = holds ? _lab.Statuses.Hold(_leaf.Identity) : default;
        (await SendAsync(HttpMethod.Get, _get, headers => headers.IfModifiedSince = modified)).StatusCode.ShouldBe(expected, description);
    }

    [Fact]
    public async Task Get_by_time_alone_of_an_answer_that_is_not_kept_is_given_again()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed, new LabAuthorityOptions { Responder = new OcspResponderOptions { MaximumPresigned = 1 } });
        await using OcspResponderHost host = await lab.StartResponderAsync();
        AuthorityGeneration issuer = lab.Of(CertificatePurpose.UserAuthentication).Current;
        lab.Responder.Answer(OcspRequests.For(issuer, TestLab.Issue(lab).UserAuthentication));
        Uri get = new(host.OcspAddress + "/" + Uri.EscapeDataString(Convert.ToBase64String(OcspRequests.For(issuer, TestLab.Issue(lab).UserAuthentication))));
        DateTimeOffset modified = (await _http.GetAsync(get)).Content.Headers.LastModified!.Value;
        (await SendAsync(HttpMethod.Get, get, headers => headers.IfModifiedSince = modified)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task List_by_time_alone_is_given_when_another_came_in_its_second()
    {
        await _lab.Schedule.PublishNowAsync();
        DateTimeOffset modified = (await _http.GetAsync(_list)).Content.Headers.LastModified!.Value;
        (await SendAsync(HttpMethod.Get, _list, headers => headers.IfModifiedSince = modified)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        _lab.Statuses.Hold(_leaf.Identity);
        await _lab.Schedule.PublishNowAsync();
        (await SendAsync(HttpMethod.Get, _list, headers => headers.IfModifiedSince = modified)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("malformed")]
    [InlineData("serial never issued")]
    [InlineData("fault")]
    public async Task Get_that_is_not_for_all_is_not_stored(string description)
    {
        AuthorityGeneration issuer = _lab.Of(CertificatePurpose.UserAuthentication).Current;
        byte[] name = System.Security.Cryptography.SHA1.HashData(issuer.Naming.Name.Encoded.Span);
        byte[] request = description switch
        {
            "nonce" => OcspRequests.WithNonce(_leaf, 16),
            "malformed" => [0x30, 0x00],
            "serial never issued" => OcspRequests.For(name, issuer.KeyIdentifier.ToArray(), [0x07, 0, 0, 1]),
            _ => OcspRequests.For(issuer, _leaf),
        };
        _lab.Responder.Faults = new OcspFaults { OmitNonce = description == "fault" };
        HttpResponseMessage answer = await _http.GetAsync(_host.OcspAddress + "/" + Uri.EscapeDataString(Convert.ToBase64String(request)));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, description);
        answer.Headers.CacheControl!.ToString().ShouldBe("no-store", description);
        answer.Headers.ETag.ShouldBeNull(description);
    }

    [Theory]
    [InlineData("HEAD of an answer", "HEAD", true, "GET, POST")]
    [InlineData("DELETE of an answer", "DELETE", true, "GET, POST")]
    [InlineData("POST to a list", "POST", false, "GET, HEAD")]
    [InlineData("DELETE of a list", "DELETE", false, "GET, HEAD")]
    public async Task Other_method_is_refused_with_those_that_are_allowed(string description, string method, bool isOcsp, string allowed)
    {
        HttpResponseMessage answer = await SendAsync(new HttpMethod(method), isOcsp ? _get : _list, _ => { });
        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed, description);
        string.Join(", ", answer.Content.Headers.Allow).ShouldBe(allowed, description);
    }

    [Fact]
    public async Task Head_of_a_list_has_its_headers_and_no_body()
    {
        byte[] list = await _http.GetByteArrayAsync(_list);
        HttpResponseMessage head = await SendAsync(HttpMethod.Head, _list, _ => { });
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Content.Headers.ContentLength.ShouldBe(list.Length);
        head.Content.Headers.ContentType!.MediaType.ShouldBe("application/pkix-crl");
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task List_that_the_client_has_is_not_modified_until_the_next_is_published()
    {
        EntityTagHeaderValue tag = (await _http.GetAsync(_list)).Headers.ETag!;
        await ShouldGiveAsync(tag, HttpStatusCode.NotModified);
        _lab.Statuses.Hold(_leaf.Identity);
        await ShouldGiveAsync(tag, HttpStatusCode.NotModified);
        TestLab.ClockOf(_lab).Advance(TimeSpan.FromDays(1));
        await ShouldGiveAsync(tag, HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("any", "*", null, HttpStatusCode.NotModified)]
    [InlineData("another tag", "\"0\"", null, HttpStatusCode.OK)]
    [InlineData("tag that is none", "0", null, HttpStatusCode.OK)]
    [InlineData("since its own time", null, "Tue, 31 Mar 2026 15:00:00 GMT", HttpStatusCode.NotModified)]
    [InlineData("since a second before", null, "Tue, 31 Mar 2026 14:59:59 GMT", HttpStatusCode.OK)]
    [InlineData("time that is none", null, "yesterday", HttpStatusCode.OK)]
    [InlineData("another tag makes the time void", "\"0\"", "Wed, 01 Apr 2026 03:00:00 GMT", HttpStatusCode.OK)]
    public async Task List_is_given_by_tag_or_time(string description, string? tag, string? time, HttpStatusCode expected)
    {
        HttpResponseMessage answer = await SendAsync(HttpMethod.Get, _list, headers =>
        {
            _ = tag is not null && headers.TryAddWithoutValidation("If-None-Match", tag);
            _ = time is not null && headers.TryAddWithoutValidation("If-Modified-Since", time);
        });
        answer.StatusCode.ShouldBe(expected, description);
    }

    [Fact]
    public async Task Content_type_may_have_a_parameter()
    {
        using ByteArrayContent body = new(OcspRequests.For(_lab.Of(CertificatePurpose.UserAuthentication).Current, _leaf));
        body.Headers.TryAddWithoutValidation("Content-Type", "application/ocsp-request; charset=binary");
        (await _http.PostAsync(_host.OcspAddress, body)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task ShouldGiveAsync(EntityTagHeaderValue tag, HttpStatusCode expected) =>
        (await SendAsync(HttpMethod.Get, _list, headers => headers.IfNoneMatch.Add(tag))).StatusCode.ShouldBe(expected);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, Action<HttpRequestHeaders> set)
    {
        using HttpRequestMessage message = new(method, address);
        set(message.Headers);
        return await _http.SendAsync(message);
    }
}
