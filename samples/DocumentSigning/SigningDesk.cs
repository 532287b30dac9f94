using MyNumber.Jpki;
using MyNumber.Jpki.Authority.Timestamps;
using MyNumber.Jpki.Pdf.Signing;
using MyNumber.Jpki.Signatures.Cms;
using MyNumber.Jpki.Xml;
using MyNumber.Jpki.Xml.Signing;

namespace DocumentSigning;

/// <summary>Every kind of document, signed by the card, with its verifier, a change that must be found, and the outside programs that judge it.</summary>
internal sealed class SigningDesk(Applicant applicant, Office office, OutsidePrograms outside, TimestampHost time, TimeProvider clock)
{
    private const string Words = "普通預金";
    private const string OtherWords = "当座預金";

    public async Task<IReadOnlyList<SignedPaper>> SignAllAsync() =>
    [
        Xml("XML 包含署名 (enveloped)", "enveloped.xml", await applicant.SignAsync(signer => XmlDocumentSigner.SignEnveloped(signer, Papers.Application)), Papers.Whole),
        Xml("XML 分離署名 (detached)", "detached.xml", await applicant.SignAsync(signer => XmlDocumentSigner.SignDetached(signer, Papers.Application, Papers.SignaturePlace, ["composition"])), Papers.Composition),
        await SignPdfAsync(),
        await SignAttachedAsync(),
        await SignDetachedAsync(),
        await SignWithTimeAsync(),
    ];

    private SignedPaper Xml(string title, string file, byte[] signed, XmlExpectation expected) => new(
        title, file, signed, null,
        (xml, _) => office.VerifyXmlAsync(xml, expected),
        (xml, _) => (Papers.Swap(xml, Words, OtherWords), null),
        VerificationReason.ContentDigestMismatch,
        [outside.XmlSec]);

    private async Task<SignedPaper> SignPdfAsync() => new(
        "PDF 署名 (adbe.pkcs7.detached)", "signed.pdf", await applicant.SignAsync(signer => new PdfDocumentSigner(clock).Sign(signer, Papers.Page)), null,
        (pdf, _) => office.VerifyPdfAsync(pdf),
        (pdf, _) => (Papers.Swap(pdf, "100000 yen", "900000 yen"), null),
        VerificationReason.ContentDigestMismatch,
        [outside.PdfSig]);

    private async Task<SignedPaper> SignAttachedAsync() => new(
        "CMS 内包 (attached, CAdES-B)", "attached.p7m", await applicant.SignAsync(signer => new CmsDocumentSigner(clock).Sign(signer, Papers.Text)), null,
        office.VerifyCmsAsync,
        (cms, _) => (Papers.Swap(cms, Words, OtherWords), null),
        VerificationReason.ContentDigestMismatch,
        [outside.OpenSslCms]);

    private async Task<SignedPaper> SignDetachedAsync() => new(
        "CMS 分離 (detached, CAdES-B)", "detached.p7s",
        await applicant.SignAsync(signer => new CmsDocumentSigner(clock).Sign(signer, Papers.Text, new CmsSigningOptions { Detached = true })), Papers.Text,
        office.VerifyCmsAsync,
        (cms, content) => (cms, Papers.Swap(content!, Words, OtherWords)),
        VerificationReason.ContentDigestMismatch,
        [outside.OpenSslCms]);

    private async Task<SignedPaper> SignWithTimeAsync() => new(
        "CMS 時刻付き (CAdES-T)", "timestamped.p7m",
        await Stamping.StampAsync(await applicant.SignAsync(signer => new CmsDocumentSigner(clock).Sign(signer, Papers.Text)), time), null,
        (cms, _) => office.VerifyTimestampedAsync(cms),
        (cms, _) => (Stamping.Bend(cms), null),
        VerificationReason.TimestampImprintMismatch,
        [outside.OpenSslCms, outside.OpenSslTimestamp]);
}
