using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Paths;

/// <summary>Holds a certificate against the profile rows of an anchor set.</summary>
internal static class ProfileCheck
{
    private static readonly CertificateProfile[] KnownProfiles =
        [CertificateProfiles.CardSignature, CertificateProfiles.TestCardSignature, CertificateProfiles.CardUserAuthentication];

    /// <summary>What a row of the profile table demands, in the order in which it decides.</summary>
    private static readonly (VerificationReason Reason, Func<JpkiCertificate, CertificateProfile, bool> Holds)[] Rows =
    [
        (VerificationReason.SerialNumberNotPositive, static (certificate, _) => certificate.SerialNumber.Span is not [0]), // RFC 5280 §4.1.2.2: only old authorities have zero
        (VerificationReason.BasicConstraintsUnexpected, static (certificate, _) => certificate.IsAuthority != false),
        (VerificationReason.KeyUsageNotAccepted, static (certificate, profile) => certificate.KeyUsage == profile.KeyUsage && certificate.Fields.Extensions.IsKeyUsageCritical),
        (VerificationReason.ExtendedKeyUsageNotAccepted, HasPurposesOf),
        (VerificationReason.PolicyNotCritical, static (certificate, _) => certificate.Fields.Extensions.ArePoliciesCritical),
        (VerificationReason.CertificateAlgorithmNotAccepted, static (certificate, profile) => certificate.SignatureAlgorithm == profile.SignatureAlgorithm),
        (VerificationReason.KeyNotAccepted, HasKeyOf),
        (VerificationReason.HolderAttributesMissing, static (certificate, profile) => !profile.HasHolder || HasAttributesOf(certificate, profile)),
        (VerificationReason.HolderAttributesUnexpected, static (certificate, profile) => profile.HasHolder || HasAttributesOf(certificate, profile)),
    ];

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

    /// <summary>Every reason against the profile that is known without another question, in the order of <see cref="Match"/>.</summary>
    public static void Collect(JpkiCertificate certificate, TrustAnchorSet anchors, List<VerificationReason> reasons)
    {
        if (certificate.IsAuthority == true)
        {
            reasons.Add(VerificationReason.AuthorityAsEndEntity);
        }

        if (certificate.UnrecognisedCriticalExtensions.Count != 0)
        {
            reasons.Add(VerificationReason.UnrecognisedCriticalExtension);
        }

        if (certificate.Fields.Version != 3)
        {
            reasons.Add(VerificationReason.ProfileMismatch);
        }

        if (certificate.Policies.Count == 1 && Find(anchors.Profiles, certificate.Policies[0]) is { } profile)
        {
            reasons.AddRange(Rows.Where(row => !row.Holds(certificate, profile)).Select(row => row.Reason));
            return;
        }

        reasons.Add(certificate.Policies.Count != 1 ? VerificationReason.PolicyNotSingle
            : IsOfOtherPurpose(certificate, anchors.Purpose) ? VerificationReason.WrongPurpose
            : VerificationReason.PolicyNotAccepted);
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

    private static VerificationReason Judge(JpkiCertificate certificate, CertificateProfile profile)
    {
        foreach ((VerificationReason reason, Func<JpkiCertificate, CertificateProfile, bool> holds) in Rows)
        {
            if (!holds(certificate, profile))
            {
                return reason;
            }
        }

        return VerificationReason.None;
    }

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
