using System.CommandLine;
using MyNumber.Cli.Certificates;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Validation;

namespace MyNumber.Cli.Verbs;

/// <summary><c>jpki status CERT</c>: whether a certificate is good, held, revoked, or what else became of it.</summary>
internal sealed class JpkiStatusVerb(TimeProvider clock) : IVerb
{
    private readonly Argument<string> _certificate = new("CERT") { Description = "The certificate, DER or PEM; - is standard input." };
    private readonly AnchorOptions _anchors = new();
    private readonly StatusOptions _status = new(mayPass: false);

    public Command Describe()
    {
        Command command = new("status", "Ask for the status of a certificate (有効性確認). Exit codes: 0 good; 1 on hold, revoked, expired, not yet valid or not accepted; 2 the command line is wrong; 3 unknown or no reliable answer.")
        {
            _certificate,
        };
        _anchors.AddTo(command);
        _status.AddTo(command);
        return command;
    }

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        if (_status.Contradiction(parsed, context.Language, out StatusPlan plan) is { } fault)
        {
            return context.Report.Fail(ExitCode.Usage, [fault]);
        }

        if (CertificateInput.Read(parsed.GetValue(_certificate)!, _certificate.Name, context, out ExitCode code) is not { } certificate)
        {
            return code;
        }

        TimeProvider now = plan.ClockOver(clock);
        TrustAnchorSet? anchors = _anchors.Load(parsed, context, _anchors.PurposeOf(parsed, certificate));
        using StatusSources? sources = anchors is null ? null : StatusSources.Open(plan, anchors, now, context);
        return sources is null ? ExitCode.Undetermined : Ask(new CertificateValidator(anchors!, sources.Source, now), now, certificate, sources.UnusedLists, context);
    }

    private static ExitCode Ask(CertificateValidator validator, TimeProvider now, JpkiCertificate certificate, IReadOnlyList<UnusedList> unused, VerbContext context)
    {
        Verdict verdict = new DocumentCheck(validator, now, asksStatus: true, context.Cancellation).Certificate(certificate) with { Beside = new VerdictBeside { UnusedLists = unused } };
        string head = $"{CertificateWords.Name(validator.Anchors.Purpose, context.Language)}: {CertificateWords.State(verdict.State!.Value, context.Language)}";
        context.Report.Answer(head + Environment.NewLine + verdict.Text(context.Language) + verdict.Beside.Text(verdict.Report.Reason, context.Language), writer =>
        {
            writer.WriteString("purpose", CertificateWords.Code(validator.Anchors.Purpose));
            verdict.Write(writer);
            verdict.Beside.Write(writer);
        });
        return verdict.Code;
    }
}
