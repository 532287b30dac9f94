using MyNumber.Cli.Contract;
using MyNumber.Numbering.Identification;

namespace MyNumber.Cli.Numbers;

/// <summary>The kinds of a set in both languages.</summary>
internal static class KindWords
{
    private static readonly Dictionary<NumberKinds, (string English, string Japanese)> _words = new()
    {
        [NumberKinds.IndividualNumber] = ("individual number", "個人番号"),
        [NumberKinds.CorporateNumber] = ("corporate number", "法人番号"),
        [NumberKinds.ResidentRecordCode] = ("resident record code", "住民票コード"),
        [NumberKinds.LocalGovernmentCode] = ("local government code", "全国地方公共団体コード"),
        [NumberKinds.InsurerNumber] = ("insurer number", "保険者番号"),
        [NumberKinds.NationalHealthInsurer] = ("national health insurer number", "国民健康保険の保険者番号"),
        [NumberKinds.LongTermCareInsurer] = ("long-term care insurer number", "介護保険者番号"),
        [NumberKinds.PublicExpensePayer] = ("public expense payer number", "公費負担者番号"),
        [NumberKinds.LateElderlyInsured] = ("late-elderly insured person's number", "後期高齢者医療の被保険者番号"),
        [NumberKinds.BasicPensionNumber] = ("basic pension number", "基礎年金番号"),
        [NumberKinds.LongTermCareInsured] = ("long-term care insured person's number", "介護保険被保険者番号"),
        [NumberKinds.EmploymentInsurance] = ("employment insurance number", "雇用保険被保険者番号"),
        [NumberKinds.DriverLicence] = ("driver's licence number", "運転免許証番号"),
        [NumberKinds.CompanyRegistration] = ("company registration number", "会社法人等番号"),
        [NumberKinds.InvoiceRegistrationNumber] = ("invoice registration number", "適格請求書発行事業者の登録番号"),
        [NumberKinds.ApplicationId] = ("application ID", "申請書ID"),
        [NumberKinds.ResidenceCard] = ("residence card number", "在留カード番号"),
    };

    /// <summary>Every kind of a set alone, in the order of the members.</summary>
    public static IEnumerable<NumberKinds> Single(NumberKinds kinds) => _words.Keys.Where(kind => kinds.HasFlag(kind));

    /// <summary>The terms of a set.</summary>
    public static IEnumerable<string> Sentences(NumberKinds kinds, Language language) =>
        Single(kinds).Select(kind => language.Pick(_words[kind].English, _words[kind].Japanese));
}
