using MyNumber.Cli.Contract;
using MyNumber.Linkage.Codes;

namespace MyNumber.Cli.Links;

/// <summary>Verdicts and their sentences in both languages. No sentence has room for a value.</summary>
internal static class CodeWords
{
    /// <summary>What every run over codes says on standard error.</summary>
    public const string Notice = "Codes of a lab, under keys of your own; real ones are made by the state's system only. (実験用の符号です。実際の符号は国の情報提供ネットワークシステムだけが生成します。)";

    /// <summary>The exit codes of a verb over codes, for its help.</summary>
    public static string Exits(string done, string refused) =>
        $"Exit codes: 0 {done}; 1 {refused}; 2 the command line is wrong, nothing was done; 3 no answer: a file cannot be read, no row came in, or the run was stopped.";

    /// <summary>The verdict's word; without a verdict the line was no envelope.</summary>
    public static string Name(CodeVerdict? verdict) => verdict is { } known ? known.ToString() : "Unreadable";

    /// <summary>The verdict's sentence.</summary>
    public static string Of(CodeVerdict? verdict, Language language) => verdict switch
    {
        CodeVerdict.Genuine => language.Pick("made under this key for this holder in this epoch", "この鍵でこの主体のこの世代のために生成された符号です"),
        CodeVerdict.Forged => language.Pick("not made under this key, or of an epoch that is yet to come", "この鍵で生成された符号ではないか、まだ始まっていない世代の符号です"),
        CodeVerdict.Foreign => language.Pick("made for another holder", "別の主体の符号です"),
        CodeVerdict.Superseded => language.Pick("of an earlier epoch of this holder", "この主体の以前の世代の符号です"),
        CodeVerdict.UnknownKeyEpoch => language.Pick("of another key epoch", "別の鍵世代の符号です"),
        CodeVerdict.UnknownScheme => language.Pick("of a construction that is not known", "未知の方式の符号です"),
        _ => language.Pick("not 36 hexadecimal digits", "16 進 36 桁ではありません"),
    };

    /// <summary>How many rows were not good.</summary>
    public static string Count(long bad, long rows, Language language) =>
        FormattableString.Invariant($"{language.Pick("rows", "全行")} {rows}, {language.Pick("not good", "正しくない行")} {bad}.");
}
