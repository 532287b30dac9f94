using MyNumber.Jpki;
using MyNumber.Jpki.Reports;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services;

namespace StatusWatch;

/// <summary>The words of the report in both languages.</summary>
internal sealed class Words(bool english)
{
    public string Of(string japanese, string inEnglish) => english ? inEnglish : japanese;

    public string State(TallyRow row) => (row.State, row.RevocationReason) switch
    {
        (CertificateState.Good, _) => Of("有効", "good"),
        (CertificateState.Held, _) => Of("一時保留 (紛失などの連絡)", "on hold (a call about a loss)"),
        (CertificateState.Revoked, RevocationReason.AffiliationChanged) => Of("失効: 記載事項の変更 (転居など)", "revoked: recorded data changed (a move)"),
        (CertificateState.Revoked, RevocationReason.Superseded) => Of("失効: 更新", "revoked: renewed"),
        (CertificateState.Revoked, RevocationReason.CessationOfOperation) => Of("失効: 使われなくなった (返納、死亡など)", "revoked: no longer used (card returned, death)"),
        (CertificateState.Revoked, RevocationReason.KeyCompromise) => Of("失効: 秘密鍵の漏えい", "revoked: the private key leaked"),
        (CertificateState.Revoked, _) => Of("失効", "revoked"),
        (CertificateState.Expired, _) => Of("有効期間の満了", "expired"),
        _ => Reason(row.Reason),
    };

    public string Act(BankAct act) => act switch
    {
        BankAct.Continue => Of("継続", "continue"),
        BankAct.AskForNewCertificate => Of("新しい証明書を求める", "ask for the new certificate"),
        BankAct.Stop => Of("止める", "stop"),
        _ => Of("あとで聞き直す", "later"),
    };

    public string Advice(StatusAdvice advice) => advice switch
    {
        StatusAdvice.Continue => Of("何もしない", "nothing to do"),
        StatusAdvice.UpdateAttributes => Of("新しい署名で住所などを届けてもらう (同意があれば最新の4情報)", "ask for a new signature (with consent: the latest attributes)"),
        StatusAdvice.FollowRenewal => Of("新旧の紐付けに従い、次のログインで新しい証明書を確かめる", "follow old to new; the new one is validated at the next login"),
        StatusAdvice.AskForNewCertificate => Of("更新を案内する", "tell the customer to renew"),
        StatusAdvice.RefuseWhileHeld => Of("取引を断る。失効ではないので紐付けは残す", "refuse for now; not revoked, so links stay"),
        StatusAdvice.SuspectKey => Of("紐付けを外し、本人に連絡する", "end the links, speak with the customer"),
        StatusAdvice.ContactHolder => Of("紐付けを外し、本人や家族に連絡する", "end the links, speak with the customer or the family"),
        StatusAdvice.DistrustAuthority => Of("認証局の証明書をすべて止める", "stop all of the authority's certificates"),
        StatusAdvice.Investigate => Of("銀行側の保管を調べる", "look into the bank's own store"),
        _ => Of("何も変えない。良好とは数えない", "change nothing; never counted as good"),
    };

    private string Reason(VerificationReason reason) => ReasonTexts.Find(reason) is { } text ? Of(text.Japanese, text.English) : reason.ToString();
}
