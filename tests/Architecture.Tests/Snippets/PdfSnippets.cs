using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Pdf;
using MyNumber.Jpki.Pdf.Signing;
using MyNumber.Jpki.Pdf.Verification;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.Testing;
using MyNumber.Testing.Keys;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class PdfSnippets
{
    [Fact]
    public async Task Form_is_signed_and_verified()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        CertificateValidator signatureCertificates = world.CreateValidator(CertificatePurpose.Signature);
        (SignerCredential signer, RSA key) = Signer(world);
        using RSA mine = key;
        TimeProvider clock = world.Clock;
        byte[] form = BlankPage();
        #region pdf-sign
        PdfDocumentSigner desk = new(clock);
        byte[] signed = desk.Sign(signer, form);                                       // any RSA or ECDSA, a card's too; the key is asked once
        #endregion
        #region pdf-verify
        PdfDocumentVerifier verifier = new(signatureCertificates);                     // thread safe; make one and keep it
        PdfVerificationResult result = await verifier.VerifyAsync(signed);
        if (result.Outcome == VerificationOutcome.Valid)
        {
            PdfSignatureResult signature = result.Signatures[0];
            Show(signature.SignedRevision!.Value, signature.Holder!.Attributes.Name);  // the file as it was signed
        }
        #endregion
        result.Reason.ShouldBe(VerificationReason.None);
    }

    [Fact]
    public async Task Form_is_signed_twice()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        CertificateValidator signatureCertificates = world.CreateValidator(CertificatePurpose.Signature);
        (SignerCredential secondSigner, RSA key) = Signer(world);
        using RSA mine = key;
        PdfDocumentSigner desk = new(world.Clock);
        byte[] signed = desk.Sign(secondSigner, BlankPage());
        #region pdf-several
        byte[] both = desk.Sign(secondSigner, signed);                                 // the first signature holds on: not a byte of it moves
        PdfVerificationOptions several = new() { LaterUpdates = PdfLaterUpdates.SignaturesAndValidationData };
        PdfVerificationResult result = await new PdfDocumentVerifier(signatureCertificates, several).VerifyAsync(both);
        foreach (PdfSignatureResult one in result.Signatures)
        {
            Note(one.Outcome, one.FieldName, one.CoversWholeFile, one.FollowedBy);     // Signature, ValidationData or Change
        }
        #endregion
        result.Reason.ShouldBe(VerificationReason.None);
    }

    private static void Show(ReadOnlyMemory<byte> pdf, string certified) => pdf.IsEmpty.ShouldBeFalse(certified);

    private static void Note(VerificationOutcome outcome, string field, bool whole, IReadOnlyList<PdfUpdateKind> followedBy) => (outcome, followedBy.Count == 0).ShouldBe((VerificationOutcome.Valid, whole), field);

    private static byte[] BlankPage()
    {
        string[] objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>"];
        string text = "%PDF-1.7\n", rows = "0000000000 65535 f \n";
        for (int i = 0; i < objects.Length; i++)
        {
            rows += $"{text.Length:D10} 00000 n \n";
            text += $"{i + 1} 0 obj\n{objects[i]}\nendobj\n";
        }

        return Encoding.ASCII.GetBytes($"{text}xref\n0 4\n{rows}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n{text.Length}\n%%EOF\n");
    }

    private static (SignerCredential Signer, RSA Key) Signer(LabWorld world)
    {
        byte[] certificate = world.Holder.Certificates.Signature!.Encoded.ToArray();
        JpkiCertificate.TryParse(certificate, out JpkiCertificate? read, out _).ShouldBeTrue();
        RSA key = Enumerable.Range(0, LabKeyPool.Count)
            .Select(LabKeyPool.Load)
            .First(candidate => candidate.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(read!.SubjectPublicKeyInfo.Span));
        return (SignerCredential.Create(certificate, key), key);
    }
}
