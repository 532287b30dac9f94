using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace MyNumber.LoginLoad;

/// <summary>One connection that stays open, for one answer after the other.</summary>
internal sealed class Connection : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[65536];

    public static async Task<Connection> OpenAsync(Uri address)
    {
        Connection connection = new();
        await connection._socket.ConnectAsync(address.Host, address.Port);
        return connection;
    }

    /// <summary>Posts an answer and reads what comes back.</summary>
    /// <returns>The status code, and whether a session cookie came along.</returns>
    public async Task<(int Status, bool HasSession)> PostAsync(PreparedLogin login)
    {
        await _socket.SendAsync(login.Request, SocketFlags.None);
        int filled = 0, headLength;
        while ((headLength = _buffer.AsSpan(0, filled).IndexOf(HeadEnd)) < 0)
        {
            filled += await ReadSomeAsync(filled);
        }

        string head = Encoding.ASCII.GetString(_buffer, 0, headLength);
        while (!IsWhole(head, _buffer.AsSpan(headLength + HeadEnd.Length, filled - headLength - HeadEnd.Length)))
        {
            filled += await ReadSomeAsync(filled);
        }

        return (int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture), head.Contains("Set-Cookie: .AspNetCore.Cookies=", StringComparison.Ordinal));
    }

    public void Dispose() => _socket.Dispose();

    private async Task<int> ReadSomeAsync(int filled)
    {
        int read = await _socket.ReceiveAsync(_buffer.AsMemory(filled), SocketFlags.None);
        return read != 0 ? read : throw new IOException("The server closed the connection.");
    }

    private static bool IsWhole(string head, ReadOnlySpan<byte> body)
    {
        const string Length = "Content-Length: ";
        if (head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase))
        {
            return body.EndsWith("\r\n0\r\n\r\n"u8);
        }

        int at = head.IndexOf(Length, StringComparison.OrdinalIgnoreCase);
        return body.Length >= (at < 0 ? 0 : int.Parse(head.AsSpan(at + Length.Length).ToString().Split('\r')[0], CultureInfo.InvariantCulture));
    }
}
