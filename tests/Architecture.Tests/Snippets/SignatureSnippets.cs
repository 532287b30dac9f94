using System.Security.Cryptography;
using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;
using MyNumber.Jpki.Signatures.Jws;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.Jpki.Validation;
using MyNumber.Testing;
using MyNumber.Testing.Keys;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class SignatureSnippets
{
    [Fact]
    public async Task Document_is_signed_by_a_second_person_and_verified()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        LabHolder other = world.AddHolder();
        TimeProvider clock = world.Clock;
        CertificateValidator signatureCertificates = world.CreateValidator(CertificatePurpose.Signature);
        byte[] content = "申込書"u8.ToArray();
        (byte[] certificate, RSA key) = Key(world.Holder);
        (byte[] secondCertificate, RSA secondKey) = Key(other);
        using RSA first = key, second = secondKey;
        #region cms-sign
        SignerCredential signer = SignerCredential.Create(certificate, key);           // any RSA or ECDsa, a card's too
        CmsDocumentSigner documents = new(clock);
        byte[] signed = documents.Sign(signer, content);                               // CAdES-B, attached, SHA-256; the key is asked once
        #endregion
        #region cms-add-signer
        CmsSignedDocument.TryParse(signed, out CmsSignedDocument? document, out _);
        byte[] both = documents.AddSigner(document!, SignerCredential.Create(secondCertificate, secondKey));
        DocumentVerifier verifier = new(signatureCertificates, requiresSigningCertificate: true);
        SignersVerificationResult result = await verifier.VerifyEachAsync(both);
        foreach (DocumentVerificationResult one in result.Signers)
        {
            Note(one.Outcome, one.Reason, one.Holder);                                 // each signer for itself
        }

        bool everyone = result.Outcome == VerificationOutcome.Valid;                   // and the weakest for the document
        #endregion
        everyone.ShouldBeTrue();

        static void Note(VerificationOutcome outcome, VerificationReason reason, HolderAttributes? holder) => (outcome, reason, holder is null).ShouldBe((VerificationOutcome.Valid, VerificationReason.None, false));
    }

    [Fact]
    public async Task Token_is_signed_and_verified()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        CertificateValidator signatureCertificates = world.CreateValidator(CertificatePurpose.Signature);
        (byte[] certificate, RSA key) = Key(world.Holder);
        using RSA mine = key;
        SignerCredential signer = SignerCredential.Create(certificate, key);
        #region jws
        string compact = JwsSigner.Sign(signer, """{"consent":true}"""u8, JwsAlgorithm.RS256);
        VerificationReason reason = VerificationReason.JwsMalformed;
        ReadOnlyMemory<byte> payload = default;
        if (JwsToken.TryParse(compact, out JwsToken? token, out reason))
        {
            ValidationResult holder = await signatureCertificates.ValidateAsync(token.Certificate);    // x5c is a claim until this says valid
            reason = holder.Validated is { } valid
                ? new JwsVerifier(JwsAlgorithm.RS256).Verify(valid, token, out payload)
                : holder.Reason;
        }
        #endregion
        reason.ShouldBe(VerificationReason.None);
        payload.Length.ShouldBe(16);
    }

    /// <summary>Compiled and not run: the timestamp authority is the caller's.</summary>
    internal static async Task<VerificationOutcome> StampAsync(
        CmsSignedDocument document, DocumentVerifier documents, byte[] timeAnchor, byte[] timeCrl, Func<byte[], Task<byte[]>> postToAuthority, RandomNumberGenerator random)
    {
        #region timestamp
        TimestampRequest request = TimestampRequest.ForSignature(document.Signers[0], random);
        byte[] answer = await postToAuthority(request.Encode());                       // application/timestamp-query, by your HttpClient
        VerificationReason reason = request.ReadResponse(answer, out TimestampToken? token);
        if (reason != VerificationReason.None)
        {
            return VerificationOutcome.Undetermined;                                   // not ours, refused, or damaged: ask again
        }

        byte[] stamped = SignatureTimestamps.Attach(document, document.Signers[0], token!);
        TimestampVerifier timestamps = new(new ChainTimestampTrust([timeAnchor], [timeCrl]));
        TimestampedDocumentResult result = await new TimestampedDocumentVerifier(documents, timestamps).VerifyAsync(stamped);
        DateTimeOffset? existed = result.Timestamps[0].ExistedAt;                      // null unless valid
        #endregion
        return existed is null ? VerificationOutcome.Undetermined : result.Outcome;
    }

    private static (byte[] Certificate, RSA Key) Key(LabHolder holder)
    {
        byte[] certificate = holder.Certificates.Signature!.Encoded.ToArray();
        JpkiCertificate.TryParse(certificate, out JpkiCertificate? read, out _).ShouldBeTrue();
        RSA key = Enumerable.Range(0, LabKeyPool.Count)
            .Select(LabKeyPool.Load)
            .First(candidate => candidate.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(read!.SubjectPublicKeyInfo.Span));
        return (certificate, key);
    }
}
