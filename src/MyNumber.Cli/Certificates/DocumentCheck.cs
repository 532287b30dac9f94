using MyNumber.Cli.Contract;
using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.Jpki.Xml;
using MyNumber.Jpki.Xml.Verification;

namespace MyNumber.Cli.Certificates;

/// <summary>Gives a document to the verifier of its kind and tells the answer.</summary>
internal sealed class DocumentCheck(CertificateValidator validator, bool asksStatus, DateTimeOffset at, VerbContext context)
{
    /// <summary>A certificate by itself.</summary>
    public ExitCode Certificate(JpkiCertificate certificate)
    {
        ValidationResult result = validator.ValidateAsync(certificate, context.Cancellation).AsTask().GetAwaiter().GetResult();
        Verdict verdict = new(result.Outcome, result.Reason, result, asksStatus, at);
        return Tell(ContentKind.Certificate, verdict, [verdict]);
    }

    /// <summary>CMS, attached, or detached with its content.</summary>
    public ExitCode SignedMessage(ReadOnlyMemory<byte> der, ReadOnlyMemory<byte>? content, bool requiresSigningCertificate)
    {
        DocumentVerifier verifier = new(validator, requiresSigningCertificate);
        SignersVerificationResult result = verifier.VerifyEachAsync(der, content, context.Cancellation).AsTask().GetAwaiter().GetResult();
        Verdict[] signers = [.. result.Signers.Select(signer => new Verdict(signer.Outcome, signer.Reason, signer.Validation, asksStatus, at))];
        Verdict weakest = signers.FirstOrDefault(signer => signer.Outcome == result.Outcome && signer.Reason == result.Reason) ?? new(result.Outcome, result.Reason, null, asksStatus, at);
        return Tell(ContentKind.SignedMessage, weakest, signers);
    }

    /// <summary>XML with a signature where it is expected.</summary>
    public ExitCode Xml(ReadOnlyMemory<byte> xml, XmlExpectation expectation)
    {
        XmlVerificationResult result = new XmlDocumentVerifier(validator).VerifyAsync(xml, expectation, context.Cancellation).AsTask().GetAwaiter().GetResult();
        Verdict verdict = new(result.Outcome, result.Reason, result.Validation, asksStatus, at);
        return Tell(ContentKind.Xml, verdict, [verdict]);
    }

    /// <summary>Something else.</summary>
    public ExitCode Unreadable()
    {
        Verdict verdict = new(VerificationOutcome.Invalid, VerificationReason.DocumentMalformed, null, asksStatus, at);
        return Tell(ContentKind.Unknown, verdict, []);
    }

    private ExitCode Tell(ContentKind kind, Verdict whole, Verdict[] signers)
    {
        IEnumerable<string> lines = whole.Lines(context.Language).Prepend($"{CertificateWords.Kind(kind, context.Language)}: {VerdictWords.Outcome(whole.Outcome, context.Language)}");
        if (signers.Length > 1)
        {
            lines = lines.Concat(signers.Select((signer, index) => context.Language.Pick($"signer {index + 1}: ", $"署名者 {index + 1}: ") + signer.Lines(context.Language).First()));
        }

        context.Report.Answer(string.Join(Environment.NewLine, lines), writer =>
        {
            writer.WriteString("kind", kind.ToString());
            whole.Write(writer);
            writer.WriteStartArray("signers");
            foreach (Verdict signer in signers)
            {
                writer.WriteStartObject();
                signer.Write(writer);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
        return VerdictWords.CodeOf(whole.Outcome);
    }
}
