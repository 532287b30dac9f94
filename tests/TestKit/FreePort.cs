using System.Net;
using System.Net.Sockets;

namespace MyNumber.TestKit;

/// <summary>Ports of 127.0.0.1 for programs that must be told theirs before they start.</summary>
public static class FreePort
{
    /// <summary>A port that nobody has at this moment.</summary>
    public static int Find()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
