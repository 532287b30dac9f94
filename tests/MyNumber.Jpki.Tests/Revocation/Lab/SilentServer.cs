using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MyNumber.Jpki.Tests.Revocation.Lab;

/// <summary>A server on a free loopback port that takes one connection, may send the beginning of an answer, and then says nothing more.</summary>
internal sealed class SilentServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private Socket? _peer;

    public SilentServer() => _listener.Start();

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/ocsp");

    /// <summary>Completes when somebody is connected and the beginning was sent.</summary>
    public async Task AcceptAsync(string beginning)
    {
        _peer = await _listener.AcceptSocketAsync();
        await _peer.SendAsync(Encoding.ASCII.GetBytes(beginning));
    }

    public void Dispose()
    {
        _peer?.Dispose();
        _listener.Dispose();
    }
}
