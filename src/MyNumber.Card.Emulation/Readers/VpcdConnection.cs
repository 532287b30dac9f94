using System.Buffers.Binary;
using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace MyNumber.Card.Emulation.Readers;

/// <summary>One TCP connection to vpcd: messages of two bytes of length (big-endian) and a body of 0 to 65,535 bytes.</summary>
/// <remarks>Blocking, for one thread, which disposes it; <see cref="HangUp"/> from another thread ends a call that is under way. Nothing is allocated per message.
/// vpcd 3.3 sends length and body apart and leaves Nagle's algorithm on, so without a quick ACK the body comes 40 ms later. The kernel forgets the wish; it is
/// repeated before each receive.</remarks>
internal sealed class VpcdConnection : IDisposable
{
    private const int HeaderLength = 2;
    private const int Tcp = 6;
    private const int QuickAck = 12;

    // An idle core takes longer to wake than a program takes to send its next command.
    private static readonly TimeSpan AwakeAfterAnswer = TimeSpan.FromMicroseconds(150);

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _incoming = new byte[HeaderLength + ushort.MaxValue];
    private readonly byte[] _outgoing = new byte[HeaderLength + ushort.MaxValue];
    private bool _quickAck = OperatingSystem.IsLinux();
    private int _taken;
    private int _filled;

    private static ReadOnlySpan<byte> On => [1, 0, 0, 0];

    /// <summary>Where the body of the next answer goes, 65,535 bytes.</summary>
    public Span<byte> Answer => _outgoing.AsSpan(HeaderLength);

    /// <summary>Connects, and gives up with a <see cref="SocketException"/>.</summary>
    public void Connect(VpcdAddress address) => _socket.Connect(address.Host, address.Port);

    /// <summary>Waits for the next message, which stays until the next call and is then zeroed.</summary>
    /// <returns>Whether there was one; otherwise the other side has hung up.</returns>
    public bool TryReceive(out ReadOnlySpan<byte> message)
    {
        Drop();
        message = default;
        if (!TryFill(HeaderLength))
        {
            return false;
        }

        int length = BinaryPrimitives.ReadUInt16BigEndian(_incoming);
        if (!TryFill(HeaderLength + length))
        {
            return false;
        }

        _taken = HeaderLength + length;
        message = _incoming.AsSpan(HeaderLength, length);
        return true;
    }

    /// <summary>Sends the first bytes of <see cref="Answer"/> in one piece and zeroes them.</summary>
    public void Send(int length)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_outgoing, (ushort)length);
        Span<byte> message = _outgoing.AsSpan(0, HeaderLength + length);
        for (int sent = 0; sent < message.Length;)
        {
            sent += _socket.Send(message[sent..]);
        }

        CryptographicOperations.ZeroMemory(message);
    }

    /// <summary>Ends the connection, from any thread. The buffers stay as they are, because a message may be in work.</summary>
    public void HangUp() => _socket.Dispose();

    /// <summary>Ends the connection and zeroes what a message or an answer that did not come to its end has left.</summary>
    public void Dispose()
    {
        HangUp();
        CryptographicOperations.ZeroMemory(_incoming);
        CryptographicOperations.ZeroMemory(_outgoing);
    }

    private void Drop()
    {
        _incoming.AsSpan(_taken, _filled - _taken).CopyTo(_incoming);
        CryptographicOperations.ZeroMemory(_incoming.AsSpan(_filled - _taken, _taken));
        _filled -= _taken;
        _taken = 0;
    }

    private bool TryFill(int wanted)
    {
        while (_filled < wanted)
        {
            AskForQuickAck();
            StayAwake();
            int received = _socket.Receive(_incoming.AsSpan(_filled));
            if (received == 0)
            {
                return false;
            }

            _filled += received;
        }

        return true;
    }

    /// <summary>Looks for a short time whether the next bytes are there already, before the thread goes to sleep for them.</summary>
    private void StayAwake()
    {
        if (Environment.ProcessorCount == 1)
        {
            return;
        }

        long begun = Stopwatch.GetTimestamp();
        while (!_socket.Poll(0, SelectMode.SelectRead) && Stopwatch.GetElapsedTime(begun) < AwakeAfterAnswer)
        {
            Thread.SpinWait(20);
        }
    }

    private void AskForQuickAck()
    {
        if (!_quickAck)
        {
            return;
        }

        try
        {
            _socket.SetRawSocketOption(Tcp, QuickAck, On);
        }
        catch (SocketException)
        {
            _quickAck = false;
        }
    }
}
