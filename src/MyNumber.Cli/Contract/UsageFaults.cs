using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MyNumber.Cli.Contract;

/// <summary>What is wrong with a command line, without the values typed: a number or a PIN in the wrong place must not reach a log.</summary>
internal static partial class UsageFaults
{
    /// <summary>The faults; none when the line is right.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed, Language language)
    {
        if (HyphenWords.Any(parsed))
        {
            return [language.Pick("Unknown option '***'. A file of such a name is given as ./-name.", "不明なオプション '***' です。この名前のファイルは ./-名前 と指定してください。")];
        }

        string[] typed = [.. parsed.Tokens.Where(token => token.Type == TokenType.Argument).Select(token => token.Value), .. parsed.UnmatchedTokens];
        List<string> faults = [.. parsed.Errors.Select(error => Mask(Sentence(error, language), typed)).Distinct(StringComparer.Ordinal)];
        bool isUnknown = parsed.UnmatchedTokens.Count > 0 || parsed.Tokens.Any(token => token.Type == TokenType.Directive);
        return faults.Count > 0 || !isUnknown ? faults : [language.Pick("Unrecognized command or argument.", "認識できない語があります。")];
    }

    // The platform's sentence names the type of the program, which says nothing to whoever typed.
    private static string Sentence(ParseError error, Language language) => error.SymbolResult switch
    {
        OptionResult option when error.Message.Contains("'System.", StringComparison.Ordinal) =>
            string.Format(CultureInfo.InvariantCulture, language.Pick("{0} takes a whole number.", "{0} には整数を指定してください。"), option.Option.Name),
        _ => language == Language.Japanese && RequiredOption().Match(error.Message) is { Success: true } missing ? $"{missing.Groups[1].Value} を指定してください。" : error.Message,
    };

    // The platform has this one sentence in English alone.
    [GeneratedRegex("^Option '(--[a-z-]+)' is required\\.$")]
    private static partial Regex RequiredOption();

    private static string Mask(string message, IEnumerable<string> typed) =>
        typed.Where(value => value.Length > 0)
            .OrderByDescending(value => value.Length)
            .Aggregate(message, (text, value) => text.Replace($"'{value}'", "'***'", StringComparison.Ordinal));
}
