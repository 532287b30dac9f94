using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>A leaf profile as data: what a certificate of one purpose and medium carries and whether its hold may be lifted.</summary>
/// <remarks>Source: project research notes on JPKI, §1.3, §1.4 and §3.4.</remarks>
public sealed record CertificateTemplate
{
    /// <summary>Purpose; decides the authority, the subject's shape and whether the four attributes (基本4情報) are carried.</summary>
    public required CertificatePurpose Purpose { get; init; }

    /// <summary>What holds the key.</summary>
    public CertificateMedium Medium { get; init; }

    /// <summary>Policy OID, dotted.</summary>
    public required string PolicyOid { get; init; }

    /// <summary>Address in the CPS qualifier.</summary>
    public required string CpsUri { get; init; }

    /// <summary>Key usage; only the first eight bits can be written.</summary>
    public required X509KeyUsageFlags KeyUsage { get; init; }

    /// <summary>Extended key usages, dotted; empty leaves the extension out.</summary>
    public IReadOnlyList<string> ExtendedKeyUsages { get; init; } = [];

    /// <summary>Whether authorityInfoAccess names the OCSP responder.</summary>
    public bool NamesOcspResponder { get; init; }

    /// <summary>Whether a hold (一時保留) of such a certificate may be lifted. Never for a card.</summary>
    public bool HoldMayBeLifted { get; init; }

    /// <summary>Signature certificate (署名用電子証明書) on a card.</summary>
    /// <param name="environment">The policy OIDs.</param>
    /// <param name="namesOcspResponder">Whether to name the responder; the only specimen does not.</param>
    /// <returns>The template.</returns>
    /// <exception cref="InvalidOperationException">The environment has no such policy.</exception>
    public static CertificateTemplate CardSignature(PolicyEnvironment environment, bool namesOcspResponder = false)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return new()
        {
            Purpose = CertificatePurpose.Signature,
            PolicyOid = Known(environment.SignatureCard),
            CpsUri = environment.CpsUri,
            KeyUsage = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation,
            NamesOcspResponder = namesOcspResponder,
        };
    }

    /// <summary>User-authentication certificate (利用者証明用電子証明書) on a card.</summary>
    /// <param name="environment">The policy OIDs.</param>
    /// <returns>The template.</returns>
    /// <exception cref="InvalidOperationException">The environment has no such policy.</exception>
    public static CertificateTemplate CardUserAuthentication(PolicyEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return new()
        {
            Purpose = CertificatePurpose.UserAuthentication,
            PolicyOid = Known(environment.UserAuthenticationCard),
            CpsUri = environment.CpsUri,
            KeyUsage = X509KeyUsageFlags.DigitalSignature,
            ExtendedKeyUsages = [Oids.ClientAuth],
            NamesOcspResponder = true,
        };
    }

    /// <summary>User-authentication certificate on a phone; its hold may be lifted. The rest of its profile is assumed to be the card's.</summary>
    /// <param name="environment">The policy OIDs.</param>
    /// <returns>The template.</returns>
    /// <exception cref="InvalidOperationException">The environment has no such policy.</exception>
    public static CertificateTemplate PhoneUserAuthentication(PolicyEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return CardUserAuthentication(environment with { UserAuthenticationCard = environment.UserAuthenticationPhone }) with { Medium = CertificateMedium.Phone, HoldMayBeLifted = true };
    }

    /// <summary>Signature certificate on a phone; after a hold a new one is issued, so its hold is never lifted. The rest of its profile is assumed to be the card's.</summary>
    /// <param name="environment">The policy OIDs.</param>
    /// <returns>The template.</returns>
    /// <exception cref="InvalidOperationException">The environment has no such policy.</exception>
    public static CertificateTemplate PhoneSignature(PolicyEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return CardSignature(environment with { SignatureCard = environment.SignaturePhone }) with { Medium = CertificateMedium.Phone };
    }

    private static string Known(string? policy) => policy ?? throw new InvalidOperationException("The environment does not know this policy.");
}
