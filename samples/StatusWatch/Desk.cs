using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Services.Accounts;
using MyNumber.Jpki.Services.Surveys;

namespace StatusWatch;

/// <summary>Acts on rows. Acting on the same row again changes nothing, so a crash between act and checkpoint does no harm.</summary>
internal sealed class Desk(AccountLinks links)
{
    private static readonly CertificatePurpose[] Both = [CertificatePurpose.Signature, CertificatePurpose.UserAuthentication];

    /// <summary>Links that now name the renewed certificate (新旧紐付け).</summary>
    public int FollowedLinks { get; private set; }

    /// <summary>Links that were ended. A hold ends none.</summary>
    public int EndedLinks { get; private set; }

    public async Task ActAsync(SurveyRow row)
    {
        foreach (CertificatePurpose purpose in Both)
        {
            AccountLinkOutcome outcome = row.Check.Advice switch
            {
                StatusAdvice.FollowRenewal => await links.FollowRenewalAsync(row.Key, purpose),
                StatusAdvice.SuspectKey or StatusAdvice.ContactHolder => await links.EndAsync(row.Key, purpose, AccountLinkCause.BankDecided),
                _ => AccountLinkOutcome.NotKnownYet,
            };
            FollowedLinks += outcome == AccountLinkOutcome.Linked ? 1 : 0;
            EndedLinks += outcome == AccountLinkOutcome.Ended ? 1 : 0;
        }
    }
}
