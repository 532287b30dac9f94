using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace InformationLinkage;

/// <summary>Japanese names of what the story shows.</summary>
internal static class Names
{
    private static readonly Dictionary<ItemSetId, string> _sets = new()
    {
        [ChildAllowance.ResidentRecord] = "住民票関係情報",
        [ChildAllowance.LocalTax] = "地方税関係情報",
        [ChildAllowance.Disability] = "障害者関係情報",
        [ChildAllowance.InsuranceBenefit] = "医療保険給付関係情報",
        [ChildAllowance.PensionBenefit] = "年金給付関係情報",
    };

    public static string Of(ItemSetId set) => _sets[set];

    public static string Of(InquiryOutcome? outcome) => outcome switch
    {
        InquiryOutcome.Provided => "提供",
        InquiryOutcome.NoRecord => "該当なし",
        InquiryOutcome.ProviderHasNoCode => "提供者に符号なし",
        InquiryOutcome.RefusedByRule => "拒否: 規則になし",
        InquiryOutcome.RefusedPia => "拒否: 保護評価",
        InquiryOutcome.CodeSuperseded => "拒否: 旧符号",
        _ => outcome?.ToString() ?? "未了",
    };
}
