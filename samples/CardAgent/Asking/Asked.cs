using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki.AspNetCore.Agent;

namespace CardAgent.Asking;

/// <summary>The request in hand, with the token of the page that is shown for it.</summary>
internal sealed class Asked(AgentRequest request, DateTimeOffset deadline)
{
    private const int TokenLength = 32;
    private string _token = string.Empty;
    private string _spent = string.Empty;

    public AgentRequest Request { get; } = request;

    /// <summary>The first instant at which it has lapsed.</summary>
    public DateTimeOffset Deadline { get; } = deadline;

    /// <summary>How many wrong PINs were entered for it.</summary>
    public int WrongPins { get; set; }

    /// <summary>A token for the next page; the one before is spent.</summary>
    public string NextToken(RandomNumberGenerator random)
    {
        Span<byte> bytes = stackalloc byte[TokenLength];
        random.GetBytes(bytes);
        _spent = _token;
        _token = Base64Url.EncodeToString(bytes);
        return _token;
    }

    /// <summary>Whether a token is that of the page that is shown.</summary>
    public bool IsCurrent(string token) => Same(token, _token);

    /// <summary>Whether a token is that of the page before, which was answered.</summary>
    public bool IsSpent(string token) => _spent.Length > 0 && Same(token, _spent);

    /// <summary>Whether a request is this one once more, as when a page is loaded anew.</summary>
    public bool IsAgain(AgentRequest other) =>
        other.Statement.Message.Span.SequenceEqual(Request.Statement.Message.Span) && other.ReturnAddress == Request.ReturnAddress && other.State == Request.State;

    private static bool Same(string token, string own) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(own));
}
