using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using MyNumber.Jpki.Authority.Timestamps;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Authority.Tests.Timestamps;

/// <summary>openssl and the platform ask the lab's timestamp authority, and judge what it answers.</summary>
public sealed class TimestampPeerTests : IDisposable
{
    private static readonly byte[] Data = "申込書"u8.ToArray();

    private readonly TimeDesk _desk = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _desk.Dispose();
        _folder.Dispose();
    }

    [SkippableTheory]
    [InlineData("SHA-256, with certificate", "-sha256", "-cert")]
    [InlineData("SHA-384, with certificate", "-sha384", "-cert")]
    [InlineData("SHA-512, without nonce", "-sha512", "-cert", "-no_nonce")]
    [InlineData("policy asked for", "-sha256", "-cert", "-tspolicy", "1.3.6.1.4.1.99999.3.1")]
    [InlineData("certificate not asked for", "-sha256")]
    public void Openssl_asks_and_accepts_the_answer(string description, params string[] asked)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        string query = Ask(openssl, asked), reply = _folder.Write("reply.tsr", _desk.Authority.Answer(File.ReadAllBytes(query)));
        ProgramOutcome outcome = Verify(openssl, "-queryfile", query, "-in", reply);
        outcome.All.ShouldContain("Verification: OK", customMessage: description);
        outcome = Verify(openssl, "-data", _folder.Write("other", "申込書 "u8), "-in", reply);
        outcome.All.ShouldContain("message imprint mismatch", customMessage: description);
    }

    [SkippableFact]
    public void Openssl_reads_the_answer_as_it_was_meant()
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        byte[] answer = _desk.Authority.Answer(File.ReadAllBytes(Ask(openssl, "-sha256", "-cert")));
        string text = openssl.Run("ts", "-reply", "-in", _folder.Write("reply.tsr", answer), "-text").All;
        text.ShouldContain("Status: Granted.");
        text.ShouldContain("Policy OID: 1.3.6.1.4.1.99999.3.1");
        text.ShouldContain("Time stamp: Apr  1 03:00:05 2026 GMT");
        text.ShouldContain("Accuracy: 0x01 seconds, unspecified millis, unspecified micros");
        text.ShouldContain("Ordering: no");
        text.ShouldContain("Lab Time Stamping Authority");
    }

    [SkippableTheory]
    [InlineData("SHA-1", "unrecognized or unsupported algorithm identifier", "-sha1")]
    [InlineData("MD5", "unrecognized or unsupported algorithm identifier", "-md5")]
    [InlineData("SHA-224", "unrecognized or unsupported algorithm identifier", "-sha224")]
    [InlineData("SHA3-256", "unrecognized or unsupported algorithm identifier", "-sha3-256")]
    [InlineData("another policy", "the requested TSA policy is not supported by the TSA", "-sha256", "-tspolicy", "1.2.3.4")]
    public void Openssl_reads_why_its_question_was_rejected(string description, string reason, params string[] asked)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        string query = Ask(openssl, asked), reply = _folder.Write("reply.tsr", _desk.Authority.Answer(File.ReadAllBytes(query)));
        string text = openssl.Run("ts", "-reply", "-in", reply, "-text").All;
        text.ShouldContain("Status: Rejected.", customMessage: description);
        text.ShouldContain("Failure info: " + reason, customMessage: description);
        Verify(openssl, "-queryfile", query, "-in", reply).ExitCode.ShouldNotBe(0, description);
    }

    [SkippableFact]
    public async Task Openssl_accepts_our_question_and_the_answer_that_came_over_http()
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        await using TimestampHost host = await TimestampHost.StartAsync(_desk.Authority);
        using HttpClient http = new();
        TimestampRequest request = TimestampRequest.ForData(Data, HashAlgorithmName.SHA256, _desk.Random);
        using ByteArrayContent body = new(request.Encode());
        body.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        byte[] answer = await (await http.PostAsync(host.Address, body)).Content.ReadAsByteArrayAsync();
        Verify(openssl, "-queryfile", _folder.Write("query.tsq", request.Encode()), "-in", _folder.Write("reply.tsr", answer)).All.ShouldContain("Verification: OK");
        Verify(openssl, "-data", _folder.Write("data", Data), "-in", _folder.Write("reply.tsr", answer)).All.ShouldContain("Verification: OK");
    }

    [Fact]
    public void Platform_asks_and_accepts_the_answer()
    {
        Rfc3161TimestampRequest request = Rfc3161TimestampRequest.CreateFromData(Data, HashAlgorithmName.SHA512, nonce: new byte[] { 0x12, 0x34 }, requestSignerCertificates: true);
        Rfc3161TimestampToken token = request.ProcessResponse(_desk.Authority.Answer(request.Encode()), out _);
        token.VerifySignatureForData(Data, out System.Security.Cryptography.X509Certificates.X509Certificate2? signer).ShouldBeTrue();
        signer!.RawData.ShouldBe(_desk.Authority.Certificate.ToArray());
        token.VerifySignatureForData("x"u8, out _).ShouldBeFalse();
        (token.TokenInfo.Timestamp, token.TokenInfo.AccuracyInMicroseconds).ShouldBe((TestLab.Fixed, 1_000_000L));
        Should.Throw<CryptographicException>(() => request.ProcessResponse(_desk.Authority.Answer(Rfc3161TimestampRequest.CreateFromData("x"u8, HashAlgorithmName.SHA512).Encode()), out _));
    }

    private string Ask(OutsideProgram openssl, params string[] asked)
    {
        string query = Path.Combine(_folder.Path, "query.tsq");
        ProgramOutcome outcome = openssl.Run(["ts", "-query", "-data", _folder.Write("data", Data), "-out", query, .. asked]);
        outcome.ExitCode.ShouldBe(0, outcome.All);
        return query;
    }

    private ProgramOutcome Verify(OutsideProgram openssl, params string[] what) => openssl.Run(
    [
        "ts", "-verify", .. what, "-CAfile", _folder.Write("anchor.pem", TestLab.Pem("CERTIFICATE", _desk.Authority.Anchor)),
        "-untrusted", _folder.Write("authority.pem", TestLab.Pem("CERTIFICATE", _desk.Authority.Certificate)),
        "-attime", TestLab.Fixed.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
    ]);
}
