using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Rsa;

namespace MyNumber.Jpki.Certificates;

/// <summary>A certificate (電子証明書) read once into typed values over its own bytes; the first state of the validation pipeline, so far believed in nothing.</summary>
/// <remarks>
/// <para>Immutable and thread safe. All memories are slices of one private copy of the DER.</para>
/// <para>Reading is strict DER with ceilings for every part that has a property here. The insides of names and of policy qualifiers and the values of extensions
    /// that are not understood are kept or passed over unread. The profile is not judged. <see cref="ToString"/> is masked, since serial and holder are personal.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class JpkiCertificate
{
    /// <summary>The longest certificate that is read, in bytes: ten times the size seen on cards.</summary>
    public const int MaximumLength = 16384;

    private readonly Lazy<KeyVerifier> _key;

    internal JpkiCertificate(CertificateFields fields, RsaArithmetic arithmetic = TrustAnchor.DefaultArithmetic)
    {
        Arithmetic = arithmetic;
        Fields = fields;
        Identity = new CertificateIdentity(
            fields.IssuerName.Span,
            fields.Extensions.AuthorityKeyIdentifier is { } authority ? authority.KeyIdentifier.Span : fields.Extensions.SubjectKeyIdentifier.Span,
            fields.SerialNumber.Span);
        _key = new Lazy<KeyVerifier>(() => new KeyVerifier(fields.PublicKey));
    }

    /// <summary>The whole certificate, DER.</summary>
    public ReadOnlyMemory<byte> RawData => Fields.RawData;

    /// <summary>Issuer, issuing generation and serial: the one key under which a certificate is known.</summary>
    public CertificateIdentity Identity { get; }

    /// <summary>The serial number (発行の番号): INTEGER contents. Handle it as personal.</summary>
    public ReadOnlyMemory<byte> SerialNumber => Fields.SerialNumber;

    /// <summary>The issuer's Name, DER.</summary>
    public ReadOnlyMemory<byte> IssuerName => Fields.IssuerName;

    /// <summary>The subject's Name, DER.</summary>
    public ReadOnlyMemory<byte> SubjectName => Fields.SubjectName;

    /// <summary>First instant of validity.</summary>
    public DateTimeOffset NotBefore => Fields.NotBefore;

    /// <summary>Last second of validity, inclusive (RFC 5280 §4.1.2.5).</summary>
    public DateTimeOffset NotAfter => Fields.NotAfter;

    /// <summary>OID of the signature algorithm.</summary>
    public string SignatureAlgorithm => Fields.SignatureAlgorithm;

    /// <summary>OID of the key's algorithm.</summary>
    public string PublicKeyAlgorithm => Fields.PublicKey.Algorithm;

    /// <summary>The key's length in bits, for P-256 and P-384 that of the curve; 0 for another algorithm.</summary>
    public int KeySize => Fields.PublicKey.KeySize;

    /// <summary>SubjectPublicKeyInfo, DER.</summary>
    public ReadOnlyMemory<byte> SubjectPublicKeyInfo => Fields.PublicKey.Encoded;

    /// <summary>The key for verifications of the caller's own, such as <see cref="RsaBatch"/>; <see langword="null"/> unless it is RSA of 2048 to 8192 bits with an odd
    /// exponent of at most 64 bits. Nothing is known of the certificate by this: believe its answers only where the certificate was validated.</summary>
    public RsaVerificationKey? RsaKey => Key.Rsa;

    /// <summary>keyUsage; <see langword="null"/> when absent.</summary>
    public X509KeyUsageFlags? KeyUsage => Fields.Extensions.KeyUsage;

    /// <summary>Purposes of extKeyUsage, OIDs; empty when absent.</summary>
    public IReadOnlyList<string> ExtendedKeyUsages => Fields.Extensions.ExtendedKeyUsages;

    /// <summary>Policies of certificatePolicies, OIDs; empty when absent.</summary>
    public IReadOnlyList<string> Policies => Fields.Extensions.Policies;

    /// <summary>cA of basicConstraints; <see langword="null"/> when the extension is absent, as on every JPKI leaf.</summary>
    public bool? IsAuthority => Fields.Extensions.IsAuthority;

    /// <summary>authorityKeyIdentifier; <see langword="null"/> when absent.</summary>
    public AuthorityKeyIdentifier? AuthorityKeyIdentifier => Fields.Extensions.AuthorityKeyIdentifier;

    /// <summary>subjectKeyIdentifier; empty when absent.</summary>
    public ReadOnlyMemory<byte> SubjectKeyIdentifier => Fields.Extensions.SubjectKeyIdentifier;

    /// <summary>The directoryName of the one CRL distribution point, a Name in DER: the municipality's partition. Empty when absent or not a directoryName.</summary>
    public ReadOnlyMemory<byte> CrlDistributionPoint => Fields.Extensions.CrlDistributionPoint;

    /// <summary>The OCSP address of authorityInfoAccess; <see langword="null"/> when absent. The signature certificate has none.</summary>
    public string? OcspAddress => Fields.Extensions.OcspAddress;

    /// <summary>OIDs of critical extensions that this reader does not understand.</summary>
    public IReadOnlyList<string> UnrecognisedCriticalExtensions => Fields.Extensions.UnrecognisedCritical;

    /// <summary>The four attributes; <see langword="null"/> for a certificate that carries none.</summary>
    public HolderAttributes? Holder => Fields.Extensions.Holder;

    internal CertificateFields Fields { get; }

    /// <summary>Of an anchor: the arithmetic for its own key and for every key that it vouches for.</summary>
    internal RsaArithmetic Arithmetic { get; }

    /// <summary>The key, made ready on first use and kept with the certificate.</summary>
    internal KeyVerifier Key => _key.Value;

    /// <summary>Reads one certificate.</summary>
    /// <param name="der">Exactly one DER certificate; it is copied.</param>
    /// <param name="certificate">The certificate, or <see langword="null"/>.</param>
    /// <param name="flaw">Where reading stopped, or <see cref="CertificatePart.None"/>.</param>
    /// <returns>Whether the bytes are one well-formed certificate with nothing after it.</returns>
    public static bool TryParse(ReadOnlySpan<byte> der, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out JpkiCertificate? certificate, out CertificatePart flaw)
    {
        certificate = null;
        if (der.Length > MaximumLength)
        {
            flaw = CertificatePart.Size;
            return false;
        }

        if (!CertificateParser.TryParse(der.ToArray(), out CertificateFields? fields, out flaw))
        {
            return false;
        }

        certificate = new JpkiCertificate(fields);
        return true;
    }

    /// <summary>Makes the platform's certificate object. It costs as much as a whole verification, so nothing here does it unasked.</summary>
    /// <returns>A new object without private key; the caller disposes it.</returns>
    /// <exception cref="CryptographicException">The platform refuses the certificate.</exception>
    public X509Certificate2 ToX509Certificate2() => X509CertificateLoader.LoadCertificate(RawData.Span);

    /// <summary>A mask; neither serial nor holder is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "JpkiCertificate(***)";
}
