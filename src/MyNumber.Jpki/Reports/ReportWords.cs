using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Validation;
using MyNumber.Jpki.Validation.LongTerm;
using MyNumber.Numbering.People;

namespace MyNumber.Jpki.Reports;

/// <summary>The fixed words of a report in both languages.</summary>
internal static class ReportWords
{
    public static string Of(ReportSubject subject, ReportLanguage language) => subject switch
    {
        ReportSubject.Certificate => Pick(language, "電子証明書", "certificate"),
        ReportSubject.Document => Pick(language, "署名付き文書", "signed document"),
        ReportSubject.Signers => Pick(language, "署名付き文書と全署名者", "signed document with all signers"),
        ReportSubject.TimestampedDocument => Pick(language, "タイムスタンプのある署名付き文書", "signed document with timestamps"),
        ReportSubject.Timestamp => Pick(language, "タイムスタンプ", "timestamp"),
        ReportSubject.StatusCheck => Pick(language, "現況確認", "re-check of a stored certificate"),
        ReportSubject.Chain => Pick(language, "証明書チェーン", "chain of certificates"),
        _ => Pick(language, "過去の時点の署名", "signature at a past instant"),
    };

    public static string Of(ReportDecision decision, ReportLanguage language) => decision switch
    {
        ReportDecision.GoOn => Pick(language, "有効。進んでよい", "valid: go on"),
        ReportDecision.Refuse => Pick(language, "無効。拒否する", "not valid: refuse"),
        ReportDecision.AskStatusFirst => Pick(language, "条件付き。失効・一時保留がないことを確認してから進む", "conditional: ask for the status before going on; nobody was asked"),
        _ => Pick(language, "判断できない。今は拒否し、有効とみなさない", "undetermined: refuse for now, never as if valid"),
    };

    public static string Of(VerificationStep step, ReportLanguage language) => step switch
    {
        VerificationStep.Challenge => Pick(language, "チャレンジの確認", "challenge"),
        VerificationStep.Read => Pick(language, "読み取り", "reading"),
        VerificationStep.Profile => Pick(language, "プロファイルの確認", "profile"),
        VerificationStep.Path => Pick(language, "認証局の確認", "path to a pinned authority"),
        VerificationStep.Period => Pick(language, "有効期間の確認", "period"),
        VerificationStep.IssuerSignature => Pick(language, "発行者の署名の確認", "issuer's signature"),
        VerificationStep.Signature => Pick(language, "文書の署名の確認", "signature of the document"),
        VerificationStep.Timestamp => Pick(language, "存在した時点の確認", "time of existence"),
        _ => Pick(language, "有効性の確認", "status"),
    };

    public static string Of(ReportStepState state, ReportLanguage language) => state switch
    {
        ReportStepState.Passed => Pick(language, "確認できた", "holds"),
        ReportStepState.Failed => Pick(language, "問題がある", "does not hold"),
        ReportStepState.Undetermined => Pick(language, "判断できない", "could not be decided"),
        ReportStepState.NotLookedAt => Pick(language, "確認していない", "not looked at"),
        ReportStepState.NotAsked => Pick(language, "確認していない (どこにも問い合わせていない)", "not asked"),
        _ => Pick(language, "先に判定が出た", "decided before"),
    };

    public static string Of(RevocationState state, ReportLanguage language) => state switch
    {
        RevocationState.Good => Pick(language, "有効", "good"),
        RevocationState.Held => Pick(language, "一時保留", "held"),
        RevocationState.Revoked => Pick(language, "失効", "revoked"),
        RevocationState.Unknown => Pick(language, "情報源が知らない", "unknown to the source"),
        _ => Pick(language, "確認できない", "no reliable answer"),
    };

    public static string Of(StatusOrigin origin, ReportLanguage language) => origin switch
    {
        StatusOrigin.Responder => Pick(language, "レスポンダ", "asked of a responder"),
        StatusOrigin.List => Pick(language, "失効リスト", "from a list"),
        StatusOrigin.Cache => Pick(language, "前に受け取った答え", "from an answer that was kept"),
        StatusOrigin.Stapled => Pick(language, "相手が添えた答え", "handed over by the peer"),
        _ => Pick(language, "なし", "from nowhere"),
    };

