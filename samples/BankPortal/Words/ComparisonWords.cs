using BankPortal.Opening;
using MyNumber.Numbering.People;

namespace BankPortal.Words;

/// <summary>突合 and decisions in words.</summary>
internal static class ComparisonWords
{
    public static string Of(PersonAttribute attribute) => attribute switch
    {
        PersonAttribute.Name => "氏名",
        PersonAttribute.Address => "住所",
        PersonAttribute.BirthDate => "生年月日",
        _ => "性別",
    };

    public static string Of(AttributeOutcome outcome) => outcome switch
    {
        AttributeOutcome.Same => "一致",
        AttributeOutcome.SameWhenFolded => "一致 (全角・半角やハイフンの書き方だけが違う)",
        AttributeOutcome.PossiblySubstituted => "代替文字のところだけが違う。係員が確かめる",
        AttributeOutcome.Different => "不一致",
        AttributeOutcome.SameButForSpaces => "空白だけが違う。係員が確かめる",
        AttributeOutcome.SameInOtherForm => "別の書き方。係員が確かめる",
        AttributeOutcome.SameButForBuilding => "建物名だけが違う。係員が確かめる",
        _ => "比べられない。係員が確かめる",
    };

    /// <summary>The class of a mark in the stylesheet.</summary>
    public static string Mark(AttributeOutcome outcome) => outcome switch
    {
        AttributeOutcome.Same or AttributeOutcome.SameWhenFolded => "good",
        AttributeOutcome.Different => "bad",
        _ => "wait",
    };

    public static string Of(ApplicationState state) => state switch
    {
        ApplicationState.Received => "処理中",
        ApplicationState.BrokenOff => "開設の途中で中断 (係員の確認待ち)",
        ApplicationState.Superseded => "直す前の申込書 (開設せず)",
        ApplicationState.Opened => "口座を開設",
        ApplicationState.WithClerk => "係員の確認待ち",
        ApplicationState.Mismatch => "突合で不一致 (開設せず)",
        ApplicationState.HasAccount => "開設済みの方 (開設せず)",
        ApplicationState.Refused => "検証で拒否 (開設せず)",
        ApplicationState.Undetermined => "有効性を確認できず (開設せず)",
        _ => "係員が謝絶",
    };

    /// <summary>The class of a mark in the stylesheet.</summary>
    public static string Mark(ApplicationState state) => state switch
    {
        ApplicationState.Opened => "good",
        ApplicationState.WithClerk or ApplicationState.Undetermined or ApplicationState.Received or ApplicationState.BrokenOff => "wait",
        _ => "bad",
    };
}
