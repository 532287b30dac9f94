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
}
