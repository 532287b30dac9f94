using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Pdf;
using MyNumber.Jpki.Pdf.Verification;
using MyNumber.Jpki.Reports;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.Jpki.Validation;
using MyNumber.Jpki.Xml;
using MyNumber.Jpki.Xml.Verification;

namespace MyNumber.Cli.Certificates;

/// <summary>Gives a document to the verifier of its kind.</summary>
internal sealed class DocumentCheck(CertificateValidator validator, TimeProvider clock, bool asksStatus, CancellationToken cancellation, TimestampVerifier? timestamps = null)
{
    /// <summary>A certificate by itself.</summary>
    public Verdict Certificate(JpkiCertificate certificate)
    {
        ValidationResult result = validator.ValidateAsync(certificate, cancellation).AsTask().GetAwaiter().GetResult();
        return new Verdict(VerificationReport.OfCertificate(result), result.State, asksStatus);
    }

    /// <summary>CMS, attached, or detached with its content; something else is found malformed here. Without authorities of timestamps, one that is over something else decides all the same.</summary>
    public Verdict SignedMessage(ReadOnlyMemory<byte> der, ReadOnlyMemory<byte>? content, bool requiresSigningCertificate)
    {
        DocumentVerifier verifier = new(validator, requiresSigningCertificate);
        int stamps = CmsSignedDocument.TryParse(der.Span, out CmsSignedDocument? document, out _) ? InsideStamps.Count(document) : 0;
        if (timestamps is not null)
        {
            TimestampedDocumentResult stamped = new TimestampedDocumentVerifier(verifier, timestamps).VerifyAsync(der, content, cancellation).AsTask().GetAwaiter().GetResult();
            TimestampResult? deciding = stamped.Timestamps.FirstOrDefault(stamp => stamp.Outcome != VerificationOutcome.Valid && (stamp.Outcome, stamp.Reason) == (stamped.Outcome, stamped.Reason));
            return new Verdict(VerificationReport.OfTimestampedDocument(stamped), deciding is null ? StateOf(stamped.Signers) : null, asksStatus)
            {
                Beside = new VerdictBeside { Stamps = new StampCount(stamps, 0), StampIssuer = IssuerOf(deciding), ListOption = StampOptions.ListName },
            };
        }

        DateTimeOffset at = clock.GetUtcNow();
        if (document is not null && InsideStamps.FindWrong(document) is { } wrong)
        {
            return new Verdict(VerificationReport.OfTimestamp(wrong, at), null, WasAsked: false) { Beside = new VerdictBeside { Stamps = new StampCount(stamps, stamps) } };
        }

        SignersVerificationResult result = verifier.VerifyEachAsync(der, content, cancellation).AsTask().GetAwaiter().GetResult();
        return new Verdict(VerificationReport.OfSigners(result), StateOf(result), asksStatus) { Beside = new VerdictBeside { Stamps = new StampCount(stamps, stamps) } };
    }

    /// <summary>XML with a signature where it is expected.</summary>
    public Verdict Xml(ReadOnlyMemory<byte> xml, XmlExpectation expectation)
    {
        XmlVerificationResult result = new XmlDocumentVerifier(validator).VerifyAsync(xml, expectation, cancellation).AsTask().GetAwaiter().GetResult();
        return new Verdict(XmlReport.Of(result), result.Validation?.State, asksStatus);
    }

    /// <summary>PDF with all its signatures; of timestamps as for CMS.</summary>
    public Verdict Pdf(ReadOnlyMemory<byte> pdf, PdfVerificationOptions options)
    {
        IReadOnlyList<PdfSignatureEntry> entries = PdfContents.Read(pdf, out _, cancellation)?.Signatures ?? [];
        CmsSignedDocument[] messages = [.. entries.Where(entry => !entry.IsDocumentTimestamp).Select(entry => CmsSignedDocument.TryParse(entry.Message.Span, out CmsSignedDocument? message, out _) ? message : null).OfType<CmsSignedDocument>()];
        int inside = messages.Sum(InsideStamps.Count), ofDocument = entries.Count(entry => entry.IsDocumentTimestamp);
        VerdictBeside beside = new() { Stamps = new StampCount(inside, timestamps is null ? inside : 0, ofDocument) };
        DateTimeOffset at = clock.GetUtcNow();
        TimestampResult? wrong = timestamps is null ? messages.Select(InsideStamps.FindWrong).FirstOrDefault(stamp => stamp is not null) : null;
        if (wrong is not null)
        {
            return new Verdict(VerificationReport.OfTimestamp(wrong, at), null, WasAsked: false) { Beside = beside };
        }

        PdfVerificationResult result = new PdfDocumentVerifier(validator, options, timestamps).VerifyAsync(pdf, cancellation).AsTask().GetAwaiter().GetResult();
        PdfSignatureResult? weakest = result.Signatures.FirstOrDefault(signature => signature.Outcome == result.Outcome && signature.Reason == result.Reason);
        TimestampResult? deciding = weakest is { Outcome: not VerificationOutcome.Valid, Timestamp: { } stamp } && (stamp.Outcome, stamp.Reason) == (result.Outcome, result.Reason) ? stamp : null;
        return new Verdict(PdfReport.Of(result), deciding is null ? weakest?.Validation?.State : null, asksStatus)
        {
            Beside = beside with { StampIssuer = IssuerOf(deciding), ListOption = StampOptions.ListName },
        };
    }

    private static string? IssuerOf(TimestampResult? deciding) => deciding is null ? null : TimestampCheck.IssuerOf(deciding.Authority);

    private static CertificateState? StateOf(SignersVerificationResult result) =>
        result.Signers.FirstOrDefault(signer => signer.Outcome == result.Outcome && signer.Reason == result.Reason)?.Validation?.State;
}
