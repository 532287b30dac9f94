using System.Security.Cryptography;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Authority.Services;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Authority;

/// <summary>A whole issuing side of JPKI for a lab: both authorities in two generations, status, CRLs, OCSP responder and serial links.</summary>
/// <remarks>Thread safe. The same keys, clock, options and order of calls give the same bytes. It protects nothing and nobody must trust it.</remarks>
public sealed class LabAuthority
{
    private const int SignatureAge = 15;

    private readonly LabAuthorityOptions _options;
    private readonly CertificationAuthority _signature;
    private readonly CertificationAuthority _userAuthentication;
    private volatile Uri _ocspAddress = new("http://ocsp.mynumber-lab.invalid/ocsp");

    /// <summary>Makes the four self-signed certificates and the responder.</summary>
    /// <param name="keys">The keys; owned by the caller and used as long as the lab lives.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="options">Names, policies and rules.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting of the responder is out of its range.</exception>
    public LabAuthority(LabAuthorityKeys keys, TimeProvider clock, LabAuthorityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(clock);
        _options = options ?? new LabAuthorityOptions();
        Clock = clock;
        _signature = Found(
            CertificatePurpose.Signature, _options.SignatureNaming, (keys.SignaturePrevious, 0x0132_0001), (keys.SignatureCurrent, 0x0267_0001), _options.SignatureSerials);
        _userAuthentication = Found(
            CertificatePurpose.UserAuthentication,
            _options.UserAuthenticationNaming,
            (keys.UserAuthenticationPrevious, 0x0133_0001),
            (keys.UserAuthenticationCurrent, 0x026D_0001),
            _options.UserAuthenticationSerials);
        Statuses = new StatusStore(clock, _options.RevocationDate);
        Crls = new CrlPublisher(Statuses, clock);
        Responder = new OcspResponder([.. _signature.Generations, .. _userAuthentication.Generations], keys.Responder, Statuses, clock, _options.Responder);
    }

    /// <summary>The clock that the lab runs on.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Status of every issued certificate; hold and revoke here.</summary>
    public StatusStore Statuses { get; }

    /// <summary>Serial links, S→R and old→new.</summary>
    public SerialLinkDirectory Links { get; } = new();

    /// <summary>Makes CRLs.</summary>
    public CrlPublisher Crls { get; }

    /// <summary>The OCSP responder for all four generations.</summary>
    public OcspResponder Responder { get; }

    /// <summary>The address that new certificates name as their OCSP responder; <see cref="StartResponderAsync"/> sets it. Until then nothing answers there.</summary>
    public Uri OcspAddress
    {
        get => _ocspAddress;
        set => _ocspAddress = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>One of the two authorities.</summary>
    /// <param name="purpose">Which.</param>
    /// <returns>The authority.</returns>
    public CertificationAuthority Of(CertificatePurpose purpose) => purpose == CertificatePurpose.Signature ? _signature : _userAuthentication;

    /// <summary>The self-signed certificates that a verifier pins for one purpose, all generations.</summary>
    /// <param name="purpose">Which authority.</param>
    /// <returns>DER, the previous generation first.</returns>
    public IReadOnlyList<ReadOnlyMemory<byte>> Anchors(CertificatePurpose purpose) => [.. Of(purpose).Generations.Select(generation => generation.Certificate)];

    /// <summary>Issues both certificates of a card and links them: both are registered or, when either cannot be made, neither.</summary>
    /// <param name="request">Holder and public keys.</param>
    /// <returns>The certificates; the signature certificate is missing when its key is, and for a holder under 15 unless forced.</returns>
    /// <exception cref="ArgumentException">A key is not a SubjectPublicKeyInfo, or the card's last day has passed.</exception>
    /// <exception cref="InvalidOperationException">The environment lacks a policy, or the serial numbers are used up.</exception>
    public CardCertificates Issue(CardIssuance request)
    {
        ArgumentNullException.ThrowIfNull(request);
        IssuedCertificate userAuthentication = Make(CertificateTemplate.CardUserAuthentication(_options.Environment), request);
        IssuedCertificate? signature = MayHaveSignature(request) ? Make(SignatureTemplate(), request) : null;
        Statuses.Register(signature is null ? [userAuthentication] : [userAuthentication, signature]);
        return Linked(signature, userAuthentication);
    }

    /// <summary>Issues both certificates anew; the old ones become superseded unless they were revoked before, and old→new is kept.</summary>
    /// <param name="old">The certificates to replace.</param>
    /// <param name="request">Holder and public keys of the new ones.</param>
    /// <returns>The new certificates.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Issue"/>.</exception>
    /// <exception cref="InvalidOperationException">As for <see cref="Issue"/>.</exception>
    public CardCertificates Renew(CardCertificates old, CardIssuance request)
    {
        ArgumentNullException.ThrowIfNull(old);
        CardCertificates renewed = Issue(request);
        Supersede(old.UserAuthentication, renewed.UserAuthentication);
        Supersede(old.Signature, renewed.Signature);
        return renewed;
    }

    /// <summary>Issues a new signature certificate beside the user-authentication certificate that stays, as after a change of address. It ends with that one at the latest. Age is not looked at.</summary>
    /// <param name="old">The card's certificates so far.</param>
    /// <param name="request">The holder's new attributes and the new signature key.</param>
    /// <returns>The card's certificates from now on.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Issue"/>, or the user-authentication certificate has ended.</exception>
    /// <exception cref="InvalidOperationException">As for <see cref="Issue"/>.</exception>
    public CardCertificates ReissueSignature(CardCertificates old, CardIssuance request)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(request);
        if (old.UserAuthentication.NotAfter < Clock.GetUtcNow())
        {
            throw new ArgumentException("The card's user-authentication certificate has ended.", nameof(old));
        }

        IssuedCertificate signature = Make(SignatureTemplate(), request, old.UserAuthentication.NotAfter);
        Statuses.Register(signature);
        Supersede(old.Signature, signature);
        return Linked(signature, old.UserAuthentication);
    }

