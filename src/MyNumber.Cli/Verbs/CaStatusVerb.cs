using System.CommandLine;
using MyNumber.Cli.Authorities;
using MyNumber.Cli.Certificates;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Cli.Verbs;

/// <summary><c>ca hold|resume|revoke DIR CERT</c>: the status of a certificate that the authority issued.</summary>
internal sealed class CaStatusVerb : IVerb
{
    private static readonly Dictionary<string, RevocationReason> _reasons = new(StringComparer.Ordinal)
    {
        ["unspecified"] = RevocationReason.Unspecified,
        ["key-compromise"] = RevocationReason.KeyCompromise,
        ["ca-compromise"] = RevocationReason.CACompromise,
        ["affiliation-changed"] = RevocationReason.AffiliationChanged,
        ["superseded"] = RevocationReason.Superseded,
        ["cessation-of-operation"] = RevocationReason.CessationOfOperation,
    };

    private readonly TimeProvider _clock;
    private readonly string _name;
    private readonly string _description;
    private readonly Func<StatusStore, CertificateIdentity, RevocationReason, CancellationToken, ValueTask<StatusChangeOutcome>> _change;
    private readonly Argument<string> _folder = AuthorityRun.Folder();
    private readonly Argument<string> _certificate = new("CERT") { HelpName = "CERT", Description = "The certificate, DER or PEM; - is standard input." };
    private readonly Option<string>? _reason;

    private CaStatusVerb(
        TimeProvider clock, string name, string description, bool hasReason, Func<StatusStore, CertificateIdentity, RevocationReason, CancellationToken, ValueTask<StatusChangeOutcome>> change)
    {
        (_clock, _name, _description, _change) = (clock, name, description, change);
        if (hasReason)
        {
            _reason = new Option<string>("--reason") { Description = $"Why: {string.Join(", ", _reasons.Keys)}.", HelpName = "REASON", DefaultValueFactory = _ => "unspecified" };
            _reason.AcceptOnlyFromAmong([.. _reasons.Keys]);
        }
    }

    public static CaStatusVerb Hold(TimeProvider clock) => new(
        clock, "hold", "Put a certificate on hold (一時保留).", false, (statuses, certificate, _, cancellation) => statuses.HoldAsync(certificate, cancellation));

    public static CaStatusVerb Resume(TimeProvider clock) => new(
        clock, "resume", "Lift a hold (一時保留の解除), which a card's certificate never allows.", false, (statuses, certificate, _, cancellation) => statuses.ReleaseAsync(certificate, cancellation));

    public static CaStatusVerb Revoke(TimeProvider clock) => new(clock, "revoke", "Revoke a certificate (失効) for ever.", true, (statuses, certificate, reason, cancellation) => statuses.RevokeAsync(certificate, reason, cancellation));

    public Command Describe()
    {
        Command command = new(_name, $"{_description} Exit codes: 0 done; 1 refused; 2 the command line is wrong; 3 a file or the folder cannot be used.") { _folder, _certificate };
        if (_reason is not null)
        {
            command.Options.Add(_reason);
        }

        return command;
    }

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        if (CertificateInput.Read(parsed.GetValue(_certificate)!, _certificate.Name, context, out ExitCode code) is not { } certificate)
        {
            return code;
        }

        RevocationReason reason = _reason is null ? RevocationReason.Unspecified : _reasons[parsed.GetValue(_reason)!];
        return AuthorityRun.With(parsed.GetValue(_folder)!, context, _clock, async folder =>
        {
            StatusStore statuses = folder.Authority.Statuses;
            return Tell(context, await _change(statuses, certificate.Identity, reason, context.Cancellation).ConfigureAwait(false), statuses.Find(certificate.Identity));
        });
    }

    private static ExitCode Tell(VerbContext context, StatusChangeOutcome outcome, IssuedStatus? status)
    {
        context.Report.Answer(CaVerbs.Explain(outcome, context.Language), writer =>
        {
            writer.WriteString("outcome", outcome.ToString());
            writer.WriteString("state", status?.State.ToString());
            writer.WriteString("reason", status is { State: not IssuedState.Good } told ? told.Reason.ToString() : null);
        });
        return outcome == StatusChangeOutcome.Applied ? ExitCode.Done : ExitCode.Refused;
    }
}
