namespace MyNumber.Jpki.Services.IdentityChecks;

/// <summary>What is shown or looked up in an identity check, as the table of the source document names it.</summary>
public enum IdentityDocument
{
    /// <summary>A document that the table does not name. The value of <see langword="default"/>.</summary>
    Other = 0,

    /// <summary>個人番号カード.</summary>
    IndividualNumberCard = 1,

    /// <summary>通知カード.</summary>
    NotificationCard = 2,

    /// <summary>個人番号が記載された住民票の写し・住民票記載事項証明書.</summary>
    ResidentRecordWithNumber = 3,

    /// <summary>地方公共団体情報システム機構への確認 (個人番号利用事務実施者).</summary>
    InquiryToAgency = 4,

    /// <summary>住民基本台帳の確認 (市町村長).</summary>
    ResidentRegister = 5,

    /// <summary>過去に本人確認の上で作成した特定個人情報ファイルの確認.</summary>
    EarlierFile = 6,

    /// <summary>官公署等の書類で、個人番号・氏名・生年月日又は住所の記載があり、個人番号利用事務実施者が適当と認めるもの.</summary>
    AcceptedDocumentWithNumber = 7,

    /// <summary>運転免許証.</summary>
    DrivingLicence = 20,

    /// <summary>運転経歴証明書.</summary>
    DrivingHistoryCertificate = 21,

    /// <summary>旅券.</summary>
    Passport = 22,

    /// <summary>身体障害者手帳.</summary>
    PhysicalDisabilityCertificate = 23,

    /// <summary>精神障害者保健福祉手帳.</summary>
    MentalDisabilityCertificate = 24,

    /// <summary>療育手帳.</summary>
    IntellectualDisabilityCertificate = 25,

    /// <summary>在留カード.</summary>
    ResidenceCard = 26,

    /// <summary>特別永住者証明書.</summary>
    SpecialPermanentResidentCertificate = 27,

    /// <summary>写真の表示等の措置が施され、氏名・生年月日又は住所の記載があり、適当と認める書類.</summary>
    AcceptedDocumentWithPhoto = 28,

    /// <summary>公的医療保険の被保険者証.</summary>
    HealthInsuranceCard = 40,

    /// <summary>年金手帳.</summary>
    PensionHandbook = 41,

    /// <summary>児童扶養手当証書.</summary>
    ChildRearingAllowanceCertificate = 42,

    /// <summary>特別児童扶養手当証書.</summary>
    SpecialChildRearingAllowanceCertificate = 43,

    /// <summary>氏名・生年月日又は住所の記載があり、適当と認める書類 (写真なし).</summary>
    AcceptedDocumentWithoutPhoto = 44,

    /// <summary>申告書等に添付された、本人に一に限り発行された書類又は官公署の書類に記載の氏名・生年月日又は住所の確認 (租税).</summary>
    DocumentAttachedToTaxReturn = 60,

    /// <summary>口座振替納付に係る書面の名義人・金融機関・口座番号の確認 (租税).</summary>
    BankAccountOfTaxPayment = 61,

    /// <summary>調査において確認した事項等、本人しか知り得ない事項の確認 (租税).</summary>
    FactsOnlyThePersonKnows = 62,

    /// <summary>過去に受理した申告書等に記載の純損失の金額等の確認 (租税).</summary>
    FactsOfEarlierTaxReturn = 63,
}
