using MyNumber.Cli.Contract;
using MyNumber.Numbering;

namespace MyNumber.Cli.Numbers;

/// <summary>Codes and their sentences in both languages. No sentence has room for a value.</summary>
internal static class NumberWords
{
    public const string Placeholder = "Placeholder";
    public const string InferredEdge = "InferredEdge";
    public const string ObservedRule = "ObservedRule";
    public const string MayBeIndividual = "MayBeIndividual";
    public const string HintOnly = "HintOnly";

    private static readonly Dictionary<string, (string English, string Japanese)> _notes = new(StringComparer.Ordinal)
    {
        [Placeholder] = ("the digits look like a filler", "見本用の数字の並びです"),
        [InferredEdge] = ("the check digit rests on the inferred part of the rule", "検査用数字の規則のうち推定に基づく部分です"),
        [ObservedRule] = ("the derived corporate number follows an observed rule, not a published one", "法人番号の導出は公表された規則でなく観察に基づきます"),
        [MayBeIndividual] = ("no corporate number: a sole proprietor's, or a slip; do not refuse it for this", "法人番号ではありません。個人事業者等の番号か誤記です。これだけで拒否しないでください"),
        [HintOnly] = ("a hint, no proof: the rule is not published", "目安です。規則は公表されていません"),
        [nameof(CorporateNumberWarning.UnassignedLeadingDigit)] = ("the base begins with a digit that is not in use", "基礎番号の先頭が未使用の数字です"),
        [nameof(CorporateNumberWarning.UnassignedGovernmentPrefix)] = ("the base begins with 0000 and no prefix of the state or a local government", "基礎番号が国・地方公共団体の区分にありません"),
        [nameof(CorporateNumberWarning.RegistryOfficeOutOfRange)] = ("the registry office code is out of range", "登記所コードが範囲外です"),
        [nameof(CorporateNumberWarning.UnknownOrganisationClass)] = ("the organisation class is not in the table", "組織区分が表にありません"),
    };

    /// <summary>Why a value is not valid.</summary>
    public static string Of(NumberFault fault, Language language) => fault switch
    {
        NumberFault.None => language.Pick("no fault", "誤りはありません"),
        NumberFault.Empty => language.Pick("nothing is there", "何も入力されていません"),
        NumberFault.ForbiddenCharacter => language.Pick("a character that is not accepted", "使えない文字があります"),
        NumberFault.MisplacedSeparator => language.Pick("a misplaced hyphen or space: one may stand between two digits", "ハイフンか空白の位置が正しくありません"),
        NumberFault.MissingPrefix => language.Pick("the T before the digits is missing", "先頭の T がありません"),
        NumberFault.TooShort => language.Pick("too few digits", "桁数が足りません"),
        NumberFault.TooLong => language.Pick("too many digits", "桁数が多すぎます"),
        NumberFault.WrongLength => language.Pick("the count of digits is none of the kind's", "桁数が正しくありません"),
        NumberFault.WrongStructure => language.Pick("the form is not the kind's", "構成が正しくありません"),
        _ => language.Pick("the check digit does not match", "検査用数字が合いません"),
    };

    /// <summary>What can be said.</summary>
    public static string Of(CheckOutcome outcome, Language language) => outcome switch
    {
        CheckOutcome.Invalid => language.Pick("invalid", "誤り"),
        CheckOutcome.Implausible => language.Pick("implausible", "疑わしい"),
        CheckOutcome.Plausible => language.Pick("plausible (not known to be valid)", "もっともらしい（正しいとは言えません）"),
        CheckOutcome.WellFormed => language.Pick("well formed (this kind has no check digit)", "形式は正しい（検査用数字のない番号です）"),
        _ => language.Pick("valid", "正しい"),
    };

    /// <summary>A note's sentence.</summary>
    public static string Note(string code, Language language) => language.Pick(_notes[code].English, _notes[code].Japanese);
}
