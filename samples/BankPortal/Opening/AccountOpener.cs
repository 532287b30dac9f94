using BankPortal.Accounts;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services.Accounts;
using MyNumber.Jpki.Validation;

namespace BankPortal.Opening;

/// <summary>
/// Opens an account wholly or not at all: S is linked, then R, then the account stands. Where it breaks off between, S is linked to a number without an account; the next opening with S goes on under that number.
/// </summary>
internal sealed class AccountOpener(AccountBook accounts, AccountLinks links, IAccountLinkStore store, TimeProvider clock, ILogger<AccountOpener> log)
{
    /// <summary>Opens and links; a person whose certificates have an account gets no other. It never throws: what fails leaves the application <see cref="ApplicationState.BrokenOff"/>.</summary>
    public async Task OpenAsync(Application application, ValidatedCertificate signer)
    {
        try
        {
            await LinkAsync(application, signer);
        }
        catch (Exception failure) when (application.AccountNumber is null) // whatever a store or a service of others throws
        {
            application.State = ApplicationState.BrokenOff;
            PortalLog.BrokenOff(log, application.Receipt, failure.GetType().Name);
        }
    }

    private async Task LinkAsync(Application application, ValidatedCertificate signer)
    {
        string number = await FindUnfinishedAsync(signer) ?? accounts.NextNumber();
        AccountOpening opening = await links.OpenAsync(number, signer, CancellationToken.None);
        if (opening.Signature is not (AccountLinkOutcome.Linked or AccountLinkOutcome.AlreadyLinked))
        {
            application.State = ApplicationState.HasAccount;
            return;
        }

        if (opening.UserAuthentication == AccountLinkOutcome.OtherAccountHasIt) // the same person with a new S, such as after a move
        {
            await links.EndAsync(number, CertificatePurpose.Signature, AccountLinkCause.BankDecided, CancellationToken.None);
            application.State = ApplicationState.HasAccount;
            return;
        }

        OpenForm form = application.Form;
        if (!accounts.TryAdd(new Account(number, form.Branch, form.Kind, form.Name, clock.GetUtcNow(), signer.Certificate.RawData, opening.IsComplete)))
        {
            application.State = ApplicationState.HasAccount; // another application of the same certificate was faster
            return;
        }

        application.AccountNumber = number;
        application.State = ApplicationState.Opened;
    }

    private async Task<string?> FindUnfinishedAsync(ValidatedCertificate signer) =>
        await store.FindAccountAsync(signer.Certificate.Identity, CancellationToken.None) is { } number && accounts.Find(number) is null ? number : null;
}
