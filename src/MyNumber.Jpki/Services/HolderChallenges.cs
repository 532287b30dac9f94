using System.Buffers.Text;
using System.Security.Cryptography;

namespace MyNumber.Jpki.Services;

/// <summary>Issues challenges to holders of cards and takes them back, each once.</summary>
/// <remarks>Immutable and thread safe when its parts are.</remarks>
public sealed class HolderChallenges
{
    /// <summary>Length of the nonce in bytes.</summary>
    public const int NonceLength = 32;

    private readonly IChallengeStore _store;
    private readonly TimeProvider _clock;
    private readonly RandomNumberGenerator _random;
    private readonly TimeSpan _lifetime;
    private readonly string? _audience;

    /// <summary>Brings store, clock and randomness together.</summary>
    /// <param name="store">Where challenges wait; shared by all servers of one service.</param>
    /// <param name="clock">The clock for issue and expiry.</param>
    /// <param name="random">The source of nonces; thread safe, cryptographic. It stays the caller's.</param>
    /// <param name="lifetime">How long a challenge is good, more than zero; <see langword="null"/> for <see cref="DefaultLifetime"/>.</param>
    /// <param name="audience">The service's name in what is signed, printable ASCII without space; <see langword="null"/> for the origin itself. Services that share a store or an origin take different ones.</param>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is not positive.</exception>
    public HolderChallenges(IChallengeStore store, TimeProvider clock, RandomNumberGenerator random, TimeSpan? lifetime = null, string? audience = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(random);
        _lifetime = lifetime ?? DefaultLifetime;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(_lifetime, TimeSpan.Zero, nameof(lifetime));
        _store = store;
        _clock = clock;
        _random = random;
        _audience = audience;
    }

    /// <summary>Five minutes: time for a person to find the card and type a PIN.</summary>
    public static TimeSpan DefaultLifetime { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Issues a challenge for a login (ログイン).</summary>
    /// <param name="origin">The origin that the login page has; printable ASCII without space.</param>
    /// <param name="session">The session or transaction that asks; not empty.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <returns>The challenge, or <see langword="null"/> when the store takes no more: answer that the service is busy.</returns>
    /// <exception cref="ArgumentException">Origin, audience or session has another shape.</exception>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public ValueTask<HolderChallenge?> IssueAsync(string origin, string session, CancellationToken cancellationToken = default) =>
        IssueAsync(StatementPurpose.Login, origin, session, null, cancellationToken);

    /// <summary>Issues a challenge for a text that the holder sees and approves, such as a transfer (取引の承認). The text is part of what is signed.</summary>
    /// <param name="origin">The origin that the page has; printable ASCII without space.</param>
    /// <param name="session">The session or transaction that asks; not empty.</param>
    /// <param name="text">The text, exactly as shown: 1 to <see cref="HolderStatement.MaximumApprovedTextLength"/> characters, no control but line feed, nothing that turns the direction of writing.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <returns>The challenge, or <see langword="null"/> when the store takes no more: answer that the service is busy.</returns>
    /// <exception cref="ArgumentException">Origin, audience, session or text has another shape.</exception>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public ValueTask<HolderChallenge?> IssueForTextAsync(string origin, string session, string text, CancellationToken cancellationToken = default) =>
        IssueAsync(StatementPurpose.Approval, origin, session, text, cancellationToken);

    /// <summary>Issues a challenge for any purpose.</summary>
    /// <param name="purpose">What the holder is asked for.</param>
    /// <param name="origin">The origin that the page has; printable ASCII without space.</param>
    /// <param name="session">The session or transaction that asks; not empty.</param>
    /// <param name="text">The text of an approval or an application, exactly as shown; <see langword="null"/> for the other purposes.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <returns>The challenge, or <see langword="null"/> when the store takes no more: answer that the service is busy.</returns>
    /// <exception cref="ArgumentException">Purpose, origin, audience, session or text has another shape.</exception>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async ValueTask<HolderChallenge?> IssueAsync(StatementPurpose purpose, string origin, string session, string? text, CancellationToken cancellationToken = default)
    {
        HolderChallenge challenge = Create(purpose, origin, session, text);
        return await _store.TryAddAsync(challenge, cancellationToken).ConfigureAwait(false) ? challenge : null;
    }

    /// <summary>Takes a challenge out of the store and then judges it; whatever the answer, it is used up.</summary>
    internal async ValueTask<(VerificationReason Reason, HolderChallenge? Challenge)> TakeAsync(ChallengePlace place, CancellationToken cancellationToken)
    {
        HolderChallenge? challenge = await _store.TryTakeAsync(place.ChallengeId, cancellationToken).ConfigureAwait(false);
        VerificationReason reason = challenge switch
        {
            null => VerificationReason.ChallengeNotFound,
            _ when challenge.Origin != place.Origin || challenge.Session != place.Session => VerificationReason.ChallengeForOtherOrigin,
            _ when challenge.Audience != (_audience ?? place.Origin) => VerificationReason.ChallengeForOtherAudience,
            _ when _clock.GetUtcNow() >= challenge.ExpiresAt => VerificationReason.ChallengeExpired,
            _ when Asks(challenge.Purpose) != Asks(place.Purpose) => VerificationReason.ChallengeForOtherPurpose,
            _ when challenge.Purpose != place.Purpose || (place.Text is not null && challenge.Text != place.Text) => VerificationReason.ChallengeForOtherText,
            _ => VerificationReason.None,
        };
        return (reason, challenge);
    }

    // A login and an approval are asked of the same key in the same way; they differ by their text.
    private static StatementPurpose Asks(StatementPurpose purpose) => purpose == StatementPurpose.Approval ? StatementPurpose.Login : purpose;

    private HolderChallenge Create(StatementPurpose purpose, string origin, string session, string? text)
    {
        Span<byte> nonce = stackalloc byte[NonceLength];
        _random.GetBytes(nonce);
        DateTimeOffset now = _clock.GetUtcNow();
        return new HolderChallenge(new HolderStatement(purpose, origin, _audience ?? origin, Base64Url.EncodeToString(nonce), now, text), session, now + _lifetime);
    }
}
