using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Rsa;
using MyNumber.Jpki.Signatures.Primitives;

namespace MyNumber.Jpki.Certificates;

/// <summary>A pinned self-signed authority certificate (認証局の自己署名証明書) of one generation. Never take one from a card.</summary>
/// <remarks>Immutable and thread safe; its key is imported once.</remarks>
public sealed class TrustAnchor
{
    /// <summary>The arithmetic of an anchor for which none was chosen; docs/decisions says why.</summary>
    public const RsaArithmetic DefaultArithmetic = RsaArithmetic.Managed;

    private const X509KeyUsageFlags AuthorityUsage = X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign;

    private TrustAnchor(JpkiCertificate certificate)
    {
        Certificate = certificate;
        KeyHash = SHA256.HashData(certificate.SubjectPublicKeyInfo.Span);
    }

    /// <summary>The authority's certificate.</summary>
    public JpkiCertificate Certificate { get; }

    /// <summary>The authority's Name, DER; all generations share it.</summary>
    public ReadOnlyMemory<byte> Name => Certificate.SubjectName;

    /// <summary>The generation's subjectKeyIdentifier.</summary>
    public ReadOnlyMemory<byte> KeyIdentifier => Certificate.SubjectKeyIdentifier;

    /// <summary>Who computes the RSA verifications under this anchor: of certificates, lists, answers about status, and of documents under its certificates.</summary>
    public RsaArithmetic Arithmetic => Certificate.Arithmetic;

    /// <summary>Contents of the key's BIT STRING, over which OCSP hashes the issuer's key (RFC 6960 §4.1.1).</summary>
    internal ReadOnlyMemory<byte> KeyBits => Certificate.Fields.PublicKey.KeyBits;

    /// <summary>SHA-256 of the subjectPublicKeyInfo: what tells two anchors apart even if someone gave both one name and one key identifier.</summary>
    internal ReadOnlyMemory<byte> KeyHash { get; }

    /// <summary>Reads an anchor and checks that it is an authority that signed itself: v3, an RSA key of 2048 bits or more or a key on P-384 (expected of the next generation, not published), critical basicConstraints with cA,
    /// critical keyUsage with keyCertSign and cRLSign, a key identifier.</summary>
    /// <param name="der">One DER certificate. Files in PEM, and files of several, are read by <see cref="TrustAnchorLoader"/>.</param>
    /// <param name="anchor">The anchor, or <see langword="null"/>.</param>
    /// <returns>Whether it can serve as an anchor. Its period is judged at validation, not here.</returns>
    public static bool TryParse(ReadOnlySpan<byte> der, [NotNullWhen(true)] out TrustAnchor? anchor)
    {
        anchor = null;
        if (!JpkiCertificate.TryParse(der, out JpkiCertificate? certificate, out _)
            || certificate.Fields.Version != 3
            || !HasAcceptedKey(certificate.Fields.PublicKey)
            || certificate.IsAuthority != true || !certificate.Fields.Extensions.AreBasicConstraintsCritical
            || !certificate.Fields.Extensions.IsKeyUsageCritical
            || certificate.KeyUsage is not { } usage || (usage & AuthorityUsage) != AuthorityUsage
            || certificate.SubjectKeyIdentifier.IsEmpty
            || certificate.UnrecognisedCriticalExtensions.Count != 0
            || !certificate.IssuerName.Span.SequenceEqual(certificate.SubjectName.Span))
        {
            return false;
        }

        TrustAnchor candidate = new(certificate);
        if (!candidate.HasSigned(certificate))
        {
            return false;
        }

        anchor = candidate;
        return true;
    }

    /// <summary>The same anchor with another arithmetic for it and for all that is verified under it.</summary>
    /// <param name="arithmetic">Who computes.</param>
    /// <returns>A new anchor.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such arithmetic.</exception>
    public TrustAnchor WithArithmetic(RsaArithmetic arithmetic) =>
        Enum.IsDefined(arithmetic)
            ? new TrustAnchor(new JpkiCertificate(Certificate.Fields, arithmetic))
            : throw new ArgumentOutOfRangeException(nameof(arithmetic));

    /// <summary>Whether this generation's key signed the certificate: with SHA-256 and RSA PKCS#1 v1.5, or under a key on P-384 with SHA-384 and ECDSA. Names, period and profile are not looked at.</summary>
    /// <param name="certificate">Any certificate.</param>
    /// <returns>Whether the signature holds.</returns>
    public bool HasSigned(JpkiCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return HasSigned(certificate.Fields.ToBeSigned.Span, certificate.SignatureAlgorithm, certificate.Fields.Signature);
    }

    internal bool HasSigned(ReadOnlySpan<byte> toBeSigned, string algorithm, ReadOnlyMemory<byte> signature) =>
        HashOf(algorithm) is not null && Certificate.Key.Verify(toBeSigned, SignatureScheme.Find(algorithm)!, signature, Arithmetic);

    /// <summary>The same over a hash that was computed already.</summary>
    internal bool HasSignedHash(ReadOnlySpan<byte> hash, string algorithm, ReadOnlyMemory<byte> signature) =>
        HashOf(algorithm) is not null && Certificate.Key.VerifyHash(hash, SignatureScheme.Find(algorithm)!, signature, Arithmetic);

    /// <summary>The hash of a signature algorithm that anchors sign with; <see langword="null"/> for every other.</summary>
    internal static HashAlgorithmName? HashOf(string algorithm) =>
        algorithm is Asn1.Oids.Sha256WithRsa or Asn1.Oids.EcdsaWithSha384 ? SignatureScheme.Find(algorithm)!.Hash : null;

    private static bool HasAcceptedKey(PublicKeyFields key) =>
        key.Algorithm == Asn1.Oids.RsaEncryption ? key.KeySize >= RsaVerificationKey.ShortestModulus : key.Curve == EcCurve.P384;
}
