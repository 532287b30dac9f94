using MyNumber.Jpki;
using MyNumber.Jpki.AspNetCore.Applications;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Evidence;
using MyNumber.Jpki.Evidence.Storage;
using MyNumber.Jpki.Reports;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.Numbering.People;

namespace BankPortal.Opening;

/// <summary>④ to ⑧ of the flow: what was verified is archived and compared, S and R are linked, and the account is opened, or somebody looks at it, or it is not opened. Nothing here ends because a browser goes away.</summary>
internal sealed class OpeningDesk(ApplicationBook applications, AccountOpener opener, IEvidenceStore evidence, TimeProvider clock)
{
    private static readonly EvidenceAccess Intake = new("portal", "口座開設の申込みの受付");

    /// <summary>Takes a signed application in. A refused one is kept with its evidence too.</summary>
    /// <param name="prepared">What the customer was asked to sign.</param>
    /// <param name="answer">What came, verified or refused.</param>
    public async Task<Application> TakeAsync(Prepared prepared, ApplicationAnswer answer)
    {
        Application application = Keep(prepared, answer);
        if (answer.Result is { Outcome: VerificationOutcome.Valid, Document: { Signer: { } signer } valid })
        {
            await DecideAsync(application, signer, valid);
        }

        return application;
    }

    /// <summary>Keeps an answer to a version that the customer changed meanwhile, under that version's receipt and with its form; it opens nothing.</summary>
    public void KeepSuperseded(Prepared earlier, ApplicationAnswer answer)
    {
        Application application = Keep(earlier, answer);
        if (answer.IsAccepted)
        {
            application.State = ApplicationState.Superseded;
        }
    }

    /// <summary>Keeps what was verified where its form is not there any more, such as a second signature over one version: it opens nothing, but a signature that holds, or may hold, is never lost, whatever became of its certificate.</summary>
    public void KeepStray(string receipt, ApplicationAnswer answer)
    {
        if (answer.Result?.Document is { } document)
        {
            evidence.Store(new EvidenceEntry(receipt, VerificationEvidence.From(document), answer.Document), Intake);
        }
    }

    private Application Keep(Prepared prepared, ApplicationAnswer answer)
    {
        Application application = new(prepared.Receipt, prepared.Form, clock.GetUtcNow());
        if (answer.Result?.Document is { } document)
        {
            application.EvidenceId = evidence.Store(new EvidenceEntry(prepared.Receipt, VerificationEvidence.From(document), answer.Document), Intake);
            application.Report = VerificationReport.OfDocument(document);
        }

        if (answer.Rejection is { } rejection)
        {
            application.State = rejection.Outcome == VerificationOutcome.Undetermined ? ApplicationState.Undetermined : ApplicationState.Refused;
        }

        applications.Add(application); // before anything is linked: evidence without an application would be found by nobody
        return application;
    }

    private async Task DecideAsync(Application application, ValidatedCertificate signer, DocumentVerificationResult document)
    {
        HolderAttributes holder = document.Holder!;
        application.Certificate = signer.Certificate.RawData;
        application.Comparison = FourAttributesComparison.Compare(
            application.Form.ToAttributes(), holder.Attributes, holder.NameSubstitutes, holder.AddressSubstitutes, ComparisonReach.OtherForms);
        switch (application.Comparison.Verdict)
        {
            case ComparisonVerdict.Match:
                await opener.OpenAsync(application, signer);
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
