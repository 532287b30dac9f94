using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Paths;

/// <summary>Holds a certificate against the profile rows of an anchor set.</summary>
internal static class ProfileCheck
{
    private static readonly CertificateProfile[] KnownProfiles =
        [CertificateProfiles.CardSignature, CertificateProfiles.TestCardSignature, CertificateProfiles.CardUserAuthentication];

    public static VerificationReason Match(JpkiCertificate certificate, TrustAnchorSet anchors, out CertificateProfile? profile)
    {
        profile = null;
        if (certificate.IsAuthority == true)
        {
            return VerificationReason.AuthorityAsEndEntity;
        }

        if (certificate.UnrecognisedCriticalExtensions.Count != 0)
        {
            return VerificationReason.UnrecognisedCriticalExtension;
        }

        if (certificate.Policies.Count != 1)
        {
            return VerificationReason.ProfileMismatch;
        }

        profile = Find(anchors.Profiles, certificate.Policies[0]);
        if (profile is null)
        {
            CertificateProfile? known = Find(KnownProfiles, certificate.Policies[0]);
            return known is not null && known.Purpose != anchors.Purpose ? VerificationReason.WrongPurpose : VerificationReason.PolicyNotAccepted;
        }

        return Fits(certificate, profile) ? VerificationReason.None : VerificationReason.ProfileMismatch;
    }

    private static CertificateProfile? Find(IReadOnlyList<CertificateProfile> profiles, string policy)
    {
        foreach (CertificateProfile profile in profiles)
        {
            if (profile.Policy == policy)
            {
                return profile;
            }
        }

        return null;
    }

    private static bool Fits(JpkiCertificate certificate, CertificateProfile profile) =>
        certificate.Fields.Version == 3
        && certificate.IsAuthority is null
        && certificate.KeyUsage == profile.KeyUsage
        && certificate.Fields.Extensions.ArePoliciesCritical
        && certificate.SignatureAlgorithm == profile.SignatureAlgorithm
        && certificate.PublicKeyAlgorithm == profile.PublicKeyAlgorithm
        && certificate.KeySize == profile.KeySize
        && HasUsualExponent(certificate)
        && certificate.Holder is not null == profile.HasHolder;

    private static bool HasUsualExponent(JpkiCertificate certificate) =>
        certificate.PublicKeyAlgorithm != Asn1.Oids.RsaEncryption || certificate.Fields.PublicKey.Exponent.Span is [1, 0, 1];
}
