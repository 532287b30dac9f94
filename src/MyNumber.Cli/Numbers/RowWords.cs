using MyNumber.Cli.Contract;
using MyNumber.Cli.Reading;
using MyNumber.Numbering.CorporateList;

namespace MyNumber.Cli.Numbers;

/// <summary>Why a row of a file cannot be read, in both languages.</summary>
internal static class RowWords
{
    public static string Of(CsvFault fault, Language language) => fault switch
    {
        CsvFault.MissingColumn => language.Pick("the row has fewer columns", "列が足りません"),
        CsvFault.StrayQuote => language.Pick("a quotation mark in the wrong place", "引用符の位置が正しくありません"),
        CsvFault.UnclosedQuote => language.Pick("a quoted field does not end", "引用符が閉じていません"),
        _ => language.Pick("the row is too long", "行が長すぎます"),
    };

    public static string Of(CorporateListReason reason, Language language) => reason switch
    {
        CorporateListReason.WrongColumnCount => language.Pick("the row has not 30 columns", "30 列ではありません"),
        CorporateListReason.StrayQuote => Of(CsvFault.StrayQuote, language),
        CorporateListReason.UnclosedQuote => Of(CsvFault.UnclosedQuote, language),
        CorporateListReason.RowTooLong => Of(CsvFault.RowTooLong, language),
        CorporateListReason.FieldTooLong => language.Pick("a field is too long", "項目が長すぎます"),
        CorporateListReason.UndecodableText => language.Pick("bytes that are no text in this encoding", "この文字コードでは読めないバイトがあります"),
        CorporateListReason.WrongCorporateNumber => language.Pick("a corporate number is not valid", "法人番号が正しくありません"),
        CorporateListReason.WrongDate => language.Pick("a date is missing or not yyyy-MM-dd", "日付がないか yyyy-MM-dd ではありません"),
        CorporateListReason.UnknownCode => language.Pick("a code is not known or missing", "区分の値が不明か、ありません"),
        _ => language.Pick("the sequence number is no number", "一連番号が数ではありません"),
    };
}
