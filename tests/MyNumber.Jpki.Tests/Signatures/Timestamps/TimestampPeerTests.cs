using System.Globalization;
using System.Security.Cryptography;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Tests.Signatures.Cms;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Tests.Signatures.Timestamps;

public sealed class TimestampPeerTests : IDisposable
{
    private readonly StampDesk _desk = new();
    private readonly PeerBench _bench;
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();

    public TimestampPeerTests() => _bench = new PeerBench(_desk.Signers);

    public void Dispose()
    {
        _random.Dispose();
        _bench.Dispose();
        _desk.Dispose();
    }

    [SkippableTheory]
    [InlineData("signing-certificate-v2", "sha256")]
    [InlineData("signing-certificate with SHA-1, as older authorities bind", "sha1")]
    public void Openssl_answers_our_request_and_its_token_is_valid(string description, string binding)
    {
        CmsSignedDocument document = SignerDesk.Parse(_desk.Signers.SignByFirst());
        TimestampRequest request = TimestampRequest.ForSignature(document.Signers[0], _random, LabStamp.Policy);
        byte[] response = AnswerByOpenSsl(request.Encode(), binding);
        request.ReadResponse(response, out TimestampToken? token).ShouldBe(VerificationReason.None, description);
        TimestampRequest.ForSignature(document.Signers[0], _random).ReadResponse(response, out _).ShouldBe(VerificationReason.TimestampNonceMismatch);

        byte[] stamped = SignatureTimestamps.Attach(document, document.Signers[0], token!);
        TimestampResult result = _desk.Verifier.VerifySignatureTimestamp(SignerDesk.Parse(stamped).Signers[0], token!.GeneratedAt);
        result.Reason.ShouldBe(VerificationReason.None, description);
        result.Token!.Accuracy.ShouldBe(TimeSpan.FromMilliseconds(1500));

        byte[] changed = token.RawData.ToArray();
        changed[^1] ^= 1;
        _desk.Verifier.Verify(changed, document.Signers[0].Signature.Span, token.GeneratedAt).Reason.ShouldBe(VerificationReason.TimestampSignatureInvalid);
    }

    [SkippableFact]
    public void Openssl_verifies_a_token_that_was_signed_here()
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        TimestampRequest request = TimestampRequest.ForData(SigningDesk.Application, HashAlgorithmName.SHA256, _random);
        LabStamp stamp = _desk.Stamp(SigningDesk.Application) with { Nonce = request.Nonce.ToArray() };
        string query = _bench.Write("query.tsq", request.Encode()), anchor = _bench.Pem("time.pem", _desk.Anchor.Der);
        ProgramOutcome outcome = openssl.Run("ts", "-verify", "-queryfile", query, "-in", _bench.Write("answer.tsr", stamp.Response()), "-CAfile", anchor, "-attime", PeerBench.AtNow);
        outcome.All.ShouldContain("Verification: OK");

        LabStamp foreign = stamp with { Data = [1] };
        outcome = openssl.Run("ts", "-verify", "-queryfile", query, "-in", _bench.Write("foreign.tsr", foreign.Response()), "-CAfile", anchor, "-attime", PeerBench.AtNow);
        outcome.ExitCode.ShouldNotBe(0);
    }

    [SkippableFact]
    public void Openssl_reads_our_request_as_we_meant_it()
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        TimestampRequest request = TimestampRequest.ForData(SigningDesk.Application, HashAlgorithmName.SHA512, _random, LabStamp.Policy);
        ProgramOutcome outcome = openssl.Run("ts", "-query", "-in", _bench.Write("query.tsq", request.Encode()), "-text");
        outcome.Output.ShouldContain("Hash Algorithm: sha512");
        outcome.Output.ShouldContain($"Policy OID: {LabStamp.Policy}");
        outcome.Output.ShouldContain("Certificate required: yes");
        outcome.Output.ShouldContain(Convert.ToHexString(request.Nonce.Span));
    }

    [SkippableFact]
    public void Openssl_still_verifies_a_signature_that_was_stamped()
    {
        ProgramOutcome outcome = _bench.VerifyByOpenSsl(_desk.SignAndStamp(), false, "-cades");
        outcome.ExitCode.ShouldBe(0, outcome.All);
    }

    [SkippableFact]
    public void The_jdk_reads_the_time_of_a_stamped_signature()
    {
        ProgramOutcome outcome = PeerBench.RunJdk("timestamp", _bench.Write("stamped.p7", _desk.SignAndStamp()));
        outcome.Output.Trim().ShouldBe("2026-11-21T02:59:00Z", outcome.Error);
    }

    private byte[] AnswerByOpenSsl(byte[] request, string binding)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        byte[] certificate = _desk.Issue([StampDesk.TimeStamping], from: ShapedAuthority.Start, to: ShapedAuthority.End); // openssl stamps by its own clock
        string serial = _bench.Write("serial", "01\n"u8.ToArray()), output = _bench.File("answer.tsr");
        string settings = string.Create(CultureInfo.InvariantCulture, $"""
            [lab]
            serial = {serial}
            crypto_device = builtin
            default_policy = {LabStamp.Policy}
            digests = sha256, sha512
            signer_digest = sha256
            accuracy = secs:1, millisecs:500
            ordering = no
            tsa_name = yes
            ess_cert_id_chain = no
            ess_cert_id_alg = {binding}

            """);
        ProgramOutcome outcome = openssl.Run(
            "ts", "-reply", "-config", _bench.Write("lab.cnf", System.Text.Encoding.ASCII.GetBytes(settings)), "-section", "lab", "-queryfile", _bench.Write("query.tsq", request),
            "-signer", _bench.Pem("time-signer.pem", certificate), "-inkey", _bench.Key("time", _desk.AuthorityKey), "-out", output);
        outcome.ExitCode.ShouldBe(0, outcome.All);
        return File.ReadAllBytes(output);
    }
}
