using MyNumber.Numbering;

namespace CityNumbering;

/// <summary>Says in a sentence why a row is no number, for the clerk who has to mend it.</summary>
internal static class FaultExplanation
{
    public static string Of(NumberFault fault, bool english) => english ? English(fault) : Japanese(fault);

    private static string Japanese(NumberFault fault) => fault switch
    {
        NumberFault.None => "正しい番号です",
        NumberFault.Empty => "空欄です。番号を入れてください",
        NumberFault.ForbiddenCharacter => "使えない文字があります。半角数字だけで書いてください",
        NumberFault.MisplacedSeparator => "ハイフンか空白の位置が違います。数字と数字の間に一つだけ置けます",
        NumberFault.MissingPrefix => "先頭の T がありません",
        NumberFault.TooShort => "桁が足りません。表計算ソフトが先頭の 0 を落としていないか確かめてください",
        NumberFault.TooLong => "桁が多すぎます",
        NumberFault.WrongLength => "この番号にない桁数です",
        NumberFault.WrongStructure => "桁数は合いますが、番号の構成の決まりに反します",
        NumberFault.WrongCheckDigit => "検査用数字が合いません。打ち間違いか、隣の数字との入れ替わりです",
        _ => $"不明な理由です ({fault})",
    };

    private static string English(NumberFault fault) => fault switch
    {
        NumberFault.None => "a valid number",
        NumberFault.Empty => "empty: enter the number",
        NumberFault.ForbiddenCharacter => "a character that is not allowed: write ASCII digits only",
        NumberFault.MisplacedSeparator => "a misplaced hyphen or space: one may stand between two digits",
        NumberFault.MissingPrefix => "the T in front is missing",
        NumberFault.TooShort => "too few digits: did a spreadsheet drop a leading zero?",
        NumberFault.TooLong => "too many digits",
        NumberFault.WrongLength => "a count of digits that this kind of number does not have",
        NumberFault.WrongStructure => "the count is right, but the digits break a rule of this kind of number",
        NumberFault.WrongCheckDigit => "the check digit does not fit: mistyped, or neighbours were swapped",
        _ => $"unknown reason ({fault})",
    };
}
