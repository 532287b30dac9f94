using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Authority.Tests.Publishing;

/// <summary>Clients that nobody here wrote ask the running responder. They use the real clock, so the lab stands at the real second.</summary>
public sealed class OcspPeerTests
{
    [SkippableTheory]
    [InlineData("good", "none", "-sha1", "-nonce", ": good", "")]
    [InlineData("good, SHA-256", "none", "-sha256", "-nonce", ": good", "")]
    [InlineData("good, no nonce", "none", "-sha1", "-no_nonce", ": good", "")]
    [InlineData("held", "hold", "-sha1", "-nonce", ": revoked", "Reason: certificateHold")]
    [InlineData("held, SHA-256 and no nonce", "hold", "-sha256", "-no_nonce", ": revoked", "Reason: certificateHold")]
    [InlineData("revoked", "revoke", "-sha1", "-nonce", ": revoked", "Reason: affiliationChanged")]
    [InlineData("revoked, SHA-256", "revoke", "-sha256", "-nonce", ": revoked", "Reason: affiliationChanged")]
    public async Task Openssl_posts_and_agrees(string description, string change, string hash, string nonce, string expected, string reason)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        LabAuthority lab = TestLab.Now();
        await using OcspResponderHost host = await lab.StartResponderAsync();
        IssuedCertificate leaf = Leaf(lab, change);
        using TemporaryFolder folder = new();
        (string leafPath, string anchor) = Files(folder, lab, leaf);
        ProgramOutcome outcome = openssl.Run(
            "ocsp", hash, "-issuer", anchor, "-cert", leafPath, "-url", host.OcspAddress.ToString(), "-CAfile", anchor, nonce, "-resp_text");
        outcome.All.ShouldContain("Response verify OK", customMessage: description);
        outcome.All.ShouldContain("leaf.pem" + expected);
        outcome.All.ShouldContain(reason);
        outcome.All.ShouldNotContain("WARNING");
    }

    [SkippableTheory]
    [InlineData("good", "none", "Certificate Status: good")]
    [InlineData("held; it prints no reason", "hold", "Certificate Status: revoked")]
    [InlineData("revoked", "revoke", "Certificate Status: revoked")]
    public async Task Ocsptool_posts_with_nonce_and_agrees(string description, string change, string expected)
    {
        OutsideProgram ocsptool = OutsideProgram.Require("ocsptool", "gnutls-bin");
        LabAuthority lab = TestLab.Now();
        await using OcspResponderHost host = await lab.StartResponderAsync();
        IssuedCertificate leaf = Leaf(lab, change);
        using TemporaryFolder folder = new();
        (string leafPath, string anchor) = Files(folder, lab, leaf);
        ProgramOutcome outcome = ocsptool.Run(
            "--ask=" + host.OcspAddress, "--load-issuer=" + anchor, "--load-cert=" + leafPath, "--load-signer=" + anchor, "--nonce");
        outcome.All.ShouldContain("Verifying OCSP Response: Success.", customMessage: description);
        outcome.All.ShouldContain(expected);
    }

    [SkippableTheory]
    [InlineData("good", "none", "VALID")]
    [InlineData("held", "hold", "INVALID REVOKED")]
    [InlineData("revoked", "revoke", "INVALID REVOKED")]
    public async Task Jdk_gets_and_agrees(string description, string change, string expected)
    {
        OutsideProgram java = OutsideProgram.Require("java", "default-jdk-headless");
        OutsideProgram.Require("javac", "default-jdk-headless");
        LabAuthority lab = TestLab.Now();
        await using OcspResponderHost host = await lab.StartResponderAsync();
        IssuedCertificate leaf = Leaf(lab, change);
        using TemporaryFolder folder = new();
        (string leafPath, string anchor) = Files(folder, lab, leaf);
        string source = Path.Combine(AppContext.BaseDirectory, "Publishing", "OcspGet.java");
        ProgramOutcome outcome = java.Run(source, leafPath, anchor, host.OcspAddress.ToString());
        outcome.Output.ShouldStartWith(expected, customMessage: description + outcome.Error);
    }

    [SkippableTheory]
    [InlineData("signature, current", CertificatePurpose.Signature, KeyGeneration.Current)]
    [InlineData("signature, previous", CertificatePurpose.Signature, KeyGeneration.Previous)]
    [InlineData("user authentication, current", CertificatePurpose.UserAuthentication, KeyGeneration.Current)]
    [InlineData("user authentication, previous", CertificatePurpose.UserAuthentication, KeyGeneration.Previous)]
    public async Task Each_generation_answers_through_its_own_delegate(string description, CertificatePurpose purpose, KeyGeneration generation)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        LabAuthority lab = TestLab.Now();
        await using OcspResponderHost host = await lab.StartResponderAsync();
        CardCertificates card = lab.Issue(TestLab.Request(lab, generation: generation));
        IssuedCertificate leaf = purpose == CertificatePurpose.Signature ? card.Signature! : card.UserAuthentication;
        using TemporaryFolder folder = new();
        string anchor = folder.Write("ca.pem", TestLab.Pem("CERTIFICATE", TestLab.Anchor(lab, purpose, generation)));
        string leafPath = folder.Write("leaf.pem", TestLab.Pem("CERTIFICATE", leaf.Encoded));
        ProgramOutcome outcome = openssl.Run("ocsp", "-issuer", anchor, "-cert", leafPath, "-url", host.OcspAddress.ToString(), "-CAfile", anchor);
        outcome.All.ShouldContain("Response verify OK", customMessage: description);
        outcome.All.ShouldContain("leaf.pem: good");
    }

    [SkippableTheory]
    [InlineData("wrong signature", "signature", "Response Verify Failure")]
    [InlineData("responder without OCSPSigning", "purpose", "Response Verify Failure")]
    [InlineData("missing nonce", "nonce", "WARNING: no nonce in response")]
    [InlineData("stale", "stale", "Status times invalid")]
    [InlineData("forced unknown", "unknown", "leaf.pem: unknown")]
    [InlineData("key hash of the other generation", "keyhash", "No Status found")]
    [InlineData("try later", "later", "trylater")]
    public async Task Openssl_sees_each_fault(string description, string fault, string expected)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        LabAuthority lab = TestLab.Now();
        await using OcspResponderHost host = await lab.StartResponderAsync();
        lab.Responder.Faults = fault switch
        {
            "signature" => new OcspFaults { WrongSignature = true },
            "purpose" => new OcspFaults { ResponderWithoutOcspSigning = true },
            "nonce" => new OcspFaults { OmitNonce = true },
            "stale" => new OcspFaults { ThisUpdateAge = TimeSpan.FromDays(2) },
            "unknown" => new OcspFaults { ForceUnknown = true },
            "keyhash" => new OcspFaults { WrongIssuerKeyHash = true },
            _ => new OcspFaults { Error = OcspResponseStatus.TryLater },
        };
        using TemporaryFolder folder = new();
        (string leafPath, string anchor) = Files(folder, lab, Leaf(lab, "none"));
        ProgramOutcome outcome = openssl.Run(
            "ocsp", "-issuer", anchor, "-cert", leafPath, "-url", host.OcspAddress.ToString(), "-CAfile", anchor, "-nonce");
        outcome.All.ShouldContain(expected, customMessage: description);
    }

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

    private static IssuedCertificate Leaf(LabAuthority lab, string change)
    {
        IssuedCertificate leaf = TestLab.Issue(lab).UserAuthentication;
        _ = change switch
        {
            "hold" => lab.Statuses.Hold(leaf.Identity),
            "revoke" => lab.Statuses.Revoke(leaf.Identity, RevocationReason.AffiliationChanged),
            _ => StatusChangeOutcome.Applied,
        };
        return leaf;
    }

    private static (string Leaf, string Anchor) Files(TemporaryFolder folder, LabAuthority lab, IssuedCertificate leaf) => (
        folder.Write("leaf.pem", TestLab.Pem("CERTIFICATE", leaf.Encoded)),
        folder.Write("ca.pem", TestLab.Pem("CERTIFICATE", TestLab.Anchor(lab, leaf.Purpose))));
}
