using System.CommandLine;
using MyNumber.Cli.Certificates;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Reading;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.Jpki.Xml;

namespace MyNumber.Cli.Verbs;

/// <summary><c>jpki verify DOCUMENT</c>: a signed document, a timestamp or a bare certificate, with status.</summary>
internal sealed class JpkiVerifyVerb(TimeProvider clock) : IVerb
{
    private readonly Argument<string> _document = new("DOCUMENT") { Description = "CMS or a timestamp (DER or PEM), PDF, XML, or a certificate; - is standard input." };
    private readonly Option<string?> _content = new("--content") { Description = "CMS: the content of a detached signature. Timestamp: what was stamped.", HelpName = "FILE" };
    private readonly Option<bool> _bound = new("--require-signing-certificate") { Description = "CMS and PDF: every signer must have signing-certificate-v2 (CAdES-B)." };
    private readonly XmlOptions _xml = new();
    private readonly PdfOptions _pdf = new();
    private readonly AnchorOptions _anchors = new();
    private readonly StatusOptions _status = new(mayPass: true);

    public Command Describe()
    {
        Command command = new("verify", "Verify a signed document, a timestamp or a certificate (署名検証). Exit codes: 0 valid; 1 not valid; 2 the command line is wrong; 3 undetermined, as when nobody tells the status.")
        {
            _document, _content, _bound,
        };
        _xml.AddTo(command);
        _pdf.AddTo(command);
        _anchors.AddTo(command);
        _status.AddTo(command);
        return command;
    }

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        if (_status.Contradiction(parsed, context.Language, out StatusPlan plan) is { } contradiction)
        {
            return context.Report.Fail(ExitCode.Usage, [contradiction]);
        }

        if (FileBytes.Read(parsed.GetValue(_document)!, context) is not { } file)
        {
            return ExitCode.Undetermined;
        }

        ReadOnlyMemory<byte> document = PemText.Decode(file);
        ContentKind kind = ContentSniffer.Tell(document.Span);
        kind = kind == ContentKind.SignedMessage && TimestampCheck.IsToken(document) ? ContentKind.Timestamp : kind;
        if (Misuse(parsed, context.Language, plan, kind, document, out XmlExpectation? expectation) is { } fault)
        {
            return context.Report.Fail(ExitCode.Usage, [fault]);
        }

        ReadOnlyMemory<byte>? content = null;
        if (parsed.GetValue(_content) is { } path)
        {
            if (FileBytes.Read(path, context) is not { } bytes)
            {
                return ExitCode.Undetermined;
            }

            content = bytes;
        }

        Item item = new(kind, document, content, expectation);
        return (kind == ContentKind.Timestamp ? VerifyTimestamp(parsed, context, plan, item) : Verify(parsed, context, plan, item)) is { } verdict ? Tell(context, kind, verdict) : ExitCode.Undetermined;
    }

    /// <summary>What is wrong with the options for a document of this kind.</summary>
    private string? Misuse(ParseResult parsed, Language language, StatusPlan plan, ContentKind kind, ReadOnlyMemory<byte> document, out XmlExpectation? expectation)
    {
        expectation = null;
        bool isStamp = kind == ContentKind.Timestamp, hasContent = parsed.GetValue(_content) is not null;
        string? fault = kind == ContentKind.Xml ? _xml.Read(parsed, language, out expectation)
            : _xml.Any(parsed) ? language.Pick("The --xml options are for XML documents.", "--xml- で始まる指定は XML 文書用です。") : null;
        fault ??= kind != ContentKind.Pdf && _pdf.Any(parsed) ? language.Pick("--pdf-later-signatures is for PDF documents.", "--pdf-later-signatures は PDF 文書用です。") : null;
        fault ??= hasContent && !isStamp && kind != ContentKind.SignedMessage
            ? language.Pick("--content is for CMS documents and timestamps.", "--content は CMS 文書とタイムスタンプ用です。") : null;
        fault ??= hasContent && parsed.GetValue(_content) == ValueSource.StandardInput && parsed.GetValue(_document) == ValueSource.StandardInput
            ? language.Pick("Standard input can be one thing only: the document or its content.", "標準入力から読めるのは、文書か内容のどちらかだけです。") : null;
        fault ??= !hasContent && isStamp ? language.Pick("Give what was stamped by --content.", "タイムスタンプの対象を --content で指定してください。") : null;
        fault ??= !hasContent && IsDetached(kind, document)
            ? language.Pick("The signature is detached: give its content by --content.", "分離署名です。署名された内容を --content で指定してください。") : null;
        fault ??= parsed.GetValue(_bound) && kind is ContentKind.Xml or ContentKind.Certificate or ContentKind.Timestamp
            ? language.Pick("--require-signing-certificate is for CMS and PDF documents.", "--require-signing-certificate は CMS 文書と PDF 文書用です。") : null;
        return fault ?? (isStamp ? TimestampCheck.Contradiction(plan, _anchors.NamesProfile(parsed), language) : null);
    }

    private static bool IsDetached(ContentKind kind, ReadOnlyMemory<byte> document) =>
        kind == ContentKind.SignedMessage && CmsSignedDocument.TryParse(document.Span, out CmsSignedDocument? read, out _) && read.Content is null;

    private Verdict? VerifyTimestamp(ParseResult parsed, VerbContext context, StatusPlan plan, Item item) => _anchors.LoadBare(parsed, context) is { } anchors
        ? TimestampCheck.Verify(item.Bytes, item.Content!.Value, anchors, plan, plan.ClockOver(clock).GetUtcNow(), context)
        : null;

    private Verdict? Verify(ParseResult parsed, VerbContext context, StatusPlan plan, Item item)
    {
        JpkiCertificate? certificate = null;
        bool isCertificate = item.Kind == ContentKind.Certificate && JpkiCertificate.TryParse(item.Bytes.Span, out certificate, out _);
        TimeProvider now = plan.ClockOver(clock);
        TrustAnchorSet? anchors = _anchors.Load(parsed, context, isCertificate ? _anchors.PurposeOf(parsed, certificate) : CertificatePurpose.Signature);
        using StatusSources? sources = anchors is null ? null : StatusSources.Open(plan, anchors, now, context);
        if (sources is null)
        {
            return null;
        }

        DocumentCheck check = new(new CertificateValidator(anchors!, sources.Source, now), !plan.IsNotAsking, context.Cancellation);
        return item.Kind switch
        {
            ContentKind.Certificate when isCertificate => check.Certificate(certificate!),
            ContentKind.Xml => check.Xml(item.Bytes, item.Expectation!),
            ContentKind.Pdf => check.Pdf(item.Bytes, _pdf.Read(parsed, parsed.GetValue(_bound))),
            _ => check.SignedMessage(item.Bytes, item.Content, parsed.GetValue(_bound)),
        };
    }

    private static ExitCode Tell(VerbContext context, ContentKind kind, Verdict verdict)
    {
        context.Report.Answer(CertificateWords.Kind(kind, context.Language) + Environment.NewLine + verdict.Text(context.Language), writer =>
        {
            writer.WriteString("kind", kind.ToString());
            verdict.Write(writer);
        });
        return verdict.Code;
    }

    private readonly record struct Item(ContentKind Kind, ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte>? Content, XmlExpectation? Expectation);
}
