using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Certificates;

/// <summary>The known rows of the profile table.</summary>
/// <remarks>The user-authentication policy of the test environment and both phone policies are not public: give such rows yourself.</remarks>
public static class CertificateProfiles
{
    /// <summary>Signature certificate on a card, production shape: digitalSignature and nonRepudiation, four attributes.</summary>
    public static CertificateProfile CardSignature { get; } = new()
    {
        Purpose = CertificatePurpose.Signature,
        Medium = CertificateMedium.Card,
        Policy = Oids.PolicySignatureCard,
        KeyUsage = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation,
        HasHolder = true,
    };

    /// <summary>Signature certificate on a card of the test environment; only the policy differs.</summary>
    public static CertificateProfile TestCardSignature { get; } = CardSignature with { Policy = Oids.PolicySignatureCardTest };

    /// <summary>User-authentication certificate on a card, production shape: digitalSignature only, clientAuth, no personal attribute.</summary>
    public static CertificateProfile CardUserAuthentication { get; } = new()
    {
        Purpose = CertificatePurpose.UserAuthentication,
        Medium = CertificateMedium.Card,
        Policy = Oids.PolicyUserAuthenticationCard,
        KeyUsage = X509KeyUsageFlags.DigitalSignature,
        HasHolder = false,
        ExtendedKeyUsages = [Oids.ClientAuth],
    };

    /// <summary>
    /// Signature certificate of the next card: expected, not published. The report on the next card (2024) names ECDSA on P-384 with SHA-384; that the rest
    /// stays as it is, is assumed. The policy OID is not known, so the caller gives it.
    /// </summary>
    /// <param name="policy">The policy OID, dotted.</param>
    /// <returns>A row to be put into an anchor set of a lab.</returns>
    public static CertificateProfile ExpectedNextCardSignature(string policy) => OnP384(CardSignature, policy);

    /// <summary>User-authentication certificate of the next card: expected, not published, as <see cref="ExpectedNextCardSignature"/>.</summary>
    /// <param name="policy">The policy OID, dotted.</param>
    /// <returns>A row to be put into an anchor set of a lab.</returns>
    public static CertificateProfile ExpectedNextCardUserAuthentication(string policy) => OnP384(CardUserAuthentication, policy);

    private static CertificateProfile OnP384(CertificateProfile row, string policy)
    {
        ArgumentException.ThrowIfNullOrEmpty(policy);
        return row with { Policy = policy, PublicKeyAlgorithm = Oids.EcPublicKey, KeySize = 384, SignatureAlgorithm = Oids.EcdsaWithSha384 };
    }
}
