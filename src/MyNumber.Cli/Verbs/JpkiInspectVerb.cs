using System.CommandLine;
using System.Formats.Asn1;
using System.Xml;
using MyNumber.Cli.Certificates;
using MyNumber.Cli.Certificates.Inspection;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Reading;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Pdf.Verification;
using MyNumber.Jpki.Signatures;

namespace MyNumber.Cli.Verbs;

/// <summary><c>jpki inspect FILE</c>: what is in a file, told by its contents. Nothing is verified.</summary>
internal sealed class JpkiInspectVerb : IVerb
{
    private readonly Argument<string> _file = new("FILE") { Description = "Certificate, revocation list, OCSP request or response, CMS or timestamp (DER or PEM), PDF or XML; - is standard input." };
    private readonly Option<bool> _holder = new("--show-holder") { Description = "Show what is personal: the four attributes, subject, serial number, key identifier and municipality." };

    public Command Describe() => new("inspect", "Show what is in a file (内容の表示). Nothing is verified. Exit codes: 0 shown; 1 the file is none of these, or damaged; 2 the command line is wrong; 3 the file cannot be read.") { _file, _holder };

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        string path = parsed.GetValue(_file)!;
        if (!InputFile.TryOpen(path, context, out Stream? stream, out string reason))
        {
            return context.Report.Fail(ExitCode.Undetermined, [$"{_file.Name}: {reason}"]);
        }

        try
        {
            using PeekedStream peeked = PeekedStream.Over(stream!, context.Cancellation);
            return Inspect(peeked, path, context, new FieldRows(context, parsed.GetValue(_holder)));
        }
        catch (Exception flaw) when (flaw is AsnContentException or XmlException)
        {
            return context.Report.Fail(ExitCode.Refused, [context.Language.Pick("The file is damaged, or of a form that is not read.", "ファイルが壊れているか、読み取れない形式です。")]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return context.Report.Fail(ExitCode.Undetermined, [$"{_file.Name}: {InputFile.Explain(fault, path, context.Language)}"]);
        }
    }

    private ExitCode Inspect(PeekedStream peeked, string path, VerbContext context, FieldRows rows)
    {
        if (ContentSniffer.Tell(peeked.Head) == ContentKind.RevocationList)
        {
            return WriteList(peeked, context, rows);
        }

        if (FileBytes.Read(peeked, path, _file.Name, context) is not { } content)
        {
            return ExitCode.Undetermined;
        }

        byte[] bytes = PemText.DecodeFirst(content).ToArray();
        ContentKind kind = ContentSniffer.Tell(bytes);
        kind = kind == ContentKind.SignedMessage && TimestampCheck.IsToken(bytes) ? ContentKind.Timestamp : kind;
        if (kind == ContentKind.RevocationList)
        {
            using MemoryStream list = new(bytes);
            return WriteList(list, context, rows);
        }

        rows.Add("kind", "kind", "種類", context.Report.IsJson ? kind.ToString() : CertificateWords.Kind(kind, context.Language));
        return Write(kind, bytes, rows, context.Cancellation)
            ? rows.Tell()
            : context.Report.Fail(ExitCode.Refused, [context.Language.Pick("The file is of none of the kinds that are read here, or damaged.", "ここで扱う種類のファイルではないか、壊れています。")]);
    }

    private static ExitCode WriteList(Stream list, VerbContext context, FieldRows rows)
    {
        rows.Add("kind", "kind", "種類", context.Report.IsJson ? nameof(ContentKind.RevocationList) : CertificateWords.Kind(ContentKind.RevocationList, context.Language));
        new ListInspection(new DerStream(list), context.Cancellation).Write(rows);
        return rows.Tell();
    }

    private static bool Write(ContentKind kind, byte[] bytes, FieldRows rows, CancellationToken cancellation)
    {
        switch (kind)
        {
            case ContentKind.Certificate when JpkiCertificate.TryParse(bytes, out JpkiCertificate? certificate, out _):
                CertificateInspection.Write(certificate, rows);
                return true;
            case ContentKind.OcspRequest:
                OcspInspection.WriteRequest(bytes, rows);
                return true;
            case ContentKind.OcspResponse:
                OcspInspection.WriteResponse(bytes, rows);
                return true;
            case ContentKind.SignedMessage when CmsSignedDocument.TryParse(bytes, out CmsSignedDocument? document, out _):
                DocumentInspection.Write(document, rows);
                return true;
            case ContentKind.Timestamp:
                return TimestampInspection.Write(bytes, rows);
            case ContentKind.Pdf when PdfContents.Read(bytes, out _, cancellation) is { } pdf:
                PdfInspection.Write(pdf, rows);
                return true;
            case ContentKind.Xml:
                XmlInspection.Write(bytes, rows);
                return true;
            default:
                return false;
        }
    }
}