    /// <summary>How a status was learnt and from where.</summary>
    public static string Of(RevocationMethod method, StatusOrigin origin, ReportLanguage language)
    {
        string name = method switch { RevocationMethod.Ocsp => "OCSP", RevocationMethod.Crl => "CRL", _ => Pick(language, "なし", "none") };
        return Pick(language, $"{name} ({Of(origin, language)})", $"{name}, {Of(origin, language)}");
    }

    /// <summary>The reason of a hold or revocation; in English by its name in RFC 5280.</summary>
    public static string Of(RevocationReason reason, ReportLanguage language) => Pick(language, JapaneseOf(reason), reason.ToString());

    public static string Of(Sex sex, ReportLanguage language) => sex switch
    {
        Sex.Male => Pick(language, "男", "male"),
        Sex.Female => Pick(language, "女", "female"),
        Sex.NotApplicable => Pick(language, "適用不能", "not applicable"),
        _ => Pick(language, "不明", "not known"),
    };

    public static string Of(ReportUpdate update, ReportLanguage language) => update switch
    {
        ReportUpdate.Signature => Pick(language, "署名", "signature"),
        ReportUpdate.ValidationData => Pick(language, "検証情報", "validation data"),
        _ => Pick(language, "内容の変更", "change"),
    };

    public static string Of(StatusAdvice advice, ReportLanguage language) => advice switch
    {
        StatusAdvice.AskAgainLater => Pick(language, "後でもう一度確認する", "ask again later"),
        StatusAdvice.Continue => Pick(language, "続けてよい", "continue"),
        StatusAdvice.UpdateAttributes => Pick(language, "氏名や住所の変更を確認する", "ask for the changed attributes"),
        StatusAdvice.FollowRenewal => Pick(language, "更新後の証明書を結び付ける", "follow the renewal"),
        StatusAdvice.RefuseWhileHeld => Pick(language, "保留の間は拒否する", "refuse while it is held"),
        StatusAdvice.SuspectKey => Pick(language, "鍵の漏えいを疑い、取引を調べる", "suspect the key and look at what was signed"),
        StatusAdvice.ContactHolder => Pick(language, "本人に連絡する", "contact the holder"),
        StatusAdvice.AskForNewCertificate => Pick(language, "新しい証明書を求める", "ask for a new certificate"),
        StatusAdvice.DistrustAuthority => Pick(language, "認証局を信頼せず、責任者に知らせる", "distrust the authority and tell who is responsible"),
        _ => Pick(language, "調べる", "investigate"),
    };

    public static string Of(ExistenceProof proof, ReportLanguage language) => proof switch
    {
        ExistenceProof.Timestamp => Pick(language, "タイムスタンプ", "timestamp"),
        ExistenceProof.ArchiveTime => Pick(language, "保管庫の時刻 (弱い証明)", "the archive's own time (weaker)"),
        _ => Pick(language, "なし", "none"),
    };

    private static string JapaneseOf(RevocationReason reason) => reason switch
    {
        RevocationReason.Unspecified => "指定なし",
        RevocationReason.KeyCompromise => "利用者の鍵の危殆化",
        RevocationReason.CACompromise => "認証局の鍵の危殆化",
        RevocationReason.AffiliationChanged => "記載事項の変更",
        RevocationReason.Superseded => "更新",
        RevocationReason.CessationOfOperation => "利用の終了",
        RevocationReason.CertificateHold => "一時保留",
        RevocationReason.RemoveFromCrl => "一時保留の解除",
        RevocationReason.PrivilegeWithdrawn => "権限の取り消し",
        RevocationReason.AACompromise => "属性認証局の鍵の危殆化",
        _ => "その他",
    };

    private static string Pick(ReportLanguage language, string japanese, string english) => language == ReportLanguage.Japanese ? japanese : english;
}
