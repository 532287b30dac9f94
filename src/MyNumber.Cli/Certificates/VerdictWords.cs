using MyNumber.Cli.Contract;
using MyNumber.Jpki;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Cli.Certificates;

/// <summary>Answers in words for a person: what was found, and what to do next. The reason's stable name stands beside them.</summary>
internal static class VerdictWords
{
    public static ExitCode CodeOf(VerificationOutcome outcome) => outcome switch
    {
        VerificationOutcome.Valid => ExitCode.Done,
        VerificationOutcome.Invalid => ExitCode.Refused,
        _ => ExitCode.Undetermined,
    };

    public static string Outcome(VerificationOutcome outcome, Language language) => outcome switch
    {
        VerificationOutcome.Valid => language.Pick("valid", "有効"),
        VerificationOutcome.Invalid => language.Pick("not valid", "有効でない"),
        _ => language.Pick("undetermined", "判定できない"),
    };

    public static string State(CertificateState state, Language language) => state switch
    {
        CertificateState.Good => language.Pick("good", "有効"),
        CertificateState.Held => language.Pick("on hold", "一時保留"),
        CertificateState.Revoked => language.Pick("revoked", "失効"),
        CertificateState.Expired => language.Pick("expired", "期間満了"),
        CertificateState.NotYetValid => language.Pick("not yet valid", "有効期間前"),
        CertificateState.Unknown => language.Pick("unknown to the source", "照会先が知らない証明書"),
        CertificateState.Unreachable => language.Pick("no reliable answer", "信頼できる回答なし"),
        _ => language.Pick("not accepted", "受け入れられない証明書"),
    };

    /// <summary>Why, in one sentence.</summary>
    public static string Reason(VerificationReason reason, Language language) => reason switch
    {
        VerificationReason.None => language.Pick("Everything that was checked holds.", "検査した事項はすべて満たされています。"),
        VerificationReason.Held => language.Pick("The certificate is on hold.", "証明書は一時保留中です。"),
        VerificationReason.Revoked => language.Pick("The certificate is revoked.", "証明書は失効しています。"),
        VerificationReason.Expired => language.Pick("The certificate's period is over.", "証明書の有効期間が終わっています。"),
        VerificationReason.NotYetValid => language.Pick("The certificate's period has not begun.", "証明書の有効期間が始まっていません。"),
        VerificationReason.IssuerUnknown or VerificationReason.IssuerGenerationUnknown => language.Pick("No given anchor issued the certificate.", "指定された認証局が発行した証明書ではありません。"),
        VerificationReason.IssuerSignatureInvalid => language.Pick("The authority did not sign the certificate.", "認証局の署名が正しくありません。"),
        VerificationReason.AnchorOutOfPeriod => language.Pick("The authority's own certificate is out of its period.", "認証局の自己署名証明書が有効期間外です。"),
        VerificationReason.DocumentMalformed or VerificationReason.XmlMalformed => language.Pick("The file is no signed document that can be read.", "読み取れる署名付き文書ではありません。"),
        VerificationReason.ContentDigestMismatch => language.Pick("The content is not what was signed.", "内容が署名されたものと異なります。"),
        VerificationReason.SignatureInvalid => language.Pick("The signature does not hold.", "署名が正しくありません。"),
        VerificationReason.SignerNotFound => language.Pick("The signer's certificate is not in the document.", "署名者の証明書が文書にありません。"),
        VerificationReason.AlgorithmNotAccepted => language.Pick("The signature's algorithm is not accepted.", "署名の方式を受け入れられません。"),
        _ => ByRange((int)reason, language),
    };

    /// <summary>What to do next.</summary>
    public static string Next(VerificationOutcome outcome, VerificationReason reason, Language language) => (outcome, reason) switch
    {
        (VerificationOutcome.Valid, _) => language.Pick("Nothing is left to do.", "することはありません。"),
        (VerificationOutcome.Undetermined, _) => language.Pick("Ask again later, and do not treat it as valid meanwhile.", "時間をおいて再度確認し、それまで有効として扱わないでください。"),
        (_, VerificationReason.Held) => language.Pick("Refuse for now; it is not revoked, so close nothing.", "今は受け付けず、失効としては扱わないでください。"),
        (_, VerificationReason.Revoked) => language.Pick("Refuse, and look at the reason of the revocation.", "受け付けず、失効の理由を確認してください。"),
        (_, VerificationReason.Expired) => language.Pick("Ask for the new certificate.", "新しい証明書を求めてください。"),
        (_, VerificationReason.NotYetValid) => language.Pick("Look at the clocks.", "時計を確認してください。"),
        (_, VerificationReason.IssuerUnknown or VerificationReason.IssuerGenerationUnknown or VerificationReason.WrongPurpose) => language.Pick(
            "Look whether the right anchors and the right purpose were given.", "--anchor と --purpose の指定を確認してください。"),
        _ => language.Pick("Refuse, and ask for the document again.", "受け付けず、提出し直しを求めてください。"),
    };

    private static string ByRange(int reason, Language language) => reason switch
    {
        < 120 or (>= 690 and < 710) => language.Pick("The certificate is not of the accepted profile.", "証明書が受け入れるプロファイルと異なります。"),
        >= 150 and < 200 => language.Pick("No reliable answer about the status could be had.", "失効の有無について信頼できる回答が得られません。"),
        >= 640 and < 650 => language.Pick("The signer's certificate is not bound to the signature as it must be.", "署名者の証明書と署名の結び付きが正しくありません。"),
        >= 710 and < 740 => language.Pick("The XML signature is not where or over what was expected, or is of a form that is not accepted.", "XML 署名の位置・対象・形式が期待と異なります。"),
        _ => language.Pick("A check does not hold.", "検査に合格しません。"),
    };
}
