using System.CommandLine;
using MyNumber.Cli.Certificates;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Reading;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Timestamps;
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
    private readonly StampOptions _stamps = new();
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
        _stamps.AddTo(command);
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

        if (FileBytes.Read(parsed.GetValue(_document)!, _document.Name, context) is not { } file)
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
            if (FileBytes.Read(path, _content.Name, context) is not { } bytes)
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
        string? fault = kind == ContentKind.Xml ? _xml.Read(parsed, language, out expectation) : null;
        fault ??= Misfit(parsed, kind) is var (name, english, japanese)
            ? language.Pick($"{name} is for {english}; this is another kind of file.", $"{name} は{japanese}用です。このファイルには使えません。") : null;
        fault ??= ContentFault(parsed, language, kind, document);
        fault ??= _stamps.Contradiction(parsed, plan, language);
        return fault ?? (kind == ContentKind.Timestamp ? TimestampCheck.Contradiction(plan, language) : null);
    }

    // A file that is of no kind is told as such and not for its options.
    private (string Name, string English, string Japanese)? Misfit(ParseResult parsed, ContentKind kind)
    {
        bool isMessage = kind == ContentKind.SignedMessage, isPdf = kind == ContentKind.Pdf, isStamp = kind == ContentKind.Timestamp, isXml = kind == ContentKind.Xml;
        bool isCertificate = kind == ContentKind.Certificate, isOfNone = !isMessage && !isPdf && !isStamp && !isXml && !isCertificate;
        (bool IsGiven, bool Fits, string Name, string English, string Japanese)[] rows =
        [
            (_xml.Any(parsed), isXml, "--xml-…", "XML documents", " XML 文書"),
            (_pdf.Any(parsed), isPdf, "--pdf-later-signatures", "PDF documents", " PDF 文書"),
            (parsed.GetValue(_content) is not null, isMessage || isStamp, _content.Name, "CMS documents and timestamps", " CMS 文書とタイムスタンプ"),
            (parsed.GetValue(_bound), isMessage || isPdf, _bound.Name, "CMS and PDF documents", " CMS 文書と PDF 文書"),
            (_stamps.Any(parsed), isMessage || isPdf, StampOptions.AnchorName, "timestamps inside CMS and PDF documents", " CMS 文書と PDF 文書の中のタイムスタンプ"),
            (_anchors.NamesPurpose(parsed), isCertificate, AnchorOptions.PurposeName, "a certificate by itself", "電子証明書だけのファイル"),
            (_anchors.NamesProfile(parsed), !isStamp, "--environment, --policy", "JPKI's certificates", "公的個人認証の証明書"),
            (_status.NamesSources(parsed), !isStamp, StatusOptions.PolicyName, "JPKI's certificates", "公的個人認証の証明書"),
        ];
        return rows.Where(row => row.IsGiven && !row.Fits && !isOfNone).Select(row => ((string, string, string)?)(row.Name, row.English, row.Japanese)).FirstOrDefault();
    }

    /// <summary>What was signed or stamped is needed once: inside, or by the option.</summary>
    private string? ContentFault(ParseResult parsed, Language language, ContentKind kind, ReadOnlyMemory<byte> document)
    {
        bool isGiven = parsed.GetValue(_content) is not null;
        CmsSignedDocument? read = null;
        bool isMessage = kind == ContentKind.SignedMessage && CmsSignedDocument.TryParse(document.Span, out read, out _), isInside = read?.Content is not null;
        return isGiven && parsed.GetValue(_content) == ValueSource.StandardInput && parsed.GetValue(_document) == ValueSource.StandardInput
                ? language.Pick("Standard input can be one thing only: the document or its content.", "標準入力から読めるのは、文書か内容のどちらかだけです。")
            : !isGiven && kind == ContentKind.Timestamp ? language.Pick("Give what was stamped by --content.", "タイムスタンプの対象を --content で指定してください。")
            : isMessage && !isGiven && !isInside ? language.Pick("The signature is detached: give its content by --content.", "分離署名です。署名された内容を --content で指定してください。")
            : isMessage && isGiven && isInside ? language.Pick("The content is inside the document: leave --content out.", "内容は文書に含まれています。--content は指定しないでください。")
            : null;
    }

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
        TimestampVerifier? stamps = null;
        List<UnusedList> unused = [.. sources?.UnusedLists ?? []];
        if (sources is null || (_stamps.Any(parsed) && (stamps = _stamps.Load(parsed, plan, unused, context)) is null))
        {
            return null;
        }

        DocumentCheck check = new(new CertificateValidator(anchors!, sources.Source, now), now, !plan.IsNotAsking, context.Cancellation, stamps);
        Verdict verdict = item.Kind switch
        {
            ContentKind.Certificate when isCertificate => check.Certificate(certificate!),
            ContentKind.Xml => check.Xml(item.Bytes, item.Expectation!),
            ContentKind.Pdf => check.Pdf(item.Bytes, _pdf.Read(parsed, parsed.GetValue(_bound))),
            _ => check.SignedMessage(item.Bytes, item.Content, parsed.GetValue(_bound)),
        };
        return verdict with { Beside = verdict.Beside with { UnusedLists = unused } };
    }

    private static ExitCode Tell(VerbContext context, ContentKind kind, Verdict verdict)
    {
        context.Report.Answer(CertificateWords.Kind(kind, context.Language) + Environment.NewLine + verdict.Text(context.Language) + verdict.Beside.Text(verdict.Report.Reason, context.Language), writer =>
        {
            writer.WriteString("kind", kind.ToString());
            verdict.Write(writer);
            verdict.Beside.Write(writer);
        });
        return verdict.Code;
    }

    private readonly record struct Item(ContentKind Kind, ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte>? Content, XmlExpectation? Expectation);
}
