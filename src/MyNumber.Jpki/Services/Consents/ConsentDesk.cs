using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services.Accounts;
using MyNumber.Jpki.Signatures;

namespace MyNumber.Jpki.Services.Consents;

/// <summary>Takes consents to the latest four attributes, keeps them true by polling, asks for the attributes under them, and wipes what ended.</summary>
/// <remarks>
/// <para>Thread safe when its parts are. A consent is taken from a document with one signer, verified like any other (署名検証); of its certificate only the handle is kept.</para>
/// <para>The signer must be the account's holder: its signature certificate is compared with the one that is linked to the account, or with the one that the caller names.</para>
/// </remarks>
public sealed class ConsentDesk
{
    /// <summary>How long a request may be answered unless told otherwise: an hour. The time is this library's choice.</summary>
    public static readonly TimeSpan DefaultRequestLifetime = TimeSpan.FromHours(1);

    // A change by another hand between reading and writing is met by reading again; more of them than this is no coincidence.
    private const int MaximumTries = 8;

    private readonly ConsentIntake _intake;
    private readonly IAccountLinkStore _accounts;
    private readonly IConsentStore _store;
    private readonly ILatestAttributesProvider _provider;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _requestLifetime;

    /// <summary>Brings verifier, stores and the authority's service together.</summary>
    /// <param name="documents">Verifies the signed consents.</param>
    /// <param name="accounts">Which certificate an account has.</param>
    /// <param name="store">Where consents are kept; not the store of evidence.</param>
    /// <param name="provider">The authority's service.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="requestLifetime">How long a request may be answered, more than zero and at most a day; <see cref="DefaultRequestLifetime"/> unless told otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is out of its range.</exception>
    public ConsentDesk(
        DocumentVerifier documents, IAccountLinkStore accounts, IConsentStore store, ILatestAttributesProvider provider, TimeProvider clock, TimeSpan? requestLifetime = null)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(clock);
        _requestLifetime = requestLifetime ?? DefaultRequestLifetime;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(_requestLifetime, TimeSpan.Zero, nameof(requestLifetime));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_requestLifetime, TimeSpan.FromDays(1), nameof(requestLifetime));
        _intake = new ConsentIntake(documents, store, clock, _requestLifetime);
        _accounts = accounts;
        _store = store;
        _provider = provider;
        _clock = clock;
    }

    /// <summary>Takes a consent that was signed with the signature certificate that is linked to the account now.</summary>
    /// <param name="account">The bank's own reference of the account, 1 to <see cref="AccountLinkChange.MaximumAccountLength"/> characters.</param>
    /// <param name="request">The request that the customer was shown.</param>
    /// <param name="cms">The signed consent with the content inside, from outside.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answer; nothing that comes from outside throws. Besides what a document is refused for: <see cref="VerificationReason.ConsentRequestExpired"/>,
    /// <see cref="VerificationReason.ConsentForOtherRequest"/>, <see cref="VerificationReason.ConsentByOtherSigner"/>, <see cref="VerificationReason.ConsentAccountNotLinked"/> and
    /// <see cref="VerificationReason.ConsentAlreadyGiven"/>.</returns>
    /// <exception cref="ArgumentException">The account has another shape.</exception>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public ValueTask<ConsentResult> TakeAsync(string account, ConsentRequest request, ReadOnlyMemory<byte> cms, CancellationToken cancellationToken = default)
    {
        AccountLinkChange.ThrowIfNoAccount(account);
        ArgumentNullException.ThrowIfNull(request);
        return _intake.TakeAsync(
            account, async stop => await _accounts.FindCertificateAsync(account, CertificatePurpose.Signature, stop).ConfigureAwait(false) ?? default, request, cms, cancellationToken);
    }

    /// <summary>Takes a consent of an account that is not in the store of links: the caller says which certificate its holder has.</summary>
    /// <param name="account">The bank's own reference of the account, 1 to <see cref="AccountLinkChange.MaximumAccountLength"/> characters.</param>
    /// <param name="holder">The holder's signature certificate, as it was learnt when the account was opened and never from this document; not empty.</param>
    /// <param name="request">The request that the customer was shown.</param>
    /// <param name="cms">The signed consent with the content inside, from outside.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answer, as for the other.</returns>
    /// <exception cref="ArgumentException">The account has another shape, or no certificate is named.</exception>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public ValueTask<ConsentResult> TakeAsync(
        string account, CertificateIdentity holder, ConsentRequest request, ReadOnlyMemory<byte> cms, CancellationToken cancellationToken = default)
    {
        AccountLinkChange.ThrowIfNoAccount(account);
        ArgumentNullException.ThrowIfNull(request);
        return holder.IsEmpty
            ? throw new ArgumentException("The holder's certificate must be named.", nameof(holder))
            : _intake.TakeAsync(account, _ => ValueTask.FromResult(holder), request, cms, cancellationToken);
    }

    /// <summary>Records that the holder revoked a consent here (同意の取消). Tell the authority as its rules say.</summary>
    /// <param name="consentId">The consent; any text.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it is revoked now; <see langword="false"/> when it is not here.</returns>
    /// <exception cref="InvalidOperationException">It is here and not revoked: others changed it again and again meanwhile. Ask again.</exception>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async ValueTask<bool> RevokeAsync(string consentId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(consentId);
        for (int tries = 0; tries < MaximumTries; tries++)
        {
            Consent? consent = await _store.FindAsync(consentId, cancellationToken).ConfigureAwait(false);
            if (consent is null)
            {
                return false;
            }

            if (consent.RevokedAt is not null || await MarkRevokedAsync(consent, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        throw new InvalidOperationException("The consent was changed by others again and again, and is not revoked.");
    }

    /// <summary>Asks the authority about every consent that is not over, and records what it says. An answer that does not come changes nothing.</summary>
    /// <param name="cancellationToken">Ends the round; what was recorded stays.</param>
    /// <returns>The counts.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async ValueTask<ConsentPollReport> PollAsync(CancellationToken cancellationToken = default)
    {
        ConsentPollReport report = default;
        await foreach (Consent consent in _store.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (consent.StateAt(_clock.GetUtcNow()) is ConsentState.AwaitingAuthority or ConsentState.InForce)
            {
                AuthorityConsent answer = await AskAsync(consent, cancellationToken).ConfigureAwait(false);
                bool changed = await ApplyAsync(consent, answer, cancellationToken).ConfigureAwait(false);
                report = new ConsentPollReport(
                    report.Polled + 1,
                    report.Reflected + (changed && answer.State == AuthorityConsentState.Stands ? 1 : 0),
                    report.Revoked + (changed && answer.State != AuthorityConsentState.Stands ? 1 : 0),
                    report.NoAnswer + (answer.State == AuthorityConsentState.NoAnswer ? 1 : 0));
            }
        }

        return report;
    }

    /// <summary>Asks for the latest four attributes under a consent. The consent is polled first, since revocations are not pushed.</summary>
    /// <param name="consentId">The consent; any text.</param>
    /// <param name="service">The service that asks; it must be the one that the consent was given for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answer; without an answer nothing changes.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async ValueTask<LatestAttributes> FetchAsync(string consentId, string service, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(consentId);
        ArgumentNullException.ThrowIfNull(service);
        Consent? consent = await _store.FindAsync(consentId, cancellationToken).ConfigureAwait(false);
        LatestAttributesState refusal = consent is null ? LatestAttributesState.ConsentNotInForce : RefusalOf(consent, service);
        if (refusal != LatestAttributesState.Provided)
        {
            return LatestAttributes.Without(refusal);
        }

        AuthorityConsent answer = await AskAsync(consent!, cancellationToken).ConfigureAwait(false);
        await ApplyAsync(consent!, answer, cancellationToken).ConfigureAwait(false);
        return answer.State switch
        {
            AuthorityConsentState.Stands => await _provider.FetchAsync(consentId, consent!.Holder, cancellationToken).ConfigureAwait(false),
            AuthorityConsentState.Revoked => LatestAttributes.Without(LatestAttributesState.ConsentRevoked),
            AuthorityConsentState.NotReflected => LatestAttributes.Without(LatestAttributesState.ConsentNotKnown),
            _ => LatestAttributes.Without(LatestAttributesState.NoAnswer),
        };
    }

    /// <summary>Removes wholly what was revoked or ended at least a time ago.</summary>
    /// <param name="kept">How long a consent that is over is still kept, to answer questions about it; zero or more. It is kept as long as its request may be answered in any case: the same signature would give it anew.</param>
    /// <param name="cancellationToken">Ends the round; what was removed is gone.</param>
    /// <returns>How many were removed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async ValueTask<int> WipeAsync(TimeSpan kept, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(kept, TimeSpan.Zero);
        TimeSpan least = _requestLifetime + ConsentIntake.ClockSkew;
        DateTimeOffset now = _clock.GetUtcNow();
        kept = kept < least ? least : kept;
        DateTimeOffset then = now - DateTimeOffset.MinValue > kept ? now - kept : DateTimeOffset.MinValue;
        int removed = 0;
        await foreach (Consent consent in _store.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            bool isOver = consent.StateAt(then) is ConsentState.Revoked or ConsentState.Ended;
            removed += isOver && await _store.RemoveAsync(consent.Id, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        }

        return removed;
    }

    private LatestAttributesState RefusalOf(Consent consent, string service) => consent.StateAt(_clock.GetUtcNow()) switch
    {
        ConsentState.Revoked => LatestAttributesState.ConsentRevoked,
        ConsentState.InForce when consent.Service == service => LatestAttributesState.Provided,
        ConsentState.InForce => LatestAttributesState.ConsentForOtherService,
        _ => LatestAttributesState.ConsentNotInForce,
    };

    // A day before the request or after tomorrow was not reflected on by anybody: such an answer cannot be relied on.
    private async ValueTask<AuthorityConsent> AskAsync(Consent consent, CancellationToken cancellationToken)
    {
        AuthorityConsent answer = await _provider.PollAsync(consent.Id, consent.Holder, cancellationToken).ConfigureAwait(false);
        bool isReflected = answer.State == AuthorityConsentState.Stands && consent.ReflectedOn is null;
        return isReflected && answer.ReflectedOn is { } day && (day < FirstDayOf(consent) || day > JapanDay.Of(_clock.GetUtcNow()).AddDays(1)) ? default : answer;
    }

    // The authority may have had the consent before this service verified it, and by another clock.
    private DateOnly FirstDayOf(Consent consent)
    {
        DateTimeOffset asked = ConsentRequest.TryParse(consent.Content.Span, out ConsentRequest? request) ? request.AskedAt : consent.GivenAt - _requestLifetime;
        return JapanDay.Of(asked - ConsentIntake.ClockSkew);
    }

    // The consent may have been read with many others some time ago, and was changed since: then it is read again.
    private async ValueTask<bool> ApplyAsync(Consent consent, AuthorityConsent answer, CancellationToken cancellationToken)
    {
        Consent? now = consent;
        for (int tries = 0; tries < MaximumTries && now is not null && After(now, answer) is { } changed; tries++)
        {
            if (await _store.TryReplaceAsync(now, changed, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }

            now = await _store.FindAsync(consent.Id, cancellationToken).ConfigureAwait(false);
        }

        return false;
    }

    private Consent? After(Consent consent, AuthorityConsent answer) => answer.State switch
    {
        _ when consent.RevokedAt is not null => null,
        AuthorityConsentState.Revoked => consent with { RevokedAt = _clock.GetUtcNow() },
        AuthorityConsentState.NotReflected when consent.ReflectedOn is not null => consent with { RevokedAt = _clock.GetUtcNow() },
        AuthorityConsentState.Stands when consent.ReflectedOn is null && answer.ReflectedOn is { } day => consent with { ReflectedOn = day },
        _ => null,
    };

    private ValueTask<bool> MarkRevokedAsync(Consent consent, CancellationToken cancellationToken) =>
        _store.TryReplaceAsync(consent, consent with { RevokedAt = _clock.GetUtcNow() }, cancellationToken);
}
