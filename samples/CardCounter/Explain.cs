using MyNumber.Card.Applications;
using MyNumber.Card.Applications.InputSupport;
using MyNumber.Card.Emulation.Issuing;
using MyNumber.Card.Pins;
using MyNumber.Jpki;
using MyNumber.Numbering.People;

namespace CardCounter;

/// <summary>What the counter says. The office's own refusals are in <see cref="CardRefusalText"/>.</summary>
internal static class Explain
{
    public static string Of(PinFault fault) => fault switch
    {
        PinFault.TooShort => "桁数が足りません。",
        PinFault.TooLong => "桁数が多すぎます。",
        PinFault.ForbiddenCharacter => "半角の数字 (署名用は英字と数字) だけで入力してください。",
        PinFault.NeedsLetter => "英字を一文字以上含めてください。",
        PinFault.NeedsDigit => "数字を一文字以上含めてください。",
        _ => string.Empty,
    };

    public static string Of(PinVerification attempt) => attempt.Outcome switch
    {
        PinOutcome.WrongPin => $"違います。あと {attempt.TriesLeft} 回でロックされます。",
        PinOutcome.RefusedLastTry => "あと 1 回間違えるとロックされます。カードには送っていません。",
        PinOutcome.Blocked => "ロックされています。住所地の市区町村の窓口で再設定してください。",
        PinOutcome.MalformedPin => Of(attempt.Fault),
        _ => string.Empty,
    };

    public static string Of(GenuineCardOutcome outcome) => outcome switch
    {
        GenuineCardOutcome.IssuerNotVerified => "このカードを作った者が、信頼する発行者ではありません。",
        GenuineCardOutcome.KeyNotSigned => "カードの鍵に発行者の署名がありません。",
        GenuineCardOutcome.Copy => "ファイルは本物でも、鍵が違います。別のチップに写したものです。",
        _ => string.Empty,
    };

    public static string Of(InputSupportIntegrity outcome) => outcome switch
    {
        InputSupportIntegrity.Verified => "発行者が署名したとおりの記録",
        InputSupportIntegrity.IssuerNotVerified => "記録に署名した者が、信頼する発行者ではありません。転記しません。",
        InputSupportIntegrity.BadSignature => "記録の署名が合いません。転記しません。",
        InputSupportIntegrity.NumberChanged or InputSupportIntegrity.AttributesChanged => "記録が署名の後で変わっています。転記しません。",
        _ => string.Empty,
    };

    public static string Of(VerificationReason reason) => reason switch
    {
        VerificationReason.Held => "電子証明書は一時保留中です。カードが見つかったら、市区町村の窓口へお持ちください。",
        VerificationReason.Revoked => "電子証明書は失効しています。",
        _ => $"電子証明書を確認できません ({reason})。",
    };

    public static string Of(Sex sex) => sex switch
    {
        Sex.Male => "男",
        Sex.Female => "女",
        _ => "記載なし",
    };

    public static string Stage(CardStage stage) => stage switch
    {
        CardStage.Applied => "受付",
        CardStage.Made => "作成済み",
        CardStage.Notified => "交付通知書を発送",
        CardStage.InUse => "交付済み",
        CardStage.Stopped => "一時停止中",
        CardStage.Returned => "返納",
        _ => $"{stage}",
    };

    public static string Tasks(IReadOnlyList<CardTask> tasks) => tasks.Count == 0 ? "なし" : string.Join("、", tasks.Select(Task));

    private static string Task(CardTask task) => task switch
    {
        CardTask.MakeCard => "カードの作成",
        CardTask.SendDeliveryNotice => "交付通知書の発送",
        CardTask.IssueSignatureCertificate => "署名用電子証明書の発行",
        CardTask.IssueAuthenticationCertificate => "利用者証明用電子証明書の発行",
        CardTask.HoldCertificates => "電子証明書の一時保留",
        CardTask.RevokeCertificates => "電子証明書の失効",
        CardTask.SetPins => "暗証番号の設定",
        CardTask.DestroyCard => "カードの廃棄",
        _ => $"{task}",
    };
}
