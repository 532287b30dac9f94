using MyNumber.Jpki.Asn1;
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

        if (certificate.Fields.Version != 3)
        {
            return VerificationReason.ProfileMismatch;
        }

        if (certificate.Policies.Count != 1)
        {
            return VerificationReason.PolicyNotSingle;
        }

        profile = Find(anchors.Profiles, certificate.Policies[0]);
        if (profile is null)
        {
            return IsOfOtherPurpose(certificate, anchors.Purpose) ? VerificationReason.WrongPurpose : VerificationReason.PolicyNotAccepted;
        }

        return Judge(certificate, profile);
    }

    // A known policy of the other purpose, or under any policy the usage bits and attributes that only the other purpose has.
    private static bool IsOfOtherPurpose(JpkiCertificate certificate, CertificatePurpose purpose)
    {
        foreach (CertificateProfile known in KnownProfiles)
        {
            bool alike = known.Policy == certificate.Policies[0] || (certificate.KeyUsage == known.KeyUsage && HasAttributesOf(certificate, known));
            if (known.Purpose != purpose && alike)
            {
                return true;
            }
        }

        return false;
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

    private static VerificationReason Judge(JpkiCertificate certificate, CertificateProfile profile) => certificate switch
    {
        { SerialNumber.Span: [0] } => VerificationReason.SerialNumberNotPositive, // RFC 5280 §4.1.2.2: only old authorities have zero
        { IsAuthority: not null } => VerificationReason.BasicConstraintsUnexpected,
        _ when certificate.KeyUsage != profile.KeyUsage || !certificate.Fields.Extensions.IsKeyUsageCritical => VerificationReason.KeyUsageNotAccepted,
        _ when !HasPurposesOf(certificate, profile) => VerificationReason.ExtendedKeyUsageNotAccepted,
        { Fields.Extensions.ArePoliciesCritical: false } => VerificationReason.PolicyNotCritical,
        _ when certificate.SignatureAlgorithm != profile.SignatureAlgorithm => VerificationReason.CertificateAlgorithmNotAccepted,
        _ when !HasKeyOf(certificate, profile) => VerificationReason.KeyNotAccepted,
        _ when HasAttributesOf(certificate, profile) => VerificationReason.None,
        _ => profile.HasHolder ? VerificationReason.HolderAttributesMissing : VerificationReason.HolderAttributesUnexpected,
    };

    private static bool HasKeyOf(JpkiCertificate certificate, CertificateProfile profile) =>
        certificate.PublicKeyAlgorithm == profile.PublicKeyAlgorithm
        && certificate.KeySize == profile.KeySize
        && HasUsualExponent(certificate);

    private static bool HasAttributesOf(JpkiCertificate certificate, CertificateProfile profile) =>
        profile.HasHolder ? certificate.Holder is not null : !certificate.Fields.Extensions.HasSubjectAltName;

    public static bool HasPurposesOf(JpkiCertificate certificate, CertificateProfile profile)
    {
        IReadOnlyList<string> purposes = certificate.ExtendedKeyUsages;
        if (purposes.Count == 0)
        {
            return true;
        }

        return !purposes.Contains(Oids.OcspSigning)
            && !purposes.Contains(Oids.AnyExtendedKeyUsage)
            && HasAll(purposes, profile.ExtendedKeyUsages)
            && (!certificate.Fields.Extensions.AreExtendedKeyUsagesCritical || HasAll(profile.ExtendedKeyUsages, purposes));
    }

    private static bool HasAll(IReadOnlyList<string> list, IReadOnlyList<string> wanted)
    {
        for (int i = 0; i < wanted.Count; i++)
        {
            if (!list.Contains(wanted[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasUsualExponent(JpkiCertificate certificate) =>
        certificate.PublicKeyAlgorithm != Oids.RsaEncryption || certificate.Fields.PublicKey.Exponent.Span is [1, 0, 1];
}
