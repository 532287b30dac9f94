using System.Net;
using System.Net.Sockets;

namespace MyNumber.Cli.Tests.Emulating;

/// <summary>The driver's side of vpcd at a free port of this machine: messages with two bytes of length in front.</summary>
internal sealed class VpcdDriver : IDisposable
{
    private readonly int _port;
    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private Socket? _card;

    public VpcdDriver()
    {
        _listener.Start();
        _port = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    public string Address => FormattableString.Invariant($"127.0.0.1:{_port}");

    /// <summary>Goes away as a daemon does that ends.</summary>
    public void Close()
    {
        HangUp();
        _listener.Dispose();
    }

    /// <summary>Comes back at the same port.</summary>
    public void Reopen()
    {
        _listener = new TcpListener(IPAddress.Loopback, _port);
        _listener.Start();
    }

    public async Task AcceptAsync() => _card = await _listener.AcceptSocketAsync();

    public void HangUp() => _card?.Dispose();

    /// <summary>Sends a message that is answered.</summary>
    public async Task<byte[]> AskAsync(params byte[] message)
    {
        await _card!.SendAsync(new[] { (byte)(message.Length >> 8), (byte)(message.Length & 0xFF) });
        await _card.SendAsync(message);
        byte[] head = await ReceiveAsync(2);
        return await ReceiveAsync((head[0] << 8) | head[1]);
    }

    /// <summary>Sends a control byte that is not answered: 0 power off, 1 power on, 2 reset.</summary>
    public async Task TellAsync(byte control) => await _card!.SendAsync(new byte[] { 0, 1, control });

    public void Dispose()
    {
        HangUp();
        _listener.Dispose();
    }

    private async Task<byte[]> ReceiveAsync(int length)
    {
        byte[] bytes = new byte[length];
        for (int at = 0; at < length;)
        {
            int read = await _card!.ReceiveAsync(bytes.AsMemory(at));
            at += read > 0 ? read : throw new EndOfStreamException();
        }

        return bytes;
    }
}
