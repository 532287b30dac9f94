using static MyNumber.Jpki.Services.IdentityChecks.IdentityCondition;
using static MyNumber.Jpki.Services.IdentityChecks.IdentityDocument;

namespace MyNumber.Jpki.Services.IdentityChecks;

/// <summary>The rows of the government's table of identity checks (対面/郵送), number check ①–④ and identity check ①–⑥.</summary>
internal static class IdentityRuleTable
{
    private const string Document = "the government's slides on the state of the number system (source document 002), table of identity checks";
    private const string Days = Document + "; the days are general knowledge and not from that document: check them";

    // The act's duty to check began with the number notices.
    private static readonly DateOnly Start = new(2015, 10, 5);
    private static readonly DateOnly NoticeCardsEnd = new(2020, 5, 24);
    private static readonly DateOnly InsuranceCardsEnd = new(2025, 12, 1);

    public static IReadOnlyList<IdentityRule> Rows { get; } =
    [
        Row("番号①", IdentityPart.Number, [IndividualNumberCard], "法16", "個人番号カード", "the individual number card"),
        Row("番号②", IdentityPart.Number, [NotificationCard], "法16", "通知カード", "the notification card") with { Until = NoticeCardsEnd, Source = Days },
        Row("番号②", IdentityPart.Number, [NotificationCard], "法16 (経過措置)", "通知カード (2020-05-25以後は記載が住民票と一致している間)", "the notification card, since 2020-05-25 only while it shows what the resident record shows", NotificationCardIsUnchanged)
            with { From = NoticeCardsEnd.AddDays(1), Source = Days },
        Row("番号③", IdentityPart.Number, [ResidentRecordWithNumber], "令12①", "個人番号が記載された住民票の写し・住民票記載事項証明書", "a copy or certificate of the resident record with the number"),
        Row("番号④ア", IdentityPart.Number, [InquiryToAgency], "則3①", "機構への確認 (個人番号利用事務実施者)", "an inquiry to J-LIS by a body that uses numbers", BetterNumberRowsAreDifficult, AskerUsesNumbers),
        Row("番号④イ", IdentityPart.Number, [ResidentRegister], "則3①", "住民基本台帳の確認 (市町村長)", "the resident register, looked up by the mayor", BetterNumberRowsAreDifficult, AskerIsMayor),
        Row("番号④ウ", IdentityPart.Number, [EarlierFile], "則3①", "過去に本人確認の上で作成した特定個人情報ファイルの確認", "the file that was made after an earlier identity check", BetterNumberRowsAreDifficult),
        Row("番号④エ", IdentityPart.Number, [AcceptedDocumentWithNumber], "則3①", "官公署等の書類で適当と認めるもの (個人番号、氏名、生年月日又は住所)", "a document of an office or the like found suitable, with number, name, and birth date or address", BetterNumberRowsAreDifficult, DocumentIsFoundSuitable),
        Row("身元①", IdentityPart.Person, [IndividualNumberCard], "法16", "個人番号カード", "the individual number card"),
        Row(
            "身元②",
            IdentityPart.Person,
            [DrivingLicence, DrivingHistoryCertificate, Passport, PhysicalDisabilityCertificate, MentalDisabilityCertificate, IntellectualDisabilityCertificate, ResidenceCard, SpecialPermanentResidentCertificate],
            "則1①一、則2一",
            "運転免許証、運転経歴証明書、旅券、各種障害者手帳、在留カード、特別永住者証明書のいずれか",
            "one of: driving licence, driving history certificate, passport, disability certificate, residence card, special permanent resident certificate"),
        Row("身元③", IdentityPart.Person, [AcceptedDocumentWithPhoto], "則1①二、則2二", "写真の表示等のある書類で適当と認めるもの", "a document with a photograph found suitable", DocumentIsFoundSuitable),
        .. TwoDocuments(),
        Row("身元⑤イ", IdentityPart.Person, [DocumentAttachedToTaxReturn], "則1③、則3③", "申告書等に添付された書類の確認 (租税)", "a document attached to the tax return", BetterPersonRowsAreDifficult, TaxMatter),
        Row("身元⑤ウ", IdentityPart.Person, [BankAccountOfTaxPayment], "則1③、則3③", "口座振替納付に係る書面の確認 (租税)", "the bank account of the tax payment", BetterPersonRowsAreDifficult, TaxMatter),
        Row("身元⑤エ", IdentityPart.Person, [FactsOnlyThePersonKnows], "則1③、則3③", "本人しか知り得ない事項の確認 (租税)", "facts that only the person knows", BetterPersonRowsAreDifficult, TaxMatter),
        Row("身元⑤オ", IdentityPart.Person, [FactsOfEarlierTaxReturn], "則1③、則3③", "過去の申告書等の記載事項の確認 (租税、還付請求でない時)", "facts of an earlier tax return, not for a refund", BetterPersonRowsAreDifficult, TaxMatter, OtherTaxMeasuresAreDifficult, NoRefundClaim),
        Row("身元⑥", IdentityPart.Person, [], "則3⑤", "雇用関係等から人違いでないことが明らかと認める時は書類を要しない", "no document where employment or the like makes plain who it is", PlainlyTheSamePerson) with { Count = 0 },
    ];

    // The insurance card ceased to be issued on 2024-12-02, and the last ones ceased to be valid a year later.
    private static IEnumerable<IdentityRule> TwoDocuments()
    {
        IdentityDocument[] rest = [PensionHandbook, ChildRearingAllowanceCertificate];
        foreach ((bool hasInsurance, DateOnly? from, DateOnly? until) in new (bool, DateOnly?, DateOnly?)[] { (true, Start, InsuranceCardsEnd), (false, InsuranceCardsEnd.AddDays(1), null) })
        {
            IdentityDocument[] named = hasInsurance ? [HealthInsuranceCard, .. rest] : rest;
            string japanese = hasInsurance ? "公的医療保険の被保険者証、年金手帳、児童扶養手当証書" : "年金手帳、児童扶養手当証書";
            string english = hasInsurance ? "health insurance card, pension handbook, child rearing allowance certificate" : "pension handbook, child rearing allowance certificate";
            yield return Row("身元④ア", IdentityPart.Person, named, "則1①三、則3②", $"{japanese}のうち2つ", $"two of: {english}", BetterPersonRowsAreDifficult) with { Count = 2, From = from, Until = until, Source = Days };
            yield return Row("身元④イ", IdentityPart.Person, [.. named, AcceptedDocumentWithoutPhoto], "則1①三、則3②", $"{japanese}、適当と認める書類のうち2つ", $"two of: {english}, a document found suitable", BetterPersonRowsAreDifficult, DocumentIsFoundSuitable)
                with { Count = 2, From = from, Until = until, Source = Days };
            yield return Row("身元⑤ア", IdentityPart.Person, [.. named, SpecialChildRearingAllowanceCertificate], "則1③、則3③", $"{japanese}、特別児童扶養手当証書のいずれか1つ (租税)", $"one of: {english}, special child rearing allowance certificate (tax)", BetterPersonRowsAreDifficult, TaxMatter)
                with { From = from, Until = until, Source = Days };
        }
    }

    private static IdentityRule Row(string id, IdentityPart part, IReadOnlyList<IdentityDocument> documents, string clause, string japanese, string english, params IdentityCondition[] conditions) => new()
    {
        Id = id,
        Part = part,
        Documents = documents,
        Conditions = conditions,
        From = Start,
        Clause = clause,
        Japanese = japanese,
        English = english,
        Source = Document,
    };
}
