using BankPortal.Opening;
using MyNumber.Jpki.Evidence.Storage;
using MyNumber.Jpki.Services;

namespace BankPortal.Clerks;

/// <summary>What a clerk does with an application. Each look at evidence leaves a line in the archive's journal.</summary>
internal sealed class ClerkDesk(OpeningDesk opening, StatusMonitor monitor, IEvidenceStore evidence)
{
    /// <summary>Clerks of the lab, for Development.</summary>
    public static readonly string[] LabClerks = ["窓口1番", "窓口2番"];

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>Reads the evidence of an application.</summary>
    public EvidenceReading Read(Application application, string clerk) =>
        application.EvidenceId is { } id ? evidence.Read(id, new EvidenceAccess(clerk, "申込みの確認")) : default;

    /// <summary>Who looked at it, latest first.</summary>
    public IReadOnlyList<EvidenceEvent> Journal(Application application) => [.. evidence.ReadJournal().Where(line => line.Contract == application.Receipt).Reverse()];

    /// <summary>Opens the account of an application that waits. The certificate's status is asked again, since time has passed.</summary>
    /// <returns>Whether the application still waited.</returns>
    public async Task<bool> ApproveAsync(Application application, string clerk, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (application.State != ApplicationState.WithClerk)
            {
                return false;
            }

            StatusCheck check = await monitor.CheckAsync(application.Certificate, StatusCheckPurpose.SignatureVerification, cancellationToken);
            if (check.Validation.Validated is not { } signer)
            {
                return false;
            }

            application.DecidedBy = clerk;
            await opening.OpenAsync(application, signer, cancellationToken);
            return true;
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
            if (application.State != ApplicationState.WithClerk)
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
