using MyNumber.Card.Emulation;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Emulating;

/// <summary>Reads <c>NAME=VALUE</c> pairs; what was typed is in no message.</summary>
internal static class CardOptionReader
{
    /// <summary>The options with all pairs, or the fault.</summary>
    public static string? Read(IEnumerable<string> pairs, Language language, out EmulatedCardOptions options)
    {
        options = EmulatedCardOptions.Default;
        foreach (string pair in pairs)
        {
            string[] parts = pair.Split('=', 2);
            CardOption? option = CardOption.All.FirstOrDefault(row => row.Name == parts[0]);
            if (option is null || parts.Length < 2)
            {
                return Unknown(option, language);
            }

            if (option.Apply(options, parts[1]) is not { } changed)
            {
                return language.Pick($"{option.Name} takes {option.Takes.English}.", $"{option.Name} には{option.Takes.Japanese}を指定してください。");
            }

            options = changed;
        }

        return null;
    }

    private static string Unknown(CardOption? option, Language language)
    {
        string names = string.Join(", ", CardOption.All.Select(row => row.Name));
        return option is null
            ? language.Pick($"--option NAME=VALUE: unknown name. There are: {names}.", $"--option NAME=VALUE: 不明な名前です。使える名前: {names}")
            : language.Pick($"--option {option.Name} lacks =VALUE.", $"--option {option.Name} に =VALUE がありません。");
    }
}
