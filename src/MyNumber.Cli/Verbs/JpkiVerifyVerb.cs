using System.CommandLine;
using MyNumber.Cli.Certificates;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Reading;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.Jpki.Xml;

namespace MyNumber.Cli.Verbs;

/// <summary><c>jpki verify DOCUMENT</c>: a signed document or a bare certificate, with status.</summary>
internal sealed class JpkiVerifyVerb(TimeProvider clock) : IVerb
{
    private readonly Argument<string> _document = new("DOCUMENT") { Description = "CMS (DER or PEM), XML, or a certificate; - is standard input." };
    private readonly Option<string?> _content = new("--content") { Description = "CMS: the content of a detached signature.", HelpName = "FILE" };
    private readonly Option<bool> _bound = new("--require-signing-certificate") { Description = "CMS: every signer must have signing-certificate-v2 (CAdES-B)." };
    private readonly XmlOptions _xml = new();
    private readonly AnchorOptions _anchors = new();
    private readonly StatusOptions _status = new(mayPass: true);

    public Command Describe()
    {
        Command command = new("verify", "Verify a signed document or a certificate (署名検証). Exit codes: 0 valid; 1 not valid; 2 the command line is wrong; 3 undetermined, as when nobody tells the status.")
        {
            _document, _content, _bound,
        };
        _xml.AddTo(command);
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
        XmlExpectation? expectation = null;
        string? fault = kind == ContentKind.Xml ? _xml.Read(parsed, context.Language, out expectation)
            : _xml.Any(parsed) ? context.Language.Pick("The --xml options are for XML documents.", "--xml- で始まる指定は XML 文書用です。") : null;
        fault ??= kind != ContentKind.SignedMessage && parsed.GetValue(_content) is not null ? context.Language.Pick("--content is for CMS documents.", "--content は CMS 文書用です。") : null;
        fault ??= parsed.GetValue(_content) is null && IsDetached(kind, document) ? context.Language.Pick("The signature is detached: give its content by --content.", "分離署名です。署名された内容を --content で指定してください。") : null;
        return fault is null ? Verify(parsed, context, plan, new Item(kind, document, expectation)) : context.Report.Fail(ExitCode.Usage, [fault]);
    }

    private static bool IsDetached(ContentKind kind, ReadOnlyMemory<byte> document) =>
        kind == ContentKind.SignedMessage && CmsSignedDocument.TryParse(document.Span, out CmsSignedDocument? read, out _) && read.Content is null;

    private ExitCode Verify(ParseResult parsed, VerbContext context, StatusPlan plan, Item item)
    {
        ReadOnlyMemory<byte>? content = null;
        if (parsed.GetValue(_content) is { } path)
        {
            if (path == ValueSource.StandardInput && parsed.GetValue(_document) == ValueSource.StandardInput)
            {
                return context.Report.Fail(ExitCode.Usage, [context.Language.Pick("Standard input can be one thing only: the document or its content.", "標準入力から読めるのは、文書か内容のどちらかだけです。")]);
            }

            if (FileBytes.Read(path, context) is not { } bytes)
            {
                return ExitCode.Undetermined;
            }

            content = bytes;
        }

        JpkiCertificate? certificate = null;
        if (item.Kind == ContentKind.Certificate && !JpkiCertificate.TryParse(item.Bytes.Span, out certificate, out _))
        {
            item = item with { Kind = ContentKind.Unknown };
        }

        TimeProvider now = plan.ClockOver(clock);
        TrustAnchorSet? anchors = _anchors.Load(parsed, context, certificate is null ? CertificatePurpose.Signature : _anchors.PurposeOf(parsed, certificate));
        using StatusSources? sources = anchors is null ? null : StatusSources.Open(plan, anchors, now, context);
        if (sources is null)
        {
            return ExitCode.Undetermined;
        }

        DocumentCheck check = new(new CertificateValidator(anchors!, sources.Source, now), !plan.IsNotAsking, now.GetUtcNow(), context);
        return item.Kind switch
        {
            ContentKind.Certificate => check.Certificate(certificate!),
            ContentKind.SignedMessage => check.SignedMessage(item.Bytes, content, parsed.GetValue(_bound)),
            ContentKind.Xml => check.Xml(item.Bytes, item.Expectation!),
            _ => check.Unreadable(),
        };
    }

    private readonly record struct Item(ContentKind Kind, ReadOnlyMemory<byte> Bytes, XmlExpectation? Expectation);
}
