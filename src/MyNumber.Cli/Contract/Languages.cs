using System.Globalization;

namespace MyNumber.Cli.Contract;

/// <summary>Reads the option and the culture.</summary>
internal static class Languages
{
    /// <summary>The names that the option takes.</summary>
    public static string[] Names { get; } = ["en", "ja"];

    /// <summary>The option's language, or without it the culture's: Japanese for Japanese, English for all others.</summary>
    public static Language Choose(string? name) => (name ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) == "ja" ? Language.Japanese : Language.English;

    /// <summary>One of the two texts.</summary>
    public static string Pick(this Language language, string english, string japanese) => language == Language.Japanese ? japanese : english;
}
