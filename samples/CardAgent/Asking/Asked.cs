using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki.AspNetCore.Agent;

namespace CardAgent.Asking;

/// <summary>The request in hand, with the tokens of the pages that were shown for it.</summary>
internal sealed class Asked
{
    private const int TokenLength = 32;

    private readonly RandomNumberGenerator _random;
    private readonly List<string> _spent = []; // one for each step of the holder, within the request's few minutes

    public Asked(AgentRequest request, DateTimeOffset deadline, RandomNumberGenerator random)
    {
        Request = request;
        Deadline = deadline;
        _random = random;
        Token = NewToken();
        HomeToken = NewToken();
    }

    public AgentRequest Request { get; }

    /// <summary>The first instant at which it has lapsed.</summary>
    public DateTimeOffset Deadline { get; }

    /// <summary>How many wrong PINs were entered for it.</summary>
    public int WrongPins { get; set; }

    /// <summary>What was answered; <see langword="null"/> while it is open.</summary>
    public AgentAnswer? Answer { get; set; }

    /// <summary>The token of the page that is shown, until that page is answered.</summary>
    public string Token { get; private set; }

    /// <summary>The token of the home page, by which the holder cancels it when its own page is gone; good for that alone.</summary>
    public string HomeToken { get; }

    /// <summary>Whether a token is that of a page which was shown for it.</summary>
    public bool Knows(string token) => Same(token, Token) || _spent.Exists(spent => Same(token, spent));

    /// <summary>Whether a token is that of the home page.</summary>
    public bool KnowsHome(string token) => Same(token, HomeToken);

    /// <summary>Spends the token of the page that is shown, which is good for one step.</summary>
    /// <returns>Whether it is that token; that of a page which was answered is not.</returns>
    public bool TrySpend(string token)
    {
        if (!Same(token, Token))
        {
            return false;
        }

        _spent.Add(Token);
        Token = NewToken();
        return true;
    }

    /// <summary>Whether a request is this one once more, as when a page is loaded anew.</summary>
    public bool IsAgain(AgentRequest other) =>
        other.Statement.Message.Span.SequenceEqual(Request.Statement.Message.Span) && other.ReturnAddress == Request.ReturnAddress && other.State == Request.State;

    private static bool Same(string token, string own) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(own));

    private string NewToken()
    {
        Span<byte> bytes = stackalloc byte[TokenLength];
        _random.GetBytes(bytes);
        return Base64Url.EncodeToString(bytes);
    }
}
