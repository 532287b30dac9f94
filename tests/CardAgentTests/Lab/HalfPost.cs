using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CardAgentTests.Lab;

/// <summary>A form for the agent of which the head is sent and the body never comes.</summary>
internal sealed class HalfPost : IDisposable
{
    private readonly TcpClient _line = new();
    private readonly StreamReader _answer;

    private HalfPost(Uri address)
    {
        _line.Connect(IPAddress.Loopback, address.Port);
        _answer = new StreamReader(_line.GetStream(), Encoding.ASCII);
    }

    /// <summary>Sends the head, which asks whether the body may come.</summary>
    public static async Task<HalfPost> SendAsync(Uri address, string origin, int length)
    {
        HalfPost post = new(address);
        string head = string.Create(CultureInfo.InvariantCulture, $"""
            POST {address.AbsolutePath} HTTP/1.1
            Host: {address.Authority}
            Origin: {origin}
            Content-Type: application/x-www-form-urlencoded
            Content-Length: {length}
            Expect: 100-continue


            """);
        await post._line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head.ReplaceLineEndings("\r\n")));
        return post;
    }

    /// <summary>The first line that comes back.</summary>
    public async Task<string?> ReadStatusAsync() => await _answer.ReadLineAsync();

    public void Dispose()
    {
        _answer.Dispose();
        _line.Dispose();
    }
}
