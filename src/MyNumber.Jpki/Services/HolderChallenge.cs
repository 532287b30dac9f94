using System.Diagnostics;

namespace MyNumber.Jpki.Services;

/// <summary>One challenge (チャレンジ) for the holder of a card: a statement with a nonce, bound to a session, good once and for a short time.</summary>
/// <remarks>What is signed is a <see cref="HolderStatement"/>. The session stays on the server; it is compared and not signed. Immutable and thread safe. <see cref="ToString"/> is masked.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class HolderChallenge
{
    /// <summary>The longest session, in characters. The ceiling is this library's choice.</summary>
    public const int MaximumSessionLength = 512;

    /// <summary>Restores a challenge that a store kept; new ones come from <see cref="HolderChallenges"/>.</summary>
    /// <param name="statement">What is to be signed; its nonce names the challenge.</param>
    /// <param name="session">The session or transaction on the server; not empty.</param>
    /// <param name="expiresAt">The first instant at which it is too old.</param>
    /// <exception cref="ArgumentException">The session has another shape.</exception>
    public HolderChallenge(HolderStatement statement, string session, DateTimeOffset expiresAt)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentException.ThrowIfNullOrEmpty(session);
        if (session.Length > MaximumSessionLength)
        {
            throw new ArgumentException("The session has at most 512 characters.", nameof(session));
        }

        Statement = statement;
        Session = session;
        ExpiresAt = expiresAt;
    }

    /// <summary>What is to be signed.</summary>
    public HolderStatement Statement { get; }

    /// <summary>The nonce, which is also the name under which the challenge is kept.</summary>
    public string Id => Statement.Nonce;

    /// <summary>What the holder is asked for.</summary>
    public StatementPurpose Purpose => Statement.Purpose;

    /// <summary>The origin that it was issued for.</summary>
    public string Origin => Statement.Origin;

    /// <summary>The service that it was issued for.</summary>
    public string Audience => Statement.Audience;

    /// <summary>The session or transaction that it was issued for.</summary>
    public string Session { get; }

    /// <summary>The text that the holder sees and approves; <see langword="null"/> for a login. It may be personal.</summary>
    public string? Text => Statement.Text;

    /// <summary>When it was issued, whole seconds, UTC.</summary>
    public DateTimeOffset IssuedAt => Statement.IssuedAt;

    /// <summary>The first instant at which it is too old.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>The bytes to be signed (<see cref="HolderStatement.Message"/>).</summary>
    public ReadOnlyMemory<byte> Message => Statement.Message;

    /// <summary>A mask; neither nonce nor session is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "HolderChallenge(***)";
}
