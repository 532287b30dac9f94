using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Evidence;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Tests.Signatures;

namespace MyNumber.Jpki.Tests.Evidence;

public sealed class VerificationEvidenceTests : IDisposable
{
    private readonly SigningDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Evidence_says_what_was_checked_when_and_against_what()
    {
        byte[] crlHash = SHA256.HashData("list"u8);
        _desk.Status.Answer = new RevocationEvidence(RevocationState.Good)
        {
            Method = RevocationMethod.Crl,
            ThisUpdate = FixedStatus.ThisUpdate,
            NextUpdate = FixedStatus.NextUpdate,
            CrlNumber = new byte[] { 0x01, 0x02 },
            CrlSha256 = crlHash,
        };
        VerificationEvidence evidence = await RecordAsync(_desk.Cms);

        evidence.Outcome.ShouldBe(VerificationOutcome.Valid);
        evidence.CheckedAt.ShouldBe(SigningDesk.Now);
        evidence.ContentSha256.ToArray().ShouldBe(SHA256.HashData(SigningDesk.Application));
        evidence.SignerCertificate.ToArray().ShouldBe(_desk.SignatureDer);
        evidence.IssuerCertificate.ToArray().ShouldBe(_desk.SignatureAuthority.Der);
        evidence.AnchorSha256.ToArray().ShouldBe(SHA256.HashData(_desk.SignatureAuthority.Der));
        evidence.Policy.ShouldBe("1.2.392.200149.8.5.1.1.20");
        evidence.Environment.ShouldBe(JpkiEnvironment.Lab);
        evidence.DigestAlgorithm.ShouldBe("2.16.840.1.101.3.4.2.1");
        evidence.LegalMethod!.Letter.ShouldBe("カ");
        evidence.VerifierVersion.ShouldStartWith("0.");
        evidence.Status!.Method.ShouldBe(RevocationMethod.Crl);
        evidence.Status.CrlNumber.ToArray().ShouldBe([0x01, 0x02]);
        evidence.Status.CrlSha256.ToArray().ShouldBe(crlHash);
        evidence.Status.ThisUpdate.ShouldBe(FixedStatus.ThisUpdate);
        evidence.Status.NextUpdate.ShouldBe(FixedStatus.NextUpdate);
    }

