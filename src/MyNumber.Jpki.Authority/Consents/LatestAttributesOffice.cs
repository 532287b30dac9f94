using MyNumber.Jpki.Authority.Office;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services.Consents;
using MyNumber.Jpki.Signatures;

namespace MyNumber.Jpki.Authority.Consents;

/// <summary>The authority's side of the latest four attributes (最新の利用者情報 (4情報) 提供): keeps consents, says how they stand, and provides what the holder's new signature certificate says.</summary>
/// <remarks>
/// <para>It answers out of what the authority issued: the person behind a consent is found by the certificate that signed it, the newest certificate by old→new links (新旧紐付け). It provides only under a
/// consent of the service that asks, on file, reflected, within its ten years, neither revoked nor wiped, and only about the person who signed it; of all else it says no more than that it does not know it.</para>
/// <para>A consent is reached by its number together with the certificate that signed it: what somebody else signs and files under the same number is nothing to the holder's.</para>
/// <para>Thread safe. Consents are in memory and go with the process; of those that were wiped a hash stays, so that none is brought twice, and of each signer how many were filed. The real service's wire form is not public;
/// rules by one source each: project research notes on JPKI, §4.</para>
/// </remarks>
public sealed partial class LatestAttributesOffice
{
    /// <summary>How many consents one certificate may put on file in its life, wiped ones included: 256. The ceiling is this library's choice.</summary>
    public const int MostPerSigner = 256;

    private static readonly TimeSpan LongestReflection = TimeSpan.FromDays(30);

    private readonly LabAuthority _authority;
    private readonly TimeSpan _reflection;
    private readonly ConsentFile _consents = new();
    private volatile bool _isAway;

    /// <summary>Opens the service of an authority.</summary>
    /// <param name="authority">The authority.</param>
    /// <param name="reflection">How long after it was brought a consent is reflected: zero to 30 days. The real time is not known; at once by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is out of its range.</exception>
    public LatestAttributesOffice(LabAuthority authority, TimeSpan reflection = default)
    {
        ArgumentNullException.ThrowIfNull(authority);
        ArgumentOutOfRangeException.ThrowIfLessThan(reflection, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reflection, LongestReflection);
        _authority = authority;
        _reflection = reflection;
    }

    /// <summary>Whether the service is away, as for maintenance: every question gets no answer then. May be changed while it runs.</summary>
    public bool IsAway
    {
        get => _isAway;
        set => _isAway = value;
    }

    /// <summary>Opens a service's own connection, as a platform operator has one: it reaches consents for that service alone.</summary>
    /// <param name="service">The service, as consents name it.</param>
    /// <returns>The connection. It answers from memory and throws only when it is cancelled.</returns>
    public ILatestAttributesProvider Connect(string service)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(service);
        return new Connection(this, service);
    }

    /// <summary>Puts a signed consent on file (同意の登録).</summary>
    /// <param name="service">The service that brings it; the consent must be for this one.</param>
    /// <param name="signed">CMS SignedData with the consent's text inside, by the signature key of a card, or of a phone where its policy is configured; from anybody.</param>
    /// <param name="cancellationToken">Gives up; then nothing is on file.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async ValueTask<ConsentFiling> FileAsync(string service, ReadOnlyMemory<byte> signed, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(service);
        DocumentVerificationResult paper = await SignedPapers.VerifyAsync(_authority, signed, null, takesPhones: true, cancellationToken).ConfigureAwait(false);
        if (paper.Outcome != VerificationOutcome.Valid)
        {
            return paper.Outcome == VerificationOutcome.Undetermined ? ConsentFiling.SignatureUndetermined : ConsentFiling.SignatureInvalid;
        }

        if (!ConsentRequest.TryParse(paper.Content!.Value.Span, out ConsentRequest? request) || request.Service != service)
        {
            return ConsentFiling.TextRefused;
        }

        FiledConsent consent = new(service, paper.Signer!.Certificate.Identity, _authority.Clock.GetUtcNow() + _reflection);
        return _consents.Add(request.Id, consent);
    }

    /// <summary>The holder revokes a consent at the authority (同意の取消). Services learn it when they poll.</summary>
    /// <param name="consentId">Its number; any text.</param>
    /// <param name="holder">The certificate that signed it.</param>
    /// <returns>Whether it is revoked now; <see langword="false"/> when it is not on file or over.</returns>
    public bool Revoke(string consentId, CertificateIdentity holder)
    {
        ArgumentNullException.ThrowIfNull(consentId);
        return _consents.Revoke(consentId, holder, _authority.Clock.GetUtcNow());
    }

    /// <summary>Wipes what was revoked or whose ten years are over (消去): who it was about is gone, and services hear that it is not known.</summary>
    /// <returns>How many were wiped.</returns>
    public int Wipe() => _consents.Wipe(_authority.Clock.GetUtcNow());

    private AuthorityConsent Poll(string service, string consentId, CertificateIdentity signer)
    {
        if (_isAway)
        {
            return default;
        }

        FiledConsent? consent = Find(service, consentId, signer);
        AuthorityConsentState state = consent?.StateAt(_authority.Clock.GetUtcNow()) ?? AuthorityConsentState.NotReflected;
        return new AuthorityConsent(state, state == AuthorityConsentState.Stands ? consent!.ReflectedOn : null);
    }

    private LatestAttributes Fetch(string service, string consentId, CertificateIdentity signer)
    {
        FiledConsent? consent = Find(service, consentId, signer);
        return _isAway ? LatestAttributes.Without(LatestAttributesState.NoAnswer) : consent?.StateAt(_authority.Clock.GetUtcNow()) switch
        {
            AuthorityConsentState.Revoked => LatestAttributes.Without(LatestAttributesState.ConsentRevoked),
            AuthorityConsentState.Stands => Provide(signer),
            _ => LatestAttributes.Without(LatestAttributesState.ConsentNotKnown),
        };
    }

    private FiledConsent? Find(string service, string consentId, CertificateIdentity signer) =>
        _consents.Find(consentId, signer) is { } consent && consent.Service == service ? consent : null;

    private sealed class Connection(LatestAttributesOffice office, string service) : ILatestAttributesProvider
    {
        public ValueTask<AuthorityConsent> PollAsync(string consentId, CertificateIdentity signatureCertificate, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(consentId);
            cancellationToken.ThrowIfCancellationRequested();
            return ValueTask.FromResult(office.Poll(service, consentId, signatureCertificate));
        }

        public ValueTask<LatestAttributes> FetchAsync(string consentId, CertificateIdentity signatureCertificate, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(consentId);
            cancellationToken.ThrowIfCancellationRequested();
            return ValueTask.FromResult(office.Fetch(service, consentId, signatureCertificate));
        }
    }
}
