using MyNumber.Jpki.Signatures;

namespace MyNumber.Jpki.Services.Consents;

/// <summary>Takes consents to the latest four attributes, keeps them true by polling, asks for the attributes under them, and wipes what ended.</summary>
/// <remarks>Thread safe when its parts are. A consent is taken from a document with one signer, verified like any other (署名検証); of its certificate only the handle is kept.</remarks>
public sealed class ConsentDesk
{
    // A change by another hand between reading and writing is met by reading again; more of them than this is no coincidence.
    private const int MaximumTries = 8;

    private readonly DocumentVerifier _documents;
    private readonly IConsentStore _store;
    private readonly ILatestAttributesProvider _provider;
    private readonly TimeProvider _clock;

    /// <summary>Brings verifier, store and the authority's service together.</summary>
    /// <param name="documents">Verifies the signed consents.</param>
    /// <param name="store">Where consents are kept; not the store of evidence.</param>
    /// <param name="provider">The authority's service.</param>
    /// <param name="clock">The clock.</param>
    public ConsentDesk(DocumentVerifier documents, IConsentStore store, ILatestAttributesProvider provider, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(clock);
        _documents = documents;
        _store = store;
        _provider = provider;
        _clock = clock;
    }

    /// <summary>Takes a signed consent.</summary>
    /// <param name="account">The bank's own reference of the account; not empty.</param>
    /// <param name="request">The request that the customer was shown.</param>
    /// <param name="cms">The signed consent with the content inside, from outside.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answer; nothing that comes from outside throws. A content that is not the request's is <see cref="VerificationReason.ConsentForOtherRequest"/>.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async ValueTask<ConsentResult> TakeAsync(string account, ConsentRequest request, ReadOnlyMemory<byte> cms, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(account);
        ArgumentNullException.ThrowIfNull(request);
        DocumentVerificationResult document = await _documents.VerifyAsync(cms, null, cancellationToken).ConfigureAwait(false);
        if (document.Outcome != VerificationOutcome.Valid)
        {
            return new ConsentResult(document.Outcome, document.Reason, null);
        }

        if (!document.Content!.Value.Span.SequenceEqual(request.Content.Span))
        {
            return new ConsentResult(VerificationOutcome.Invalid, VerificationReason.ConsentForOtherRequest, null);
        }

        Consent consent = Record(account, request, document);
        return await _store.TryAddAsync(consent, cancellationToken).ConfigureAwait(false)
            ? new ConsentResult(VerificationOutcome.Valid, VerificationReason.None, consent)
            : new ConsentResult(VerificationOutcome.Invalid, VerificationReason.ConsentAlreadyGiven, null);
    }

    /// <summary>Records that the holder revoked a consent here (同意の取消). Tell the authority as its rules say.</summary>
    /// <param name="consentId">The consent; any text.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it is revoked now; <see langword="false"/> when it is not here.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async ValueTask<bool> RevokeAsync(string consentId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(consentId);
        for (int tries = 0; tries < MaximumTries && await _store.FindAsync(consentId, cancellationToken).ConfigureAwait(false) is { } consent; tries++)
        {
            if (consent.RevokedAt is not null || await MarkRevokedAsync(consent, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
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
                AuthorityConsent answer = await _provider.PollAsync(consent.Id, cancellationToken).ConfigureAwait(false);
                bool changed = await ApplyAsync(consent, answer, cancellationToken).ConfigureAwait(false);
                report = new ConsentPollReport(
                    report.Polled + 1,
                    report.Reflected + (changed && answer.State == AuthorityConsentState.Stands ? 1 : 0),
                    report.Revoked + (changed && answer.State == AuthorityConsentState.Revoked ? 1 : 0),
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

        AuthorityConsent answer = await _provider.PollAsync(consentId, cancellationToken).ConfigureAwait(false);
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
    /// <param name="kept">How long a consent that is over is still kept, to answer questions about it; zero or more.</param>
    /// <param name="cancellationToken">Ends the round; what was removed is gone.</param>
    /// <returns>How many were removed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async ValueTask<int> WipeAsync(TimeSpan kept, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(kept, TimeSpan.Zero);
        DateTimeOffset then = _clock.GetUtcNow() - kept;
        int removed = 0;
        await foreach (Consent consent in _store.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            bool isOver = consent.StateAt(then) is ConsentState.Revoked or ConsentState.Ended;
            removed += isOver && await _store.RemoveAsync(consent.Id, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        }

        return removed;
    }

    private Consent Record(string account, ConsentRequest request, DocumentVerificationResult document) => new()
    {
        Id = request.Id,
        Account = account,
        Service = request.Service,
        GivenAt = document.CheckedAt,
        Holder = document.Signer!.Certificate.Identity,
        Content = request.Content.ToArray(),
        SignedAttributes = document.SignerInfo!.EncodedSignedAttributes.ToArray(),
        Signature = document.SignerInfo.Signature.ToArray(),
    };

    private LatestAttributesState RefusalOf(Consent consent, string service) => consent.StateAt(_clock.GetUtcNow()) switch
    {
        ConsentState.Revoked => LatestAttributesState.ConsentRevoked,
        ConsentState.InForce when consent.Service == service => LatestAttributesState.Provided,
        ConsentState.InForce => LatestAttributesState.ConsentForOtherService,
        _ => LatestAttributesState.ConsentNotInForce,
    };

    private async ValueTask<bool> ApplyAsync(Consent consent, AuthorityConsent answer, CancellationToken cancellationToken) => answer.State switch
    {
        AuthorityConsentState.Revoked => await MarkRevokedAsync(consent, cancellationToken).ConfigureAwait(false),
        AuthorityConsentState.Stands when consent.ReflectedOn is null && answer.ReflectedOn is { } day =>
            await _store.TryReplaceAsync(consent, consent with { ReflectedOn = day }, cancellationToken).ConfigureAwait(false),
        _ => false,
    };

    private ValueTask<bool> MarkRevokedAsync(Consent consent, CancellationToken cancellationToken) =>
        _store.TryReplaceAsync(consent, consent with { RevokedAt = _clock.GetUtcNow() }, cancellationToken);
}
