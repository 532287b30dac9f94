using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MyNumber.Card.Emulation.Readers;

/// <summary>Where a slot of vpcd, pcscd's driver of virtual readers, waits for its card.</summary>
/// <remarks>Immutable. Debian's configuration has two slots: 35963 and the port after it (/etc/reader.conf.d/vpcd, <c>0x8C7B</c>).</remarks>
public sealed record VpcdAddress
{
    private VpcdAddress(string host, int port)
    {
        Host = host;
        Port = port;
    }

    /// <summary>The first virtual reader of this machine, 127.0.0.1:35963.</summary>
    public static VpcdAddress FirstSlot { get; } = new(IPAddress.Loopback.ToString(), 35963);

    /// <summary>The second virtual reader of this machine, 127.0.0.1:35964.</summary>
    public static VpcdAddress SecondSlot { get; } = new(IPAddress.Loopback.ToString(), 35964);

    /// <summary>Host name or IP address, an IPv6 one without brackets.</summary>
    public string Host { get; }

    /// <summary>TCP port, 1 to 65535.</summary>
    public int Port { get; }

    /// <summary>Reads <c>HOST:PORT</c>, an IPv6 address in brackets.</summary>
    /// <param name="text">Such as <c>127.0.0.1:35963</c> or <c>[::1]:35963</c>.</param>
    /// <param name="address">The address, or <see langword="null"/> when the text is none.</param>
    /// <returns>Whether the text is an address. A host name is not looked up here.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out VpcdAddress? address)
    {
        address = null;
        int colon = text.LastIndexOf(':');
        if (colon < 1 || !int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int port) || port is < 1 or > ushort.MaxValue)
        {
            return false;
        }

        if (HostOf(text[..colon]) is not { } host)
        {
            return false;
        }

        address = new VpcdAddress(host, port);
        return true;
    }

    /// <summary><c>HOST:PORT</c>, as <see cref="TryParse"/> reads it.</summary>
    /// <returns>The address.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Host.Contains(':') ? $"[{Host}]" : Host)}:{Port}");

    private static string? HostOf(ReadOnlySpan<char> text)
    {
        if (text is ['[', .., ']'])
        {
            return IPAddress.TryParse(text[1..^1].ToString(), out IPAddress? address) && address.AddressFamily == AddressFamily.InterNetworkV6 ? address.ToString() : null;
        }

        string host = text.ToString();
        return Uri.CheckHostName(host) is UriHostNameType.Dns or UriHostNameType.IPv4 ? host : null;
    }
}
