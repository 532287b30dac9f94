using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Tests.Revocation.Lab;

namespace MyNumber.Jpki.Tests.Revocation.Ocsp;

/// <summary>Answers that openssl made, judged here. It answers by the real clock, so these tests do too.</summary>
public sealed class OcspOutsideTests
{
    private static readonly string[] Delegated = ["-rsigner", "responder.pem", "-rkey", "responder.key", "-nmin", "15"];
    private static readonly byte[] Nonce = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    private static RevocationEvidence Ask(string line, string[] signer, OcspCertIdHash hash = OcspCertIdHash.Sha256, byte[]? nonce = null, OcspOptions? options = null)
    {
        using OpensslAuthority authority = new(line);
        VerifiedPath path = StatusLab.Path();
        byte[] response = authority.Answer(path, OcspRequest.Encode(path.Certificate, path.Issuer, hash, nonce), signer);
        return new OcspResponseVerifier(options ?? new OcspOptions(), TimeProvider.System).Verify(response, path, nonce);
    }

    [SkippableTheory]
    [InlineData("good", "V", "", RevocationState.Good, null)]
    [InlineData("held", "R", "260101000000Z,certificateHold", RevocationState.Held, RevocationReason.CertificateHold)]
    [InlineData("revoked", "R", "260101000000Z,affiliationChanged", RevocationState.Revoked, RevocationReason.AffiliationChanged)]
    [InlineData("revoked without reason", "R", "260101000000Z", RevocationState.Revoked, null)]
    public void Status_of_openssl_is_read(string description, string status, string since, RevocationState state, RevocationReason? reason)
    {
        foreach (OcspCertIdHash hash in Enum.GetValues<OcspCertIdHash>())
        {
            RevocationEvidence evidence = Ask(OpensslAuthority.Line(status, since), Delegated, hash, Nonce, new OcspOptions { NoncePolicy = OcspNoncePolicy.Required });
            evidence.Failure.ShouldBe(VerificationReason.None, description);
            evidence.State.ShouldBe(state, description);
            evidence.Reason.ShouldBe(reason, description);
            evidence.Since.ShouldBe(status == "R" ? new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) : null, description);
        }
    }

    [SkippableFact]
    public void Serial_that_openssl_does_not_know_is_unknown() =>
        Ask(OpensslAuthority.Line("V", string.Empty, "77"), Delegated).State.ShouldBe(RevocationState.Unknown);

    [SkippableTheory]
    [InlineData("the issuer itself, by name", "ca.pem", "ca.key", "-resp_no_certs")]
    [InlineData("the issuer itself, by key", "ca.pem", "ca.key", "-resp_key_id")]
    [InlineData("delegated, by key", "responder.pem", "responder.key", "-resp_key_id")]
    public void Every_form_of_signer_is_found(string description, string certificate, string key, string option) =>
        Ask(OpensslAuthority.Line("V", string.Empty), ["-rsigner", certificate, "-rkey", key, option]).State.ShouldBe(RevocationState.Good, description);

    [SkippableTheory]
    [InlineData("certificate without OCSPSigning", VerificationReason.StatusSignerNotAuthorised, "-rsigner", "badresponder.pem", "-rkey", "responder.key")]
    [InlineData("certificate left out", VerificationReason.StatusSignerNotAuthorised, "-rsigner", "responder.pem", "-rkey", "responder.key", "-resp_no_certs")]
    [InlineData("signed with SHA-1", VerificationReason.StatusSignatureInvalid, "-rsigner", "responder.pem", "-rkey", "responder.key", "-rmd", "sha1")]
    [InlineData("signed with PSS", VerificationReason.StatusMalformed, "-rsigner", "responder.pem", "-rkey", "responder.key", "-rsigopt", "rsa_padding_mode:pss")]
    public void Wrong_signer_is_refused(string description, VerificationReason reason, params string[] signer)
    {
        RevocationEvidence evidence = Ask(OpensslAuthority.Line("V", string.Empty), signer);
        evidence.Failure.ShouldBe(reason, description);
        evidence.State.ShouldBe(RevocationState.Unreachable, description);
    }

    [SkippableFact]
    public void Answer_of_openssl_grows_stale()
    {
        using OpensslAuthority authority = new(OpensslAuthority.Line("V", string.Empty));
        VerifiedPath path = StatusLab.Path();
        byte[] response = authority.Answer(path, OcspRequest.Encode(path.Certificate, path.Issuer, OcspCertIdHash.Sha256), Delegated);
        MyNumber.Testing.ManualTimeProvider later = new(TimeProvider.System.GetUtcNow().AddMinutes(22));
        new OcspResponseVerifier(new OcspOptions(), later).Verify(response, path).Failure.ShouldBe(VerificationReason.StatusStale);
    }
}
