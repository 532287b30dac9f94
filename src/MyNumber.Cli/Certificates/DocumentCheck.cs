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
                Beside = new VerdictBeside { Stamps = document is null ? null : new StampCount(stamps, 0), StampIssuer = IssuerOf(deciding), ListOption = StampOptions.ListName },
            };
        }

        DateTimeOffset at = clock.GetUtcNow();
        if (document is not null && InsideStamps.FindWrong(document) is { } wrong)
        {
            return new Verdict(VerificationReport.OfTimestamp(wrong, at), null, WasAsked: false) { Beside = new VerdictBeside { Stamps = new StampCount(stamps, stamps - 1) } };
        }

        SignersVerificationResult result = verifier.VerifyEachAsync(der, content, cancellation).AsTask().GetAwaiter().GetResult();
        return new Verdict(VerificationReport.OfSigners(result), StateOf(result), asksStatus) { Beside = new VerdictBeside { Stamps = document is null ? null : new StampCount(stamps, stamps) } };
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
        PdfContents? contents = PdfContents.Read(pdf, out _, cancellation);
        (PdfSignatureEntry Entry, CmsSignedDocument Message)[] messages = [.. (contents?.Signatures ?? []).Where(entry => !entry.IsDocumentTimestamp)
            .Select(entry => (Entry: entry, Message: CmsSignedDocument.TryParse(entry.Message.Span, out CmsSignedDocument? message, out _) ? message : null))
            .Where(one => one.Message is not null).Select(one => (one.Entry, one.Message!))];
        StampCount stamps = new(messages.Sum(one => InsideStamps.Count(one.Message)), 0, contents?.Signatures.Count(entry => entry.IsDocumentTimestamp) ?? 0) { ArePinned = timestamps is not null };
        TimestampResult? wrong = timestamps is null ? messages.Select(one => InsideStamps.FindWrong(one.Message)).FirstOrDefault(stamp => stamp is not null) : null;
        if (wrong is not null)
        {
            return new Verdict(VerificationReport.OfTimestamp(wrong, clock.GetUtcNow()), null, WasAsked: false) { Beside = new VerdictBeside { Stamps = stamps with { NotChecked = stamps.Inside - 1 } } };
        }

        PdfVerificationResult result = new PdfDocumentVerifier(validator, options, timestamps).VerifyAsync(pdf, cancellation).AsTask().GetAwaiter().GetResult();
        PdfSignatureResult? weakest = result.Signatures.FirstOrDefault(signature => signature.Outcome == result.Outcome && signature.Reason == result.Reason);
        TimestampResult? deciding = weakest is { Outcome: not VerificationOutcome.Valid, Timestamp: { } stamp } && (stamp.Outcome, stamp.Reason) == (result.Outcome, result.Reason) ? stamp : null;
        return new Verdict(PdfReport.Of(result), deciding is null ? weakest?.Validation?.State : null, asksStatus)
        {
            Beside = new VerdictBeside
            {
                Stamps = contents is null ? null : stamps with { NotChecked = messages.Where(one => !IsJudged(one.Entry, result)).Sum(one => InsideStamps.Count(one.Message)) },
                StampIssuer = IssuerOf(deciding),
                ListOption = StampOptions.ListName,
            },
        };
    }

    // A signature whose form or later revisions decided has no answer about its timestamp.
    private static bool IsJudged(PdfSignatureEntry entry, PdfVerificationResult result) =>
        result.Signatures.Any(signature => signature.Timestamp is not null && signature.Revision == entry.Revision && signature.FieldName == entry.FieldName);

    private static string? IssuerOf(TimestampResult? deciding) => deciding is null ? null : TimestampCheck.IssuerOf(deciding.Authority);

    private static CertificateState? StateOf(SignersVerificationResult result) =>
        result.Signers.FirstOrDefault(signer => signer.Outcome == result.Outcome && signer.Reason == result.Reason)?.Validation?.State;
}
