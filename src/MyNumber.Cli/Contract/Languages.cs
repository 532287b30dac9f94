using System.Globalization;

namespace MyNumber.Cli.Contract;

/// <summary>Reads the option and the culture.</summary>
internal static class Languages
{
    /// <summary>The names that the option takes.</summary>
    public static string[] Names { get; } = ["en", "ja"];

    /// <summary>The option's language, or without it the culture's: Japanese for Japanese, English for all others.</summary>
    public static Language Choose(string? name) => (name ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) == "ja" ? Language.Japanese : Language.English;

    /// <summary>Does the work while the platform's own sentences are in the language, where it knows languages at all.</summary>
    public static T Speak<T>(this Language language, Func<T> work)
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureOf(language) ?? before;
            return work();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>One of the two texts.</summary>
    public static string Pick(this Language language, string english, string japanese) => language == Language.Japanese ? japanese : english;

    private static CultureInfo? CultureOf(Language language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language.Pick("en", "ja"));
        }
        catch (CultureNotFoundException)
        {
            // A platform that was set up without languages.
            return null;
        }
    }
}
