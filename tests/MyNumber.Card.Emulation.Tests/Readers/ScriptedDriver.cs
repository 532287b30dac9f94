using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MyNumber.Card.Emulation.Readers;

namespace MyNumber.Card.Emulation.Tests.Readers;

/// <summary>vpcd's side of a connection, on 127.0.0.1 and a free port, saying what the test says.</summary>
internal sealed class ScriptedDriver : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private NetworkStream? _stream;

    public ScriptedDriver()
    {
        _listener.Start();
        VpcdAddress.TryParse(string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}"), out VpcdAddress? address);
        Address = address!;
    }

    public VpcdAddress Address { get; }

    private NetworkStream Stream => _stream ?? throw new InvalidOperationException("Nobody has connected.");

    public async Task AcceptAsync()
    {
        _stream?.Dispose();
        Socket socket = await _listener.AcceptSocketAsync().WaitAsync(Patience);
        socket.NoDelay = true;
        _stream = new NetworkStream(socket, ownsSocket: true);
    }

    public void HangUp() => Stream.Dispose();

    /// <summary>Nobody listens any more.</summary>
    public void Close() => _listener.Stop();

    public async Task SendRawAsync(string hex) => await Stream.WriteAsync(Convert.FromHexString(hex.Replace(" ", string.Empty, StringComparison.Ordinal)));

    /// <summary>Sends messages by their bodies.</summary>
    public async Task SendAsync(params string[] bodies)
    {
        foreach (string body in bodies)
        {
            await SendRawAsync(string.Create(CultureInfo.InvariantCulture, $"{body.Length / 2:X4}{body}"));
        }
    }

    /// <summary>The body of the next answer.</summary>
    public async Task<string> AnswerAsync()
    {
        byte[] header = new byte[2];
        await Stream.ReadExactlyAsync(header).AsTask().WaitAsync(Patience);
        byte[] body = new byte[BinaryPrimitives.ReadUInt16BigEndian(header)];
        await Stream.ReadExactlyAsync(body).AsTask().WaitAsync(Patience);
        return Convert.ToHexString(body);
    }

    public async Task<string> AskAsync(string body)
    {
        await SendAsync(body);
        return await AnswerAsync();
    }

    /// <summary>Waits until the card's side has hung up; anything else that it says fails the test.</summary>
    public async Task ExpectHangUpAsync()
    {
        try
        {
            (await Stream.ReadAsync(new byte[1]).AsTask().WaitAsync(Patience)).ShouldBe(0);
        }
        catch (IOException)
        {
            // A reset is a hanging up too.
        }
    }

    public void Dispose()
    {
        _stream?.Dispose();
        _listener.Stop();
    }
}
