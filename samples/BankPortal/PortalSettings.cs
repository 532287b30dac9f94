using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MyNumber.Jpki.AspNetCore.Configuration;

namespace BankPortal;

/// <summary>What the command line asks for.</summary>
internal sealed record PortalSettings
{
    public const int DefaultPort = 5080;

    public const string Usage = """
        BankPortal [--port N] [--urls URL] [--origin ORIGIN] [--agent ADDRESS] [--seed N]
          --port N          127.0.0.1 の番号、既定は 5080、0 は空いている番号 (port; 0 takes a free one)
          --urls URL        このコンピューターの中のほかの場所で待ち受ける、例 http://127.0.0.1:8080 (listens elsewhere on this machine)
          --origin ORIGIN   ブラウザに見えるサイトの名前、既定は待ち受ける場所、例 https://localhost:7080 (what the browser shows, where it is another; this machine)
          --agent ADDRESS   カードエージェントの受け口、既定は http://127.0.0.1:36200/ask (the card agent's address)
          --seed N          架空の人を決める種、既定は 1。カードエージェントと同じにする (which invented people, as the agent's)
        """;

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Where it listens instead; <see langword="null"/> for 127.0.0.1 and <see cref="Port"/>.</summary>
    public Uri? Address { get; init; }

    /// <summary>What the browser shows; <see langword="null"/> for where it listens.</summary>
    public string? NamedOrigin { get; init; }

    /// <summary>Where the card agent takes requests.</summary>
    public Uri Agent { get; init; } = new(JpkiOptions.DefaultAgentAddress);

    /// <summary>The seed of the invented people.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The host's environment. This site knows the emulated environment alone, so it is Development unless somebody says otherwise, and starts as nothing else.</summary>
    public string EnvironmentName { get; init; } = ReadEnvironment(Environment.GetEnvironmentVariable);

    /// <summary>Why a site with these settings does not start; <see langword="null"/> when it may. It has doors without a password (/lab, /clerk/login), which stand on no network, and behind no proxy either.</summary>
    public string? Refusal => Address is { IsLoopback: false } ? Say("--urls") : NamedOrigin is { } origin && !IsThisMachine(new Uri(origin)) ? Say("--origin") : null;

    /// <summary>The site's origin; it is part of what holders sign.</summary>
    public string Origin => NamedOrigin ?? (Address ?? new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{Port}"))).GetLeftPart(UriPartial.Authority);

    public static bool AsksForHelp(IEnumerable<string> arguments) => arguments.Any(argument => argument is "--help" or "-h");

    /// <summary>Both variables of a host; where they differ the stricter stands: Production before all, Development only when nobody says otherwise.</summary>
    public static string ReadEnvironment(Func<string, string?> variable)
    {
        string[] named = [.. new[] { variable("ASPNETCORE_ENVIRONMENT"), variable("DOTNET_ENVIRONMENT") }.OfType<string>().Select(name => name.Trim()).Where(name => name.Length != 0)];
        return Array.Find(named, name => Is(name, Environments.Production))
            ?? Array.Find(named, name => !Is(name, Environments.Development))
            ?? Environments.Development;

        static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads the arguments; <see langword="null"/> and a sentence when one is unknown or has no possible value.</summary>
    public static PortalSettings? Read(string[] arguments, out string fault)
    {
        fault = string.Empty;
        PortalSettings settings = new();
        for (int at = 0; at < arguments.Length; at += 2)
        {
            string? value = at + 1 < arguments.Length ? arguments[at + 1] : null;
            if (With(settings, arguments[at], value) is not { } next)
            {
                fault = $"{arguments[at]}: 不明な引数か、使えない値です (an unknown argument or no possible value)";
                return null;
            }

            settings = next;
        }

        if (settings.Refusal is { } refusal)
        {
            fault = refusal;
            return null;
        }

        return settings with { Port = settings is { Port: 0, Address: null } ? FindFreePort() : settings.Port };
    }

    private static PortalSettings? With(PortalSettings settings, string name, string? value) => (name, Number(value), Web(value)) switch
    {
        ("--port", (0 or (>= 1024 and <= 65535)) and { } port, _) => settings with { Port = port },
        ("--seed", { } seed, _) => settings with { Seed = seed },
        ("--urls", _, { AbsolutePath: "/" } address) => settings with { Address = address },
        ("--origin", _, { AbsolutePath: "/" } origin) => settings with { NamedOrigin = origin.GetLeftPart(UriPartial.Authority) },
        ("--agent", _, { } agent) => settings with { Agent = agent },
        _ => null,
    };

    // Browsers lead every name below localhost to their own machine (RFC 6761 §6.3).
    private static bool IsThisMachine(Uri address) => address.IsLoopback || address.Host.EndsWith(".localhost", StringComparison.Ordinal);

    private static string Say(string argument) =>
        $"{argument}: 暗証のない入口があるため、この見本はこのコンピューターの中だけで動きます。localhost か 127.0.0.1 にしてください (this sample has doors without a password: localhost or 127.0.0.1 only)";

    private static int? Number(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static Uri? Web(string? value) =>
        Uri.TryCreate(value, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address : null;

    // The origin is signed, so the number has to be known before the first page.
    private static int FindFreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