    [Fact]
    public async Task Signature_can_be_proved_again_from_the_evidence_alone()
    {
        VerificationEvidence evidence = await RecordAsync(_desk.Cms);
        byte[] attributes = evidence.SignedAttributes.ToArray();
        attributes[0] = 0x31;
        attributes.AsSpan().IndexOf(evidence.ContentSha256.Span).ShouldBePositive();
        _desk.SignatureKey.VerifyData(attributes, evidence.Signature.Span, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
    }

    [Fact]
    public async Task Json_comes_back_as_it_went_and_whole()
    {
        byte[] response = [0x30, 0x03, 0x0A, 0x01, 0x00];
        _desk.Status.Answer = new RevocationEvidence(RevocationState.Held)
        {
            Method = RevocationMethod.Ocsp,
            Reason = RevocationReason.CertificateHold,
            Since = FixedStatus.ThisUpdate,
            OcspResponse = response,
        };
        VerificationEvidence evidence = await RecordAsync(_desk.Cms);
        byte[] json = EvidenceJson.Serialize(evidence);

        EvidenceJson.TryDeserialize(json, out VerificationEvidence? read).ShouldBeTrue();
        EvidenceJson.Serialize(read!).ShouldBe(json);
        read!.Reason.ShouldBe(VerificationReason.Held);
        read.Status!.State.ShouldBe(RevocationState.Held);
        read.Status.OcspResponse.ToArray().ShouldBe(response);
        read.SignerCertificate.ToArray().ShouldBe(_desk.SignatureDer);
        read.LegalMethod.ShouldBe(evidence.LegalMethod);
    }

    [Fact]
    public async Task Json_names_are_the_promised_ones()
    {
        using JsonDocument document = JsonDocument.Parse(EvidenceJson.Serialize(await RecordAsync(_desk.Cms)));
        JsonElement root = document.RootElement;

        root.EnumerateObject().Select(p => p.Name).ShouldBe(
        [
            "format", "verifierVersion", "checkedAt", "outcome", "reason", "contentSha256", "digestAlgorithm", "signatureAlgorithm", "signedAttributes",
            "signature", "signerCertificate", "issuerCertificate", "anchorSha256", "policy", "environment", "status", "legalMethod",
        ]);
        root.GetProperty("status").EnumerateObject().Select(p => p.Name).ShouldBe(
            ["method", "state", "reason", "since", "origin", "receivedAt", "thisUpdate", "nextUpdate", "ocspResponse", "crlNumber", "crlSha256"]);
        root.GetProperty("legalMethod").EnumerateObject().Select(p => p.Name).ShouldBe(["rule", "letter", "from", "until"]);
        root.GetProperty("outcome").GetString().ShouldBe("Valid");
        root.GetProperty("environment").GetString().ShouldBe("Lab");
        root.GetProperty("checkedAt").GetString().ShouldBe("2026-11-21T03:00:00+00:00");
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("null", "null")]
    [InlineData("an array", "[]")]
    [InlineData("an empty object", "{}")]
    [InlineData("another format", """{"format":1,"verifierVersion":"1","checkedAt":"2026-11-21T03:00:00+00:00","outcome":"Valid","reason":"None"}""")]
    [InlineData("a property twice", """{"format":2,"format":2,"verifierVersion":"1","checkedAt":"2026-11-21T03:00:00+00:00","outcome":"Valid","reason":"None"}""")]
    [InlineData("an unknown property", """{"format":2,"verifierVersion":"1","checkedAt":"2026-11-21T03:00:00+00:00","outcome":"Valid","reason":"None","more":1}""")]
    [InlineData("an unknown outcome", """{"format":2,"verifierVersion":"1","checkedAt":"2026-11-21T03:00:00+00:00","outcome":"Perhaps","reason":"None"}""")]
    [InlineData("an outcome by number beyond the known", """{"format":2,"verifierVersion":"1","checkedAt":"2026-11-21T03:00:00+00:00","outcome":77,"reason":"None"}""")]
    [InlineData("no version", """{"format":2,"verifierVersion":null,"checkedAt":"2026-11-21T03:00:00+00:00","outcome":"Valid","reason":"None"}""")]
    [InlineData("no base64", """{"format":2,"verifierVersion":"1","checkedAt":"2026-11-21T03:00:00+00:00","outcome":"Valid","reason":"None","signature":"?"}""")]
    public void Other_json_is_not_evidence(string description, string json) =>
        EvidenceJson.TryDeserialize(Encoding.UTF8.GetBytes(json), out _).ShouldBeFalse(description);

    [Theory]
    [InlineData("outcome of two names", "\"outcome\":\"Valid\"", "\"outcome\":\"Valid, Invalid\"")]
    [InlineData("outcome with spaces", "\"outcome\":\"Valid\"", "\"outcome\":\" Valid \"")]
    [InlineData("outcome in lower case", "\"outcome\":\"Valid\"", "\"outcome\":\"valid\"")]
    [InlineData("outcome by number in a text", "\"outcome\":\"Valid\"", "\"outcome\":\"0\"")]
    [InlineData("outcome that is half a character", "\"outcome\":\"Valid\"", "\"outcome\":\"\\ud800\"")]
    [InlineData("reason in upper case", "\"reason\":\"None\"", "\"reason\":\"NONE\"")]
    [InlineData("environment of two names", "\"environment\":\"Lab\"", "\"environment\":\"Lab, Production\"")]
    [InlineData("state of two names", "\"state\":\"Good\"", "\"state\":\"Good, Revoked\"")]
    [InlineData("method in lower case", "\"method\":\"Crl\"", "\"method\":\"crl\"")]
    public async Task Names_that_are_not_exactly_one_member_are_not_evidence(string description, string written, string changed)
    {
        string json = Encoding.UTF8.GetString(EvidenceJson.Serialize(await RecordAsync(_desk.Cms)));
        json.ShouldContain(written);
        EvidenceJson.TryDeserialize(Encoding.UTF8.GetBytes(json.Replace(written, changed, StringComparison.Ordinal)), out _).ShouldBeFalse(description);
    }

    [Fact]
    public async Task Every_truncation_of_the_json_and_bytes_beyond_utf8_are_not_evidence()
    {
        byte[] json = EvidenceJson.Serialize(await RecordAsync(_desk.Cms));
        for (int length = 0; length < json.Length; length++)
        {
            EvidenceJson.TryDeserialize(json.AsSpan(0, length), out _).ShouldBeFalse();
        }

        json[json.AsSpan().IndexOf("0.1"u8)] = 0xFF;
        EvidenceJson.TryDeserialize(json, out _).ShouldBeFalse();
        EvidenceJson.TryDeserialize(new byte[EvidenceJson.MaximumLength + 1], out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_refusal_at_the_desk_has_evidence_without_status()
    {
        byte[] changed = [.. SigningDesk.Application, 1];
        VerificationEvidence evidence = await RecordAsync(_desk.Cms with { Content = changed, SignedContent = SigningDesk.Application });

        evidence.Outcome.ShouldBe(VerificationOutcome.Invalid);
        evidence.Reason.ShouldBe(VerificationReason.ContentDigestMismatch);
        evidence.LegalMethod.ShouldBeNull();
        evidence.Status.ShouldBeNull();
        evidence.ContentSha256.ToArray().ShouldBe(SHA256.HashData(changed));
        EvidenceJson.TryDeserialize(EvidenceJson.Serialize(evidence), out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Bytes_that_are_no_document_have_evidence_too()
    {
        VerificationEvidence evidence = VerificationEvidence.From(await _desk.VerifyAsync([1, 2, 3]));
        evidence.Reason.ShouldBe(VerificationReason.DocumentMalformed);
        evidence.ContentSha256.IsEmpty.ShouldBeTrue();
        evidence.SignerCertificate.IsEmpty.ShouldBeTrue();
        evidence.Environment.ShouldBeNull();
        EvidenceJson.TryDeserialize(EvidenceJson.Serialize(evidence), out VerificationEvidence? read).ShouldBeTrue();
        read!.Environment.ShouldBeNull();
    }

    [Fact]
    public async Task The_callers_own_table_of_letters_is_used()
    {
        LegalMethods own = new([new("rule of another act", "ト", null, null)]);
        (await RecordAsync(_desk.Cms, own)).LegalMethod.ShouldBe(new LegalMethod("rule of another act", "ト", null, null));
        (await RecordAsync(_desk.Cms, new LegalMethods([]))).LegalMethod.ShouldBeNull();
    }

    [Fact]
    public async Task Text_shows_nothing_of_the_signer() =>
        (await RecordAsync(_desk.Cms)).ToString().ShouldBe("VerificationEvidence(Valid, None)");

    private async Task<VerificationEvidence> RecordAsync(HandMadeCms cms, LegalMethods? methods = null) =>
        VerificationEvidence.From(await _desk.VerifyAsync(cms.Encode()), methods);
}
