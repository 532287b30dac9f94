using System.Globalization;

namespace StatusWatch;

/// <summary>What the command line asks for.</summary>
internal sealed record WatchOptions(int Customers, int Seed, bool English, bool Json)
{
    public const int FewestCustomers = 100;
    public const int MostCustomers = 200_000;

    public const string Usage = """
        StatusWatch [--customers N] [--seed N] [--english] [--json]
          --customers N   顧客の人数 100 から 200000、既定は 10000 (how many customers)
          --seed N        架空の顧客を決める種、既定は 1 (which invented customers)
          --english       報告を英語で (the report in English)
          --json          報告を JSON だけで (the report as JSON alone)
        """;

    /// <summary>Whether the usage was asked for.</summary>
    public static bool AsksForHelp(IEnumerable<string> arguments) => arguments.Any(argument => argument is "--help" or "-h");

    /// <summary>Reads the arguments; <see langword="null"/> and a sentence when one is unknown, lacks its value or is out of range.</summary>
    public static WatchOptions? Read(ReadOnlySpan<string> arguments, out string fault)
    {
        fault = string.Empty;
        WatchOptions options = new(10_000, 1, false, false);
        while (!arguments.IsEmpty)
        {
            string name = arguments[0], value = arguments.Length > 1 ? arguments[1] : string.Empty;
            bool isSwitch = name is "--english" or "--json";
            WatchOptions? next = isSwitch ? options with { English = options.English || name == "--english", Json = options.Json || name == "--json" } : With(options, name, value);
            if (next is null)
            {
                fault = name is "--customers" or "--seed" ? $"{name}: 使えない値です (not a possible value): {value}" : $"{name}: 不明な引数です (unknown argument)";
                return null;
            }

            options = next;
            arguments = arguments[(isSwitch ? 1 : 2)..];
        }

        return options;
    }

    private static WatchOptions? With(WatchOptions options, string name, string value) => (name, Number(value)) switch
    {
        ("--customers", >= FewestCustomers and <= MostCustomers and { } count) => options with { Customers = count },
        ("--seed", { } seed) => options with { Seed = seed },
        _ => null,
    };

    private static int? Number(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
