using System.Buffers.Text;
using System.Security.Cryptography;

namespace MyNumber.Jpki.Services;

/// <summary>Issues login challenges and takes them back, each once.</summary>
/// <remarks>Immutable and thread safe when its parts are.</remarks>
public sealed class LoginChallenges
{
    /// <summary>Length of the nonce in bytes.</summary>
    public const int NonceLength = 32;

    private readonly IChallengeStore _store;
    private readonly TimeProvider _clock;
    private readonly RandomNumberGenerator _random;
    private readonly TimeSpan _lifetime;

    /// <summary>Brings store, clock and randomness together.</summary>
    /// <param name="store">Where challenges wait; shared by all servers of one service.</param>
    /// <param name="clock">The clock for issue and expiry.</param>
    /// <param name="random">The source of nonces; thread safe, cryptographic. It stays the caller's.</param>
    /// <param name="lifetime">How long a challenge is good, more than zero; <see langword="null"/> for <see cref="DefaultLifetime"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is not positive.</exception>
    public LoginChallenges(IChallengeStore store, TimeProvider clock, RandomNumberGenerator random, TimeSpan? lifetime = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(random);
        _lifetime = lifetime ?? DefaultLifetime;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(_lifetime, TimeSpan.Zero, nameof(lifetime));
        _store = store;
        _clock = clock;
        _random = random;
    }

    /// <summary>Five minutes: time for a person to find the card and type a PIN.</summary>
    public static TimeSpan DefaultLifetime { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Issues a challenge.</summary>
    /// <param name="origin">The origin that the login page has; printable ASCII without space.</param>
    /// <param name="session">The session or transaction that asks; not empty.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <returns>The challenge, or <see langword="null"/> when the store takes no more: answer that the service is busy.</returns>
    /// <exception cref="ArgumentException">Origin or session has another shape.</exception>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async ValueTask<LoginChallenge?> IssueAsync(string origin, string session, CancellationToken cancellationToken = default)
    {
        LoginChallenge challenge = Create(origin, session, null);
        return await _store.TryAddAsync(challenge, cancellationToken).ConfigureAwait(false) ? challenge : null;
    }

    /// <summary>Issues a challenge for a text that the holder sees and approves, such as a transfer (取引の承認). The text is part of what is signed.</summary>
    /// <param name="origin">The origin that the page has; printable ASCII without space.</param>
    /// <param name="session">The session or transaction that asks; not empty.</param>
    /// <param name="text">The text, exactly as shown: 1 to <see cref="LoginChallenge.MaximumApprovedTextLength"/> characters, no control but line feed, nothing that turns the direction of writing.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <returns>The challenge, or <see langword="null"/> when the store takes no more: answer that the service is busy.</returns>
    /// <exception cref="ArgumentException">Origin, session or text has another shape.</exception>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async ValueTask<LoginChallenge?> IssueForTextAsync(string origin, string session, string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        LoginChallenge challenge = Create(origin, session, text);
        return await _store.TryAddAsync(challenge, cancellationToken).ConfigureAwait(false) ? challenge : null;
    }

    /// <summary>Takes a challenge out of the store and then judges it; whatever the answer, it is used up.</summary>
    internal async ValueTask<(VerificationReason Reason, LoginChallenge? Challenge)> TakeAsync(LoginPlace place, CancellationToken cancellationToken)
    {
        LoginChallenge? challenge = await _store.TryTakeAsync(place.ChallengeId, cancellationToken).ConfigureAwait(false);
        VerificationReason reason = challenge switch
        {
            null => VerificationReason.ChallengeNotFound,
            _ when challenge.Origin != place.Origin || challenge.Session != place.Session => VerificationReason.ChallengeForOtherOrigin,
            _ when _clock.GetUtcNow() >= challenge.ExpiresAt => VerificationReason.ChallengeExpired,
            _ when !string.Equals(challenge.Text, place.Text, StringComparison.Ordinal) => VerificationReason.ChallengeForOtherText,
            _ => VerificationReason.None,
        };
        return (reason, challenge);
    }

    private LoginChallenge Create(string origin, string session, string? text)
    {
        Span<byte> nonce = stackalloc byte[NonceLength];
        _random.GetBytes(nonce);
        DateTimeOffset now = _clock.GetUtcNow();
        return new LoginChallenge(Base64Url.EncodeToString(nonce), origin, session, now, now + _lifetime, text);
    }
}
