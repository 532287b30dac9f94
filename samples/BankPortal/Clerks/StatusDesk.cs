using BankPortal.Accounts;
using BankPortal.Words;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Reports;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Services.Accounts;

namespace BankPortal.Clerks;

/// <summary>現況確認: re-checks the stored signature certificates of all accounts, records the purpose, tells the customer where something has to be done, follows renewals (新旧紐付け), and asks which R belongs to S: it may have become known, or another's.</summary>
internal sealed class StatusDesk(AccountBook accounts, AccountLinks links, StatusMonitor monitor, ILogger<StatusDesk> log)
{
    private const string Renewed = "電子証明書が更新されました。ログインは新しい電子証明書でできます。署名用の新しい電子証明書は、次のお手続きのときに確かめます。";

    private readonly Lock _gate = new();
    private IReadOnlyList<StatusRow> _latest = [];

    /// <summary>The last round.</summary>
    public IReadOnlyList<StatusRow> Latest
    {
        get
        {
            lock (_gate)
            {
                return _latest;
            }
        }
    }

    public async Task CheckAllAsync(string clerk, CancellationToken cancellationToken)
    {
        List<StatusRow> rows = [];
        foreach (Account account in accounts.All)
        {
            StatusCheck check = await monitor.CheckAsync(account.SignatureCertificate, StatusCheckPurpose.LivenessCheck, cancellationToken);
            LoginLink link = await FindLoginLinkAsync(account, check, cancellationToken);
            account.Notice = link == LoginLink.Followed ? Renewed : NoticeFor(check.Advice) ?? (check.Advice == StatusAdvice.AskAgainLater ? account.Notice : null);
            account.CanLogIn |= link == LoginLink.Stands; // R may be missing for a while after issuance
            rows.Add(Row(account, check, clerk, link));
        }

        lock (_gate)
        {
            _latest = rows;
        }
    }

    // One account's silent link service does not end the round of all.
    private async Task<LoginLink> FindLoginLinkAsync(Account account, StatusCheck check, CancellationToken cancellationToken)
    {
        try
        {
            return check.Validation.Validated is { } signer
                ? Judge(await links.OpenAsync(account.Number, signer, cancellationToken), account.CanLogIn) // links what is not linked yet, and changes nothing else
                : check.Advice == StatusAdvice.FollowRenewal ? await FollowRenewalAsync(account, cancellationToken)
                : LoginLink.NotAsked;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested) // whatever a store or a service of others throws
        {
            PortalLog.LinkNotAsked(log, failure.GetType().Name);
            return LoginLink.Unreachable;
        }
    }

    // The new certificates are known by their numbers alone: each is validated when the customer first shows it.
    private async Task<LoginLink> FollowRenewalAsync(Account account, CancellationToken cancellationToken)
    {
        AccountLinkOutcome signature = await links.FollowRenewalAsync(account.Number, CertificatePurpose.Signature, cancellationToken);
        AccountLinkOutcome login = await links.FollowRenewalAsync(account.Number, CertificatePurpose.UserAuthentication, cancellationToken);
        account.IsSignatureFollowed |= signature == AccountLinkOutcome.Linked;
        account.IsLoginFollowed |= login == AccountLinkOutcome.Linked;
        return login switch
        {
            AccountLinkOutcome.Linked => LoginLink.Followed,
            AccountLinkOutcome.OtherAccountHasIt => LoginLink.OtherAccount,
            AccountLinkOutcome.EndedOnPurpose => LoginLink.Ended,
            AccountLinkOutcome.NoLink => account.CanLogIn ? LoginLink.Ended : LoginLink.NotKnownYet,
            AccountLinkOutcome.NotKnownYet when account.IsLoginFollowed => LoginLink.Followed, // linked, and nothing newer is named
            AccountLinkOutcome.NotKnownYet when account.IsSignatureFollowed => LoginLink.Stands, // S alone was issued anew (再発行), as after a move
            _ => LoginLink.NotKnownYet,
        };
    }

    private static LoginLink Judge(AccountOpening found, bool couldLogIn) => (found.Signature, found.UserAuthentication) switch
    {
        _ when found.IsComplete => LoginLink.Stands,
        (AccountLinkOutcome.OtherAccountHasIt, _) or (_, AccountLinkOutcome.OtherAccountHasIt) => LoginLink.OtherAccount,
        (AccountLinkOutcome.AccountHasAnother, _) or (_, AccountLinkOutcome.AccountHasAnother) => LoginLink.Changed,
        (AccountLinkOutcome.EndedOnPurpose, _) or (_, AccountLinkOutcome.EndedOnPurpose) => LoginLink.Ended,
        _ => couldLogIn ? LoginLink.NotNamedAnyMore : LoginLink.NotKnownYet,
    };

    private static StatusRow Row(Account account, StatusCheck check, string clerk, LoginLink link)
    {
        IReadOnlyList<ReportLine> lines = ReportLine.Of(VerificationReport.OfStatusCheck(check));
        string Find(string name) => lines.FirstOrDefault(line => line.Name == name)?.Value ?? "—";
        string state = Find("状態");
        return new StatusRow(account.Number, check.CheckedAt, clerk, check.Purpose, check.Outcome, state == "—" ? Find("理由") : state, Find("助言"), link);
    }

    private static string? NoticeFor(StatusAdvice advice) => advice switch
    {
        StatusAdvice.UpdateAttributes => "ご住所やお名前が変わったことが分かりました。新しい電子証明書が発行されたら、変更の届出をお願いします。",
        StatusAdvice.FollowRenewal or StatusAdvice.AskForNewCertificate => "電子証明書が更新されたか、有効期間が終わりました。新しい電子証明書の届出をお願いします。",
        StatusAdvice.RefuseWhileHeld => "署名用電子証明書が一時保留中です。口座はそのままです。カードが見つかったときも、市区町村の窓口で新しい電子証明書の発行を受けて、店舗にご連絡ください。",
        StatusAdvice.SuspectKey or StatusAdvice.ContactHolder => "電子証明書について確かめたいことがあります。お取引店にご連絡ください。",
        _ => null,
    };
}
