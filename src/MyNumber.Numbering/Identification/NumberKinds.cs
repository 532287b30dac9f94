namespace MyNumber.Numbering.Identification;

/// <summary>Kinds of identifiers that a text can be.</summary>
[Flags]
public enum NumberKinds
{
    /// <summary>None that is known here.</summary>
    None = 0,

    /// <summary>個人番号, 12 digits.</summary>
    IndividualNumber = 1 << 0,

    /// <summary>法人番号, 13 digits.</summary>
    CorporateNumber = 1 << 1,

    /// <summary>住民票コード, 11 digits.</summary>
    ResidentRecordCode = 1 << 2,

    /// <summary>全国地方公共団体コード, 6 digits.</summary>
    LocalGovernmentCode = 1 << 3,

    /// <summary>健康保険の保険者番号, 8 digits.</summary>
    InsurerNumber = 1 << 4,

    /// <summary>国民健康保険の保険者番号, 6 digits.</summary>
    NationalHealthInsurer = 1 << 5,

    /// <summary>介護保険者番号, 6 digits; no check digit is known.</summary>
    LongTermCareInsurer = 1 << 6,

    /// <summary>公費負担者番号, 8 digits with the insurers' check digit (confidence medium).</summary>
    PublicExpensePayer = 1 << 7,

    /// <summary>後期高齢者医療の被保険者番号, 8 digits; no check digit is known.</summary>
    LateElderlyInsured = 1 << 8,

    /// <summary>基礎年金番号, 10 digits; no check digit exists.</summary>
    BasicPensionNumber = 1 << 9,

    /// <summary>介護保険被保険者番号, 10 digits, or H and 9 digits; no check digit is known.</summary>
    LongTermCareInsured = 1 << 10,

    /// <summary>雇用保険被保険者番号, 11 digits; the formula of its check digit is not published.</summary>
    EmploymentInsurance = 1 << 11,

    /// <summary>運転免許証番号, 12 digits; a check digit was observed by outsiders.</summary>
    DriverLicence = 1 << 12,

    /// <summary>会社法人等番号, 12 digits; no check digit exists.</summary>
    CompanyRegistration = 1 << 13,

    /// <summary>適格請求書発行事業者の登録番号, T and 13 digits, in the lenient style also bare.</summary>
    InvoiceRegistrationNumber = 1 << 14,

    /// <summary>申請書ID, 23 digits.</summary>
    ApplicationId = 1 << 15,

    /// <summary>在留カード番号・特別永住者証明書番号, two letters, 8 digits, two letters.</summary>
    ResidenceCard = 1 << 16,
}
