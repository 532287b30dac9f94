using MyNumber.Jpki.Authority.Timestamps;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Pdf;
using MyNumber.Jpki.Pdf.Verification;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.Jpki.Validation;
using MyNumber.Jpki.Xml;
using MyNumber.Jpki.Xml.Verification;
using MyNumber.Testing;

namespace DocumentSigning;

/// <summary>The office that takes documents (署名検証者): pinned anchors, status from the lab's responder, and the time authority's anchor. It knows nothing of cards.</summary>
internal sealed class Office
{
    private readonly DocumentVerifier _documents;
    private readonly XmlDocumentVerifier _xml;
    private readonly PdfDocumentVerifier _pdf;
    private readonly TimestampedDocumentVerifier _timestamped;

    public Office(LabWorld world, TimestampAuthority time)
    {
        CertificateValidator certificates = world.CreateValidator(CertificatePurpose.Signature);
        TimestampVerifier timestamps = new(new ChainTimestampTrust([time.Anchor], [time.PublishList()]));
        _documents = new DocumentVerifier(certificates);
        _xml = new XmlDocumentVerifier(certificates);
        _pdf = new PdfDocumentVerifier(certificates);
        _timestamped = new TimestampedDocumentVerifier(_documents, timestamps);
    }

    public async ValueTask<Answer> VerifyXmlAsync(byte[] xml, XmlExpectation expected)
    {
        XmlVerificationResult result = await _xml.VerifyAsync(xml, expected);
        return new Answer(result.Outcome, result.Reason);
    }

    public async ValueTask<Answer> VerifyPdfAsync(byte[] pdf)
    {
        PdfVerificationResult result = await _pdf.VerifyAsync(pdf);
        return new Answer(result.Outcome, result.Reason);
    }

    public async ValueTask<Answer> VerifyCmsAsync(byte[] cms, byte[]? content)
    {
        DocumentVerificationResult result = await _documents.VerifyAsync(cms, content is null ? (ReadOnlyMemory<byte>?)null : content);
        return new Answer(result.Outcome, result.Reason);
    }

    public async ValueTask<Answer> VerifyTimestampedAsync(byte[] cms)
    {
        TimestampedDocumentResult result = await _timestamped.VerifyAsync(cms);
        return new Answer(result.Outcome, result.Reason);
    }
}
