using BankPortal.Accounts;
using MyNumber.Jpki;
using MyNumber.Jpki.AspNetCore.Applications;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Evidence;
using MyNumber.Jpki.Evidence.Storage;
using MyNumber.Jpki.Reports;
using MyNumber.Jpki.Services.Accounts;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.Numbering.People;

namespace BankPortal.Opening;

/// <summary>④ to ⑧ of the flow: what was verified is archived and compared, S and R are linked, and the account is opened, or somebody looks at it, or it is not opened.</summary>
internal sealed class OpeningDesk(ApplicationBook applications, AccountBook accounts, AccountLinks links, IEvidenceStore evidence, TimeProvider clock)
{
    private static readonly EvidenceAccess Intake = new("portal", "口座開設の申込みの受付");

    /// <summary>Takes a signed application in. A refused one is kept with its evidence too.</summary>
    /// <param name="prepared">What the customer was asked to sign.</param>
    /// <param name="answer">What came, verified or refused.</param>
    /// <param name="cancellationToken">The browser went away.</param>
    public async Task<Application> TakeAsync(Prepared prepared, ApplicationAnswer answer, CancellationToken cancellationToken)
    {
        Application application = new(prepared.Receipt, prepared.Form, clock.GetUtcNow());
        if (answer.Result?.Document is { } document)
        {
            application.EvidenceId = evidence.Store(new EvidenceEntry(prepared.Receipt, VerificationEvidence.From(document), answer.Document), Intake);
            application.Report = VerificationReport.OfDocument(document);
        }

        if (answer.Result is { Outcome: VerificationOutcome.Valid, Document: { Signer: { } signer } valid })
        {
            await DecideAsync(application, signer, valid, cancellationToken);
        }
        else
        {
            application.Reason = answer.Rejection!.Reason;
            application.State = answer.Rejection.Outcome == VerificationOutcome.Undetermined ? ApplicationState.Undetermined : ApplicationState.Refused;
        }

        applications.Add(application);
        return application;
    }

    /// <summary>Opens the account and links it; a certificate that another account has opens nothing.</summary>
    public async Task OpenAsync(Application application, ValidatedCertificate signer, CancellationToken cancellationToken)
    {
        string number = accounts.NextNumber();
        application.Links = await links.OpenAsync(number, signer, cancellationToken);
        if (application.Links.Signature != AccountLinkOutcome.Linked)
        {
            application.State = ApplicationState.HasAccount;
            return;
        }

        OpenForm form = application.Form;
        accounts.Add(new Account(number, form.Branch, form.Kind, form.Name, clock.GetUtcNow(), signer.Certificate.RawData, application.Links.IsComplete));
        application.AccountNumber = number;
        application.State = ApplicationState.Opened;
    }

    private async Task DecideAsync(Application application, ValidatedCertificate signer, DocumentVerificationResult document, CancellationToken cancellationToken)
    {
        HolderAttributes holder = document.Holder!;
        application.Certificate = signer.Certificate.RawData;
        application.Comparison = FourAttributesComparison.Compare(
            application.Form.ToAttributes(), holder.Attributes, holder.NameSubstitutes, holder.AddressSubstitutes, ComparisonReach.OtherForms);
        switch (application.Comparison.Verdict)
        {
            case ComparisonVerdict.Match:
                await OpenAsync(application, signer, cancellationToken);
                break;
            case ComparisonVerdict.Mismatch:
                application.State = ApplicationState.Mismatch;
                break;
            default:
                application.State = ApplicationState.WithClerk;
                break;
        }
    }
}
