namespace MyNumber.Card.Emulation.Issuing;

/// <summary>What a counter says to the holder when it refuses; our own words.</summary>
public static class CardRefusalText
{
    private static readonly Dictionary<CardRefusal, (string Japanese, string English)> Texts = new()
    {
        [CardRefusal.UnknownApplication] = ("申請書IDの申請がありません。", "No application has this ID."),
        [CardRefusal.ApplicationIdUsed] = ("この申請書IDは既に使用されています。", "This application ID was used before."),
        [CardRefusal.WrongStage] = ("カードの現在の状態では、この手続はできません。", "The card's stage does not allow this step."),
        [CardRefusal.BirthDateUnknown] = ("生年月日に不詳の部分があり、有効期限を定められません。", "The birth date is not fully known, so the last day cannot be told."),
        [CardRefusal.BirthDateInFuture] = ("生年月日が将来の日付です。", "The birth date lies in the future."),
        [CardRefusal.RepresentativeMissing] = ("15歳未満の方及び成年被後見人の方は、法定代理人の記入が必要です。", "Under 15, and for an adult ward, the legal representative fills in the application."),
        [CardRefusal.PhotoMissing] = ("顔写真がありません。", "The photo is missing."),
        [CardRefusal.BrailleUnfit] = ("点字表記は、仮名で11文字までです。濁点等は1文字と数えます。", "Braille takes up to 11 cells of kana; a voicing mark counts as one."),
        [CardRefusal.ResidenceOver] = ("在留期間が満了しています。", "The period of residence is over."),
        [CardRefusal.SerialNumberUsed] = ("この製造番号は別のカードのものです。", "The serial number is on another card."),
        [CardRefusal.SerialNumberUnfit] = ("製造番号は15桁の数字です。", "A serial number has 15 digits."),
        [CardRefusal.NoticeMissing] = ("交付通知書をお持ちください。", "Please bring the delivery notice."),
        [CardRefusal.IdentityNotShown] = ("本人確認書類をお持ちください。", "Please show who you are."),
        [CardRefusal.AnswerNotSigned] = ("回答書に署名又は記名押印がありません。", "The answer on the notice is not signed."),
        [CardRefusal.RepresentativeMustCome] = ("法定代理人の同行が必要です。", "The legal representative must come along."),
        [CardRefusal.DelegationMissing] = ("委任状又は代理権の確認書類がありません。", "The delegation or the proof of representation is missing."),
        [CardRefusal.AbsenceNotProved] = ("本人の出頭が困難であることを証する書類がありません。", "Nothing proves that the holder cannot come."),
        [CardRefusal.PinsNotSealed] = ("暗証番号の記入欄に目隠しシールを貼付してください。", "Please cover the PINs with the seal."),
        [CardRefusal.PinMissing] = ("必要な暗証番号が設定されていません。", "A PIN that the card needs was not chosen."),
        [CardRefusal.PinWithoutUse] = ("発行しない電子証明書の暗証番号は設定できません。", "A certificate that is not issued takes no PIN."),
        [CardRefusal.Stopped] = ("カードは一時停止中です。", "The card is stopped."),
        [CardRefusal.Expired] = ("カードの有効期限が過ぎています。", "The card's last day is over."),
        [CardRefusal.OnlyAtMunicipality] = ("市区町村の窓口でのみ手続できます。", "Only the municipality does this."),
        [CardRefusal.OnlySignaturePassword] = ("この場所では署名用電子証明書の暗証番号のみ初期化できます。", "This place resets the signature password alone."),
        [CardRefusal.NotBooked] = ("スマートフォンのアプリでの予約がないか、予約の時間が過ぎています。", "The smartphone application did not book this, or the booking is over."),
        [CardRefusal.CertificateMissing] = ("必要な電子証明書がカードにありません。", "The card has no certificate that this needs."),
        [CardRefusal.PlaceNotOpen] = ("この場所では取り扱っていません。", "This place does not do this."),
        [CardRefusal.CardMissing] = ("カードをお持ちください。", "Please bring the card."),
        [CardRefusal.LossNotReported] = ("警察への遺失又は盗難の届出が必要です。", "The loss or theft must be reported to the police."),
        [CardRefusal.TooEarly] = ("更新の手続は、まだできません。", "It is too early to renew."),
        [CardRefusal.NothingChanged] = ("記載事項に変更がありません。", "No entry changed."),
        [CardRefusal.NoContinuedUseYet] = ("この日には、国外転出後の継続利用の制度がありません。", "On this day the law knows no continued use abroad."),
        [CardRefusal.AlreadyDeparted] = ("継続利用は、国外転出の前に手続してください。", "Continued use is asked for before the departure."),
        [CardRefusal.NoPinNamed] = ("初期化する暗証番号が選ばれていません。", "No PIN was named."),
    };

    /// <summary>The text in Japanese.</summary>
    /// <param name="refusal">The reason.</param>
    /// <returns>One sentence or two, or empty for <see cref="CardRefusal.None"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such reason.</exception>
    public static string Japanese(CardRefusal refusal) => Find(refusal).Japanese;

    /// <summary>The text in English.</summary>
    /// <param name="refusal">The reason.</param>
    /// <returns>One sentence, or empty for <see cref="CardRefusal.None"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such reason.</exception>
    public static string English(CardRefusal refusal) => Find(refusal).English;

    private static (string Japanese, string English) Find(CardRefusal refusal) => refusal == CardRefusal.None
        ? (string.Empty, string.Empty)
        : Texts.TryGetValue(refusal, out (string, string) text) ? text : throw new ArgumentOutOfRangeException(nameof(refusal));
}
