using System.CommandLine;
using MyNumber.Jpki.Pdf;

namespace MyNumber.Cli.Certificates;

/// <summary>How strictly PDF signatures are judged.</summary>
internal sealed class PdfOptions
{
    private readonly Option<bool> _later = new("--pdf-later-signatures") { Description = "PDF: further signatures and validation data may follow a signature; without it every signature must cover the file to its end." };

    public void AddTo(Command command) => command.Options.Add(_later);

    public bool Any(ParseResult parsed) => parsed.GetValue(_later);

    public PdfVerificationOptions Read(ParseResult parsed, bool requiresSigningCertificate) => new()
    {
        LaterUpdates = parsed.GetValue(_later) ? PdfLaterUpdates.SignaturesAndValidationData : default,
        RequiresSigningCertificate = requiresSigningCertificate,
    };
}
