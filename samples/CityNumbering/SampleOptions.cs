using System.Globalization;

namespace CityNumbering;

/// <summary>What the command line asks for.</summary>
internal sealed record SampleOptions(int People, int Seed, bool English, string? Keep)
{
    public const string Usage = """
        CityNumbering [--people N] [--seed N] [--lang ja|en] [--keep FOLDER]
          --people N      住民の人数 500 から 500000、既定は 100000 (how many residents)
          --seed N        架空の住民を決める種、既定は 1 (which invented people)
          --lang ja|en    誤りの説明の言語 (language of the explanations)
          --keep FOLDER   番号の入ったファイルを残すフォルダ (keep the files, numbers in clear)
        """;

    /// <summary>Whether the usage was asked for.</summary>
    public static bool AsksForHelp(IEnumerable<string> arguments) => arguments.Any(argument => argument is "--help" or "-h");

    /// <summary>Reads the arguments; <see langword="null"/> and a sentence when one is unknown, lacks its value or is out of range.</summary>
    public static SampleOptions? Read(ReadOnlySpan<string> arguments, out string fault)
    {
        fault = string.Empty;
        SampleOptions options = new(100_000, 1, false, null);
        for (; !arguments.IsEmpty; arguments = arguments[2..])
        {
            string name = arguments[0];
            if (arguments.Length < 2 || With(options, name, arguments[1]) is not { } next)
            {
                fault = name is not ("--people" or "--seed" or "--lang" or "--keep") ? $"{name}: 不明な引数です (unknown argument)"
                    : arguments.Length < 2 ? $"{name}: 値がありません (the value is missing)"
                    : $"{name}: 使えない値です (not a possible value): {arguments[1]}";
                return null;
            }

            options = next;
        }

        return options;
    }

    private static SampleOptions? With(SampleOptions options, string name, string value) => (name, value) switch
    {
        ("--people", _) when Number(value) is >= 500 and <= 500_000 => options with { People = Number(value)!.Value },
        ("--seed", _) when Number(value) is { } seed => options with { Seed = seed },
        ("--lang", "ja" or "en") => options with { English = value == "en" },
        ("--keep", not "") => options with { Keep = value },
        _ => null,
    };

    private static int? Number(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