    /// <summary>Issues one certificate from any template and registers its status; nothing is linked.</summary>
    /// <param name="template">The profile.</param>
    /// <param name="request">Holder and public keys.</param>
    /// <returns>The certificate.</returns>
    /// <exception cref="ArgumentException">The key is not a SubjectPublicKeyInfo, or the card's last day has passed.</exception>
    /// <exception cref="InvalidOperationException">The serial numbers are used up.</exception>
    public IssuedCertificate IssueOne(CertificateTemplate template, CardIssuance request)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(request);
        IssuedCertificate issued = Make(template, request);
        Statuses.Register(issued);
        return issued;
    }

    /// <summary>The holder moved house (転居): the signature certificate is revoked as affiliationChanged, the user-authentication certificate stays.</summary>
    /// <param name="card">The card's certificates.</param>
    /// <returns>What became of it; <see cref="StatusChangeOutcome.UnknownCertificate"/> when there is no signature certificate.</returns>
    public StatusChangeOutcome MoveHouse(CardCertificates card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card.Signature is null
            ? StatusChangeOutcome.UnknownCertificate
            : Statuses.Revoke(card.Signature.Identity, RevocationReason.AffiliationChanged);
    }

    /// <summary>The card is lost: both certificates go on hold (一時保留).</summary>
    /// <param name="card">The card's certificates.</param>
    /// <returns>What became of the user-authentication certificate; a signature certificate that is revoked already stays so.</returns>
    public StatusChangeOutcome ReportLost(CardCertificates card)
    {
        ArgumentNullException.ThrowIfNull(card);
        if (card.Signature is not null)
        {
            Statuses.Hold(card.Signature.Identity);
        }

        return Statuses.Hold(card.UserAuthentication.Identity);
    }

    /// <summary>Serves responder and CRLs on 127.0.0.1 and sets <see cref="OcspAddress"/>.</summary>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running host; the caller disposes it.</returns>
    /// <exception cref="IOException">The loopback address could not be bound.</exception>
    public async Task<OcspResponderHost> StartResponderAsync(CancellationToken cancellationToken = default)
    {
        CrlCatalogue catalogue = new(_signature, _userAuthentication, Crls, Statuses);
        OcspResponderHost host = await OcspResponderHost.StartAsync(Responder, catalogue.Find, cancellationToken).ConfigureAwait(false);
        OcspAddress = host.OcspAddress;
        return host;
    }

    private CertificationAuthority Found(
        CertificatePurpose purpose, AuthorityNaming naming, (RSA Key, uint Serial) previous, (RSA Key, uint Serial) current, ISerialSource? serials)
    {
        DateTimeOffset now = Clock.GetUtcNow();
        AuthorityGeneration first = new(naming, KeyGeneration.Previous, previous.Key, previous.Serial, now - _options.PreviousGenerationAge);
        AuthorityGeneration second = new(naming, KeyGeneration.Current, current.Key, current.Serial, now - _options.CurrentGenerationAge);
        return new CertificationAuthority(purpose, first, second, serials ?? new MonotonicSerialSource(), Clock, _options.LeapDay);
    }

    private IssuedCertificate Make(CertificateTemplate template, CardIssuance request, DateTimeOffset? latestEnd = null)
    {
        if (request.CardExpiry < ValidityRule.JapanDay(Clock.GetUtcNow()))
        {
            throw new ArgumentException("The card's last day has passed.", nameof(request));
        }

        ReadOnlyMemory<byte> key = template.Purpose == CertificatePurpose.Signature ? request.SignatureKey : request.UserAuthenticationKey;
        return Of(template.Purpose).Issue(template, request, key, OcspAddress, latestEnd);
    }

    private CertificateTemplate SignatureTemplate() => CertificateTemplate.CardSignature(_options.Environment, _options.SignatureNamesOcspResponder);

    private bool MayHaveSignature(CardIssuance request)
    {
        int age = ValidityRule.Age(ValidityRule.JapanDay(Clock.GetUtcNow()), request.Holder.Attributes.BirthDate, _options.LeapDay);
        return !request.SignatureKey.IsEmpty && (request.ForceSignature || age >= SignatureAge);
    }

    private CardCertificates Linked(IssuedCertificate? signature, IssuedCertificate userAuthentication)
    {
        if (signature is not null)
        {
            Links.Link(signature.Identity, userAuthentication.Identity);
        }

        return new CardCertificates(signature, userAuthentication);
    }

    private void Supersede(IssuedCertificate? old, IssuedCertificate? successor)
    {
        if (old is null)
        {
            return;
        }

        Statuses.Revoke(old.Identity, RevocationReason.Superseded);
        if (successor is not null)
        {
            Links.LinkSuccessor(old.Identity, successor.Identity);
        }
    }
}
