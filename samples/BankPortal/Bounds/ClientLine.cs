using System.Net;
using System.Net.Sockets;

namespace BankPortal.Bounds;

/// <summary>The line (回線) that a request comes over: what one client cannot change at will.</summary>
internal static class ClientLine
{
    private const int NetworkBytes = 8;

    /// <summary>The line of a request.</summary>
    public static string Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    /// <summary>An IPv4 address whole; of an IPv6 address the network, the first 64 bits, since the rest is the client's own choice (RFC 4291 §2.5.1).</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return string.Empty; // no connection of the internet, such as a test's
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        byte[] bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes).ToString();
    }
}
