using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text;

namespace CardAgent.Guards;

/// <summary>Who may ask the holder: origins as a browser writes them. An empty list lets nobody ask.</summary>
internal sealed class OriginList
{
    private readonly string[] _origins;

    private OriginList(string[] origins) => _origins = origins;

    public static OriginList Empty { get; } = new([]);

    /// <summary>The origins, in the order in which they were given.</summary>
    public IReadOnlyList<string> Origins => _origins;

    /// <summary>A list with one origin more, unless that is none: https, or http on this machine alone, since anybody on the way speaks for a http site.</summary>
    public bool TryAdd(string? origin, [NotNullWhen(true)] out OriginList? longer)
    {
        longer = IsOrigin(origin) ? new OriginList([.. _origins, origin!]) : null;
        return longer is not null;
    }

    /// <summary>The origin of an address, as a browser writes it; <see langword="null"/> when no such origin could be taken.</summary>
    public static string? Suggest(string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address))
        {
            return null;
        }

        string host = address.HostNameType == UriHostNameType.Dns ? address.IdnHost : address.Host;
        string origin = $"{address.Scheme}://{host}{(address.IsDefaultPort ? string.Empty : ":" + address.Port.ToString(CultureInfo.InvariantCulture))}";
        return IsOrigin(origin) ? origin : null;
    }

    /// <summary>Whether an Origin header names one of them, character by character; <c>null</c> is none.</summary>
    public bool Allows(string origin) => _origins.Contains(origin, StringComparer.Ordinal);

    // A browser writes a Japanese name in Punycode; the name itself would never be met.
    private static bool IsOrigin(string? text) =>
        text is not null && Ascii.IsValid(text) && Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
        && address.UserInfo.Length == 0
        && string.Equals(address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped), text, StringComparison.Ordinal)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsThisMachine(address.Host)));

    // Browsers lead every name below localhost to their own machine (RFC 6761 §6.3).
    private static bool IsThisMachine(string host) =>
        host == "localhost" || host.EndsWith(".localhost", StringComparison.Ordinal) || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));
}
