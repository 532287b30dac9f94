using System.CommandLine;
using System.CommandLine.Parsing;

namespace MyNumber.Cli.Contract;

/// <summary>Finds a mistyped option that was taken for a value, a file or the text of an option.</summary>
/// <remarks>No kind of number begins with a hyphen, and a file of such a name can be given as <c>./-name</c>. A number that an option takes may be below zero.</remarks>
internal static class HyphenWords
{
    /// <summary>Whether a word that begins with a hyphen, and is more than the hyphen, stands where a text belongs.</summary>
    public static bool Any(ParseResult parsed)
    {
        for (SymbolResult? result = parsed.CommandResult; result is not null; result = result.Parent)
        {
            if (result is CommandResult command && command.Children.SelectMany(TextsOf).Any(token => token.Value is ['-', _, ..]))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<Token> TextsOf(SymbolResult result) => result switch
    {
        ArgumentResult argument => argument.Tokens,
        OptionResult option when !IsWholeNumber(option.Option.ValueType) => option.Tokens,
        _ => [],
    };

    private static bool IsWholeNumber(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is { } bare && (bare == typeof(int) || bare == typeof(long));
}
