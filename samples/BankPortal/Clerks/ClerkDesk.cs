using BankPortal.Opening;
using MyNumber.Jpki;
using MyNumber.Jpki.Evidence.Storage;
using MyNumber.Jpki.Services;

namespace BankPortal.Clerks;

/// <summary>What a clerk does with an application. Each look at evidence leaves a line in the archive's journal.</summary>
internal sealed class ClerkDesk(AccountOpener opener, StatusMonitor monitor, IEvidenceStore evidence)
{
    /// <summary>Clerks of the lab, for Development.</summary>
    public static readonly string[] LabClerks = ["窓口1番", "窓口2番"];

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>Reads the evidence of an application.</summary>
    public EvidenceReading Read(Application application, string clerk) =>
        application.EvidenceId is { } id ? evidence.Read(id, new EvidenceAccess(clerk, "申込みの確認")) : default;

    /// <summary>Who looked at it, latest first.</summary>
    public IReadOnlyList<EvidenceEvent> Journal(Application application) => [.. evidence.ReadJournal().Where(line => line.Contract == application.Receipt).Reverse()];

    /// <summary>Opens the account of an application that waits. The certificate's status is asked again, since time has passed, and the answer is archived under the receipt.</summary>
    /// <returns>What came of it. A status that cannot be learnt decides nothing: the application goes on waiting.</returns>
    public async Task<Approval> ApproveAsync(Application application, string clerk)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            if (!application.IsOpenToClerks)
            {
                return Approval.AlreadyDecided;
            }

            StatusCheck check = await monitor.CheckAsync(application.Certificate, StatusCheckPurpose.SignatureVerification);
            application.ApprovalEvidenceId = evidence.Store(
                new EvidenceEntry(application.Receipt, CheckEvidence.From(check), application.Certificate), new EvidenceAccess(clerk, "開設の判断のときの有効性確認"));
            if (check.Validation.Validated is not { } signer)
            {
                return check.Outcome == VerificationOutcome.Undetermined ? Approval.Undetermined : Approval.NotValid;
            }

            await opener.OpenAsync(application, signer);
            if (application.State == ApplicationState.BrokenOff)
            {
                return Approval.BrokenOff;
            }

            application.DecidedBy = clerk;
            return application.State == ApplicationState.Opened ? Approval.Opened : Approval.HasAccount;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Declines an application that waits.</summary>
    public async Task<bool> DeclineAsync(Application application, string clerk, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (!application.IsOpenToClerks)
            {
                return false;
            }

            application.DecidedBy = clerk;
            application.State = ApplicationState.Declined;
            return true;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}
