using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using BankPortal.Bounds;

namespace BankPortal.Opening;

/// <summary>Applications in progress: each belongs to one browser by a cookie, and is forgotten half an hour after the last step, sooner when nothing was entered.</summary>
internal sealed class DraftDesk : IDisposable
{
    /// <summary>How long a draft waits for the next step.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    /// <summary>How long a draft waits into which nothing was entered: longer than a challenge, so that the card may be read into it.</summary>
    public static readonly TimeSpan EmptyLife = TimeSpan.FromMinutes(10);

    /// <summary>The most drafts of one line.</summary>
    public const int MostOfLine = 100;

    private const string CookieName = "__Host-BankPortal.Draft";
    private const int Most = 10_000;
    private const int IdBytes = 32;

    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Draft> _drafts = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;
    private readonly RandomNumberGenerator _random;
    private readonly ITimer _sweep;

    public DraftDesk(TimeProvider clock, RandomNumberGenerator random)
    {
        _clock = clock;
        _random = random;
        _sweep = clock.CreateTimer(static desk => ((DraftDesk)desk!).Forget(), this, BetweenSweeps, BetweenSweeps);
    }

    /// <summary>How many there are, among them those that lapsed within the last minute.</summary>
    public int Count => _drafts.Count;

    /// <summary>Begins a draft in this browser; <see langword="null"/> when there are too many: then the response says so, with 429 when they are of this line, and otherwise with 503.</summary>
    public Draft? Begin(HttpContext context)
    {
        string line = ClientLine.Of(context);
        bool isLineFull = _drafts.Values.Count(draft => draft.Line == line) >= MostOfLine;
        if (isLineFull || _drafts.Count >= Most)
        {
            Later.Refuse(context, isLineFull ? StatusCodes.Status429TooManyRequests : StatusCodes.Status503ServiceUnavailable);
            return null;
        }

        byte[] bytes = new byte[IdBytes];
        _random.GetBytes(bytes);
        Draft draft = new(Base64Url.EncodeToString(bytes), line) { Touched = _clock.GetUtcNow() };
        _drafts[draft.Id] = draft;
        context.Response.Cookies.Append(CookieName, draft.Id, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/" });
        return draft;
    }

    /// <summary>The draft of this browser.</summary>
    public Draft? Find(HttpContext context) => Find(context.Request.Cookies[CookieName]);

    /// <summary>The draft of an id.</summary>
    public Draft? Find(string? id)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        if (id is null || !_drafts.TryGetValue(id, out Draft? draft) || IsGone(draft, now))
        {
            return null;
        }

        draft.Touched = now;
        return draft;
    }

    public void Dispose() => _sweep.Dispose();

    private static bool IsGone(Draft draft, DateTimeOffset now) => now - draft.Touched >= (draft.IsEmpty ? EmptyLife : Life);

    private void Forget()
    {
        DateTimeOffset now = _clock.GetUtcNow();
        foreach ((string id, Draft draft) in _drafts)
        {
            if (IsGone(draft, now))
            {
                _drafts.TryRemove(id, out _);
            }
        }
    }
}
