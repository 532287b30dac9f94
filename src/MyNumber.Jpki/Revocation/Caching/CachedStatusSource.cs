using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation.Telemetry;

namespace MyNumber.Jpki.Revocation.Caching;

/// <summary>Keeps the answers of another source for a while, and asks it once when many ask at the same time.</summary>
/// <remarks>
/// <para>Thread safe. An answer is found by issuer name, issuer key and serial together; its evidence says <see cref="StatusOrigin.Cache"/> and when it was received.</para>
/// <para>Held and revoked are kept like good, for the same short time: a phone's hold may be lifted (single source). Put lists beside it, not behind it: they need no cache.</para>
/// </remarks>
public sealed class CachedStatusSource : IRevocationSource
{
    private readonly IRevocationSource _source;
    private readonly StatusCacheOptions _options;
    private readonly TimeProvider _clock;
    private readonly StatusCache _cache;
    private readonly SingleFlight _flights = new();
    private int _mode;

    /// <summary>Puts a cache before a source.</summary>
    /// <param name="source">The source that is asked for what is not at hand.</param>
    /// <param name="options">How long and how much is kept.</param>
    /// <param name="clock">The clock that decides what now is.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public CachedStatusSource(IRevocationSource source, StatusCacheOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        options.Validate();
        _source = source;
        _options = options;
        _clock = clock;
        _cache = new StatusCache(options);
    }

    /// <summary>Whether the source may be asked; default yes. It may be switched at any time; questions under way go on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enumeration's.</exception>
    public OfflineStatus Mode
    {
        get => (OfflineStatus)Volatile.Read(ref _mode);
        set => Volatile.Write(ref _mode, Enum.IsDefined(value) ? (int)value : throw new ArgumentOutOfRangeException(nameof(value)));
    }

    /// <summary>How many answers are kept now, those past their end that nobody has asked for since included.</summary>
    public int Count => _cache.Count;

    /// <summary>How many bytes count against the limit now.</summary>
    public long ByteCount => _cache.Bytes;

    /// <summary>Forgets all answers, for example after the clock was put right. What is being asked now is answered and not kept.</summary>
    public void Clear()
    {
        _flights.ForgetAll();
        _cache.Clear();
    }

    /// <summary>Gives a kept answer, joins a question that is under way, or asks.</summary>
    /// <param name="path">The certificate with its issuer.</param>
    /// <param name="cancellationToken">Ends this wait; others who wait for the same answer go on.</param>
    /// <returns>The evidence. Offline and not at hand: Unreachable with <see cref="VerificationReason.StatusNotAtHand"/>.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        cancellationToken.ThrowIfCancellationRequested();
        bool isOffline = Mode == OfflineStatus.NeverAsk;
        CertificateIdentity identity = new(path.Issuer.Name.Span, path.Issuer.KeyHash.Span, path.Certificate.SerialNumber.Span);
        TimeSpan grace = isOffline ? _options.AcceptAnswersPastTheirEndWhileOfflineFor : TimeSpan.Zero;
        if (_cache.Find(identity, _clock.GetUtcNow(), grace) is { } kept)
        {
            JpkiTelemetry.CountCache("hit");
            return ValueTask.FromResult(kept);
        }

        if (isOffline)
        {
            JpkiTelemetry.CountCache("offline");
            return ValueTask.FromResult(RevocationEvidence.Unreachable(VerificationReason.StatusNotAtHand, RevocationMethod.None));
        }

        return new(_flights.RunAsync(
            identity,
            token => AskAsync(identity, path, token),
            answer => Keep(identity, answer),
            () => JpkiTelemetry.CountCache("shared"),
            cancellationToken));
    }

    private async ValueTask<RevocationEvidence> AskAsync(CertificateIdentity identity, VerifiedPath path, CancellationToken cancellationToken)
    {
        if (_cache.Find(identity, _clock.GetUtcNow(), TimeSpan.Zero) is { } landedJustNow)
        {
            JpkiTelemetry.CountCache("hit");
            return landedJustNow;
        }

        JpkiTelemetry.CountCache("miss");
        try
        {
            return await _source.CheckAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return RevocationEvidence.Unreachable(VerificationReason.StatusUnreachable, RevocationMethod.None); // the source's own patience ended, not a caller's
        }
    }

    private void Keep(CertificateIdentity identity, RevocationEvidence answer)
    {
        DateTimeOffset receivedAt = answer.ReceivedAt ?? _clock.GetUtcNow();
        TimeSpan life = _options.LifeOf(answer, receivedAt);
        if (life > TimeSpan.Zero)
        {
            _cache.Keep(new CachedAnswer(identity, answer.From(StatusOrigin.Cache, receivedAt), receivedAt, life));
        }
    }
}
