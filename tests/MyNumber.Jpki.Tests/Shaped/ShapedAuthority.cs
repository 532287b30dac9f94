using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Certificates;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Tests.Shaped;

/// <summary>A self-signed authority in JPKI's shape, built with the platform's encoder and not with the lab authority's.</summary>
internal sealed class ShapedAuthority : IDisposable
{
    public const string SignatureName = "C=JP, O=SHAPED TEST, OU=SHAPED for digital signature, OU=Shaped Test Laboratory";
    public const string UserAuthenticationName = "C=JP, O=SHAPED TEST, OU=SHAPED for user authentication, OU=Shaped Test Laboratory";

    public static readonly DateTimeOffset Start = new(2023, 7, 16, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset End = new(2033, 7, 15, 14, 59, 59, TimeSpan.Zero);

    public ShapedAuthority(
        int key,
        string name = SignatureName,
        X509KeyUsageFlags usage = X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign,
        bool isAuthority = true,
        bool usageCritical = true,
        bool constraintsCritical = true,
        RSA? otherKey = null)
    {
        Key = otherKey ?? LabKeyPool.Load(key);
        Name = new X500DistinguishedName(name, X500DistinguishedNameFlags.ForceUTF8Encoding);
        CertificateRequest request = new(Name, Key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, usageCritical));
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, constraintsCritical));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        SerialNumber = [0x06, 0x7C, 0x10, (byte)key];
        using X509Certificate2 certificate = request.Create(Name, X509SignatureGenerator.CreateForRSA(Key, RSASignaturePadding.Pkcs1), Start, End, SerialNumber);
        Der = certificate.RawData;
        KeyIdentifier = new X509SubjectKeyIdentifierExtension(request.PublicKey, false).SubjectKeyIdentifierBytes.ToArray();
    }

    public RSA Key { get; }

    public X500DistinguishedName Name { get; }

    public byte[] SerialNumber { get; }

    public byte[] KeyIdentifier { get; }

    public byte[] Der { get; }

    public TrustAnchor Anchor => TrustAnchor.TryParse(Der, out TrustAnchor? anchor) ? anchor : throw new InvalidOperationException("The shaped authority is no anchor.");

    public static TrustAnchorSet SignatureAnchors(params ShapedAuthority[] authorities) =>
        new(CertificatePurpose.Signature, JpkiEnvironment.Lab, authorities.Select(a => a.Anchor), [CertificateProfiles.CardSignature]);

    public static TrustAnchorSet UserAuthenticationAnchors(params ShapedAuthority[] authorities) =>
        new(CertificatePurpose.UserAuthentication, JpkiEnvironment.Lab, authorities.Select(a => a.Anchor), [CertificateProfiles.CardUserAuthentication]);

    public void Dispose() => Key.Dispose();
}
