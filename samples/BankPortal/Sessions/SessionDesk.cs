using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace BankPortal.Sessions;

/// <summary>Sessions as the server knows them: one ends by logout, after a while without a request, and after an hour in any case. Each login begins a new one, whatever the browser brought.</summary>
internal sealed class SessionDesk(TimeProvider clock, RandomNumberGenerator random)
{
    /// <summary>How long a session waits for a request.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    /// <summary>How long a session lasts at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private const int IdBytes = 32;

    private readonly ConcurrentDictionary<string, Session> _sessions = new(StringComparer.Ordinal);

    /// <summary>Begins a session and ends all that its owner had before, in whatever browser.</summary>
    /// <param name="owner">Whose it is: an account, or a clerk.</param>
    /// <returns>Its id.</returns>
    public string Begin(string owner)
    {
        DateTimeOffset now = clock.GetUtcNow();
        foreach ((string old, Session session) in _sessions)
        {
            if (!session.IsAlive(now) || session.Owner == owner)
            {
                _sessions.TryRemove(old, out _);
            }
        }

        byte[] bytes = new byte[IdBytes];
        random.GetBytes(bytes);
        string id = Base64Url.EncodeToString(bytes);
        _sessions[id] = new Session(owner, now, now);
        return id;
    }

    /// <summary>Whether the session is still there; if so it waits anew.</summary>
    public bool Touch(string? id)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (id is null || !_sessions.TryGetValue(id, out Session session))
        {
            return false;
        }

        return session.IsAlive(now) && _sessions.TryUpdate(id, session with { Seen = now }, session) || _sessions.TryGetValue(id, out session) && session.IsAlive(now);
    }

    public void End(string? id)
    {
        if (id is not null)
        {
            _sessions.TryRemove(id, out _);
        }
    }

    private readonly record struct Session(string Owner, DateTimeOffset Begun, DateTimeOffset Seen)
    {
        public bool IsAlive(DateTimeOffset now) => now - Begun < Longest && now - Seen < Idle;
    }
}
