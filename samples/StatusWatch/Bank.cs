using MyNumber.Jpki.Authority;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Office;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services.Accounts;
using MyNumber.Jpki.Validation;

namespace StatusWatch;

/// <summary>The bank: stored certificates, account links and pinned anchors.</summary>
internal sealed class Bank(LabAuthority authority)
{
    private CertificateValidator? _openings;

    public AccountBook Book { get; } = new();

    public InMemoryAccountLinkStore LinkStore { get; } = new();

    public AccountLinks Links => new(LinkStore, authority.Links, authority.Links, authority.Clock);

    /// <summary>Opens an account. What a bank does at an opening is the tale of samples/BankOnboarding; here the authority's register vouches for the status of that day.</summary>
    public async Task OpenAsync(string account, IssuedCertificate certificate)
    {
        if (_openings?.Anchors.Anchors.Count != authority.Of(CertificatePurpose.Signature).Generations.Count)
        {
            _openings = CreateValidator(new RegisterStatusSource(authority.Statuses, authority.Clock));
        }

        ValidationResult shown = await _openings.ValidateAsync(certificate.Encoded);
        AccountOpening opening = await Links.OpenAsync(account, shown.Validated ?? throw new InvalidOperationException($"The new certificate is not valid: {shown.Reason}."));
        if (!opening.IsComplete)
        {
            throw new InvalidOperationException($"The account could not be linked: {opening.Signature}, {opening.UserAuthentication}.");
        }

        Book.Add(account, certificate.Encoded.Span);
    }

    /// <summary>A validator of signature certificates under all generations that the authority has by now.</summary>
    public CertificateValidator CreateValidator(IRevocationSource status) => new(Anchors(), status, authority.Clock);

    public TrustAnchorSet Anchors() => new(
        CertificatePurpose.Signature,
        JpkiEnvironment.Lab,
        authority.Anchors(CertificatePurpose.Signature).Select(der => TrustAnchor.TryParse(der.Span, out TrustAnchor? anchor) ? anchor : throw new InvalidOperationException("No anchor.")),
        [CertificateProfiles.CardSignature]);
}
