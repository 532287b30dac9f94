namespace MyNumber.Jpki.AspNetCore.Configuration;

/// <summary>Origins (RFC 6454 §6.2) and addresses, as settings give them.</summary>
internal static class SiteOrigin
{
    /// <summary>Whether a setting is an origin just as browsers write it, a name beyond ASCII in its xn-- form, for which nobody on the way can speak.</summary>
    public static bool IsOrigin(string? origin) =>
        IsPrintable(origin) && Uri.TryCreate(origin, UriKind.Absolute, out Uri? address) && IsPrivate(address) && Of(address) == origin;

    /// <summary>Whether nobody on the way reads what goes to an address: https, or http that does not leave this machine.</summary>
    public static bool IsPrivate(Uri address) => IsHttp(address) && (address.Scheme == Uri.UriSchemeHttps || IsThisMachine(address));

    // Browsers lead every name below localhost to their own machine (RFC 6761 §6.3).
    private static bool IsThisMachine(Uri address) => address.IsLoopback || address.Host.EndsWith(".localhost", StringComparison.Ordinal);

    /// <summary>The origin of an address, as browsers write it.</summary>
    public static string Of(Uri address) => address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped).ToLowerInvariant();

    public static bool IsHttp(Uri address) => address is { IsAbsoluteUri: true } && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    /// <summary>Whether an address leads nowhere but into this site: it begins with one slash and is printable ASCII without a backslash, as a Location header takes it.</summary>
    public static bool IsLocalPath(string? address) =>
        address is ['/', ..] && (address.Length == 1 || address[1] != '/') && IsPrintable(address) && !address.Contains('\\', StringComparison.Ordinal);

    private static bool IsPrintable(string? text) => text is not null && !text.AsSpan().ContainsAnyExceptInRange('!', '~');
}
