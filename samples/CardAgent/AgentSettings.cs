using System.Globalization;
using CardAgent.Guards;
using MyNumber.Testing.Hosting;

namespace CardAgent;

/// <summary>What the command line asks for.</summary>
internal sealed record AgentSettings
{
    public const int DefaultPort = 36200;

    /// <summary>Where samples/BankPortal is by itself.</summary>
    public const string SamplePortal = "http://localhost:5080";

    public const string Usage = """
        mynumber-card-agent [--allow ORIGIN]... [--port N] [--seed N] [--person N] [--reader [NAME]]
          --allow ORIGIN   依頼を受け付けるサイト、例 https://bank.example。指定がなければ、模擬のカードなら http://localhost:5080 だけ
                           (who may ask; by itself http://localhost:5080 for an emulated card, nobody for a reader)
          --port N         127.0.0.1 の番号、1024 から 65535、既定は 36200、0 は空いている番号 (port; 0 takes a free one)
          --seed N         架空の人を決める種、既定は 1 (which invented people)
          --person N       その何人目か、0 から 11、既定は 0 (which of them, from 0)
          --reader [NAME]  模擬のカードの代わりに、カードリーダーのカードを使う (a card in a PC/SC reader instead)
        暗証番号を受け取る引数はありません。ブラウザーに出る画面で入れます。
        (No argument takes a PIN. It is entered on the page that opens in the browser.)
        """;

    /// <summary>Who may ask.</summary>
    public OriginList Allowed { get; init; } = OriginList.Empty;

    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>The seed of the invented people.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Which of the seed's people holds the card, from 0.</summary>
    public int Person { get; init; }

    /// <summary>The reader to use, empty for the first one with a card; <see langword="null"/> for an emulated card.</summary>
    public string? Reader { get; init; }

    /// <summary>Whether the usage was asked for.</summary>
    public static bool AsksForHelp(IEnumerable<string> arguments) => arguments.Any(argument => argument is "--help" or "-h");

    /// <summary>Reads the arguments; <see langword="null"/> and a sentence when one is unknown, lacks its value or is out of range.</summary>
    /// <remarks>An emulated card protects nothing, so the sample portal may ask it when nobody is named. A card in a reader is asked by nobody then.</remarks>
    public static AgentSettings? Read(ReadOnlySpan<string> arguments, out string fault)
    {
        fault = string.Empty;
        AgentSettings settings = new();
        while (!arguments.IsEmpty)
        {
            string name = arguments[0];
            string? value = arguments.Length > 1 && !arguments[1].StartsWith("--", StringComparison.Ordinal) ? arguments[1] : null;
            AgentSettings? next = With(settings, name, value);
            if (next is null)
            {
                fault = Explain(name, value);
                return null;
            }

            settings = next;
            arguments = arguments[(value is null ? 1 : 2)..];
        }

        return settings is { Reader: null, Allowed.Origins.Count: 0 } ? With(settings, "--allow", SamplePortal) : settings;
    }

    private static AgentSettings? With(AgentSettings settings, string name, string? value) => (name, Number(value)) switch
    {
        ("--allow", _) when settings.Allowed.TryAdd(value, out OriginList? longer) => settings with { Allowed = longer },
        ("--port", (0 or (>= 1024 and <= 65535)) and { } port) => settings with { Port = port },
        ("--seed", { } seed) => settings with { Seed = seed },
        ("--person", < EmulatorOptions.MostPersons and { } person) => settings with { Person = person },
        ("--reader", _) => settings with { Reader = value ?? string.Empty },
        _ => null,
    };

    // What stands where it does not belong may be a PIN, and is not said again.
    private static string Explain(string name, string? value) => (name, value) switch
    {
        ("--allow" or "--port" or "--seed" or "--person", null) => name + ": 値がありません (no value)",
        ("--allow", _) => $"{name}: {ExplainSite(OriginList.Suggest(value))}",
        ("--port" or "--seed" or "--person", _) => name + ": 使えない値です (not a possible value)",
        _ => (name is ['-', '-', >= 'a' and <= 'z', ..] && !name.Any(char.IsAsciiDigit) ? name.Split('=', 2)[0] + ": " : string.Empty) + "不明な引数です (unknown argument)",
    };

    private static string ExplainSite(string? origin) => origin is null
        ? "サイトのオリジンではありません。https://bank.example の形です。http は、この端末のサイトだけです (not a site's origin, such as https://bank.example; http only on this machine)"
        : $"ブラウザーが書くとおりのオリジンにします。末尾に / もパスも付けません。{origin} なら使えます (an origin as a browser writes it, without slash or path at the end: {origin} would do)";

    private static int? Number(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
