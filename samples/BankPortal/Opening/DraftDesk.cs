using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace BankPortal.Opening;

/// <summary>Applications in progress: each belongs to one browser by a cookie, and is forgotten half an hour after the last step.</summary>
internal sealed class DraftDesk(TimeProvider clock, RandomNumberGenerator random)
{
    /// <summary>How long a draft waits.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private const string CookieName = "__Host-BankPortal.Draft";
    private const int Most = 10_000;
    private const int IdBytes = 32;

    private readonly ConcurrentDictionary<string, Draft> _drafts = new(StringComparer.Ordinal);

    /// <summary>Begins a draft in this browser; <see langword="null"/> when there are too many.</summary>
    public Draft? Begin(HttpContext context)
    {
        Forget();
        if (_drafts.Count >= Most)
        {
            return null;
        }

        byte[] bytes = new byte[IdBytes];
        random.GetBytes(bytes);
        Draft draft = new(Base64Url.EncodeToString(bytes)) { Touched = clock.GetUtcNow() };
        _drafts[draft.Id] = draft;
        context.Response.Cookies.Append(CookieName, draft.Id, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/" });
        return draft;
    }

    /// <summary>The draft of this browser.</summary>
    public Draft? Find(HttpContext context) => Find(context.Request.Cookies[CookieName]);

    /// <summary>The draft of an id.</summary>
    public Draft? Find(string? id)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (id is null || !_drafts.TryGetValue(id, out Draft? draft) || now - draft.Touched >= Life)
        {
            return null;
        }

        draft.Touched = now;
        return draft;
    }

    private void Forget()
    {
        DateTimeOffset now = clock.GetUtcNow();
        foreach ((string id, Draft draft) in _drafts)
        {
            if (now - draft.Touched >= Life)
            {
                _drafts.TryRemove(id, out _);
            }
        }
    }
}
