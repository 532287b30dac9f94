using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Linting;

/// <summary>Rows about the four attributes (基本4情報) in subjectAltName.</summary>
internal static class AttributeRules
{
    /// <summary>Order on the wire as cards have it.</summary>
    public static readonly string[] WireOrder =
        [Oids.PersonName, Oids.PersonBirthDate, Oids.PersonSex, Oids.PersonAddress, Oids.PersonNameSubstitutes, Oids.PersonAddressSubstitutes];

    private const string Place = "extensions.subjectAltName";
    private const string Cards = "research notes: cards read by two projects";

    public static IEnumerable<ProfileRule> Of(RuleSubject s) =>
    [
        new()
        {
            Clause = $"{s.Prefix}-SAN", Path = Place, Extension = Oids.SubjectAltName, Criticality = RuleCriticality.NonCritical, Order = 3, Source = Cards, Confidence = s.Seen(),
            RefusedWith = [VerificationReason.HolderAttributesMissing],
            Expected = "not critical, the six otherNames of the holder", ExpectedJapanese = "非重要、利用者の otherName 6つ",
        },
        Row(s, "SAN-FORM", "each otherName is an OID and one value, all well formed", "otherName は OID と値1つの正しい形"),
        Row(s, "SAN-REPEATED", "each otherName of the arc once", "この系列の otherName は各1回"),
        Row(s, "SAN-NAME", "the name, a UTF8String", "氏名 (UTF8String)", Oids.PersonName),
        Row(s, "SAN-NAME-FLAGS", "UTF8String, one 0 or 1 for each character of the name", "UTF8String、氏名の1文字ごとに0か1", Oids.PersonNameSubstitutes),
        Row(s, "SAN-SEX", "UTF8String of one digit", "数字1つの UTF8String", Oids.PersonSex),
        Row(s, "SAN-BIRTH", "UTF8String EYYYYMMDD, era digit and Gregorian date", "UTF8String EYYYYMMDD (元号の数字と西暦)", Oids.PersonBirthDate),
        Row(s, "SAN-ADDRESS", "the address, a UTF8String", "住所 (UTF8String)", Oids.PersonAddress),
        Row(s, "SAN-ADDRESS-FLAGS", "UTF8String, one 0 or 1 for each character of the address", "UTF8String、住所の1文字ごとに0か1", Oids.PersonAddressSubstitutes),
        Mild(s, "SAN-ORDER", "the order name, birth date, sex, address, flags of both", "氏名・生年月日・性別・住所・代替文字の順", FindingRank.Warning),
        Mild(s, "SAN-SEX-VALUE", "1 or 2; sources disagree on other digits", "1 または 2 (他の数字は資料が一致しない)", FindingRank.Notice, "1 2"),
        Mild(s, "SAN-ERA", "the era in which the date lies", "日付が属する元号", FindingRank.Warning),
        Mild(s, "SAN-BIRTH-PARTS", "a date of which every part is known", "年月日がすべて判明した日付", FindingRank.Notice),
        Mild(s, "SAN-ADDRESS-LENGTH", "at most 200 characters", "200文字以下", FindingRank.Warning, "200") with { Confidence = s.Seen(RuleConfidence.SingleSource), Source = RuleSubject.OneSpecimen },
        Mild(s, "SAN-OTHER", "no otherName that this version does not know; it is kept and ignored", "未知の otherName がないこと (保持して無視)", FindingRank.Notice)
            with { Presence = RulePresence.Forbidden, Confidence = RuleConfidence.Unknown },
        Mild(s, "SAN-FORMS", "no general name of another form", "他の形式の名前がないこと", FindingRank.Notice) with { Presence = RulePresence.Forbidden },
    ];

    /// <summary>The row of a certificate that carries no attribute.</summary>
    public static ProfileRule None(RuleSubject s) => new()
    {
        Clause = $"{s.Prefix}-SAN", Path = Place, Extension = Oids.SubjectAltName, Presence = RulePresence.Forbidden, Source = RuleSubject.Specimens, Confidence = s.Seen(),
        RefusedWith = [VerificationReason.HolderAttributesUnexpected],
        Expected = "absent: no personal attribute", ExpectedJapanese = "ないこと (個人の属性を載せない)",
    };

    private static ProfileRule Row(RuleSubject s, string topic, string expected, string japanese, string? value = null) => new()
    {
        Clause = $"{s.Prefix}-{topic}", Path = Place, Value = value, Source = Cards, Confidence = s.Seen(), RefusedWith = [VerificationReason.HolderAttributesMalformed],
        Expected = expected, ExpectedJapanese = japanese,
    };

    private static ProfileRule Mild(RuleSubject s, string topic, string expected, string japanese, FindingRank rank, string? value = null) => new()
    {
        Clause = $"{s.Prefix}-{topic}", Path = Place, Value = value, Source = Cards, Confidence = s.Seen(), Rank = rank, Expected = expected, ExpectedJapanese = japanese,
    };
}
