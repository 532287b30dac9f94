using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services.Consents;
using MyNumber.Numbering.People;

namespace MyNumber.Jpki.Authority.Consents;

/// <content>From a certificate to the person's newest signature certificate, and what it says.</content>
public sealed partial class LatestAttributesOffice
{
    private const int MostSuccessors = 1000;

    private LatestAttributes Provide(CertificateIdentity signer)
    {
        (IssuedCertificate? before, IssuedCertificate? newest, bool isGood) = _authority.Ledger.Read(state => Find(state, signer));
        if (before is null || newest is null)
        {
            return LatestAttributes.Without(LatestAttributesState.ConsentNotKnown); // not issued here, or linked by hand to one that was not
        }

        if (!isGood || newest.NotAfter < _authority.Clock.GetUtcNow())
        {
            return LatestAttributes.Without(LatestAttributesState.NoNewSignatureCertificate);
        }

        // A certificate that was made wrong on purpose may not be readable.
        return Attributes(before) is not { } old || Attributes(newest) is not { } latest ? LatestAttributes.Without(LatestAttributesState.NoAnswer)
            : IsSame(old, latest) ? LatestAttributes.Without(LatestAttributesState.Unchanged)
            : LatestAttributes.Provide(latest, newest.Identity);
    }

    private (IssuedCertificate? Signer, IssuedCertificate? Newest, bool IsGood) Find(AuthorityState state, CertificateIdentity signer) =>
        state.Find(Newest(state, signer)) is { } record ? (state.Find(signer)?.Certificate, record.Certificate, record.Latest.State == IssuedState.Good) : default;

    /// <summary>The end of the old→new links of the card; a phone's certificate stands for the card that it was enrolled with.</summary>
    private CertificateIdentity Newest(AuthorityState state, CertificateIdentity certificate)
    {
        CertificateIdentity newest = state.FindApplication(certificate) is { IsPhone: true } phone && state.FindApplication(phone.Card) is { Signature.IsEmpty: false } card
            ? card.Signature
            : certificate;
        for (int links = 0; links < MostSuccessors && _authority.Links.Successor(newest) is { } next; links++)
        {
            newest = next;
        }

        return newest;
    }

    private static FourAttributes? Attributes(IssuedCertificate certificate) =>
        JpkiCertificate.TryParse(certificate.Encoded.Span, out JpkiCertificate? parsed, out _) ? parsed.Holder?.Attributes : null;

    private static bool IsSame(FourAttributes one, FourAttributes other) =>
        one.Name == other.Name && one.Address == other.Address && one.BirthDate == other.BirthDate && one.Sex == other.Sex;
}
