using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services.Consents;

namespace MyNumber.Jpki.Tests.Services.Consents;

/// <summary>The authority's service, told what to say.</summary>
internal sealed class FixedProvider : ILatestAttributesProvider
{
    public AuthorityConsent Consent { get; set; } = new(AuthorityConsentState.Stands, new DateOnly(2026, 11, 21));

    public LatestAttributes Latest { get; set; } = LatestAttributes.Without(LatestAttributesState.Unchanged);

    public int Polled { get; private set; }

    public List<CertificateIdentity> Fetched { get; } = [];

    public ValueTask<AuthorityConsent> PollAsync(string consentId, CertificateIdentity signatureCertificate, CancellationToken cancellationToken = default)
    {
        Polled++;
        return ValueTask.FromResult(Consent);
    }

    public ValueTask<LatestAttributes> FetchAsync(string consentId, CertificateIdentity signatureCertificate, CancellationToken cancellationToken = default)
    {
        Fetched.Add(signatureCertificate);
        return ValueTask.FromResult(Latest);
    }
}
