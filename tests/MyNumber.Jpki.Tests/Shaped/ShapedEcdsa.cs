using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Tests.Shaped;

/// <summary>Authority and leaf of the next card as it is expected, made by the platform's builder: ECDSA, the rest as today.</summary>
internal static class ShapedEcdsa
{
    public const string Policy = "1.3.6.1.4.1.99999.1.1";

    private static readonly X500DistinguishedName Name = new(ShapedAuthority.SignatureName, X500DistinguishedNameFlags.ForceUTF8Encoding);

    public static ECDsa Key(int size) => ECDsa.Create(size == 256 ? ECCurve.NamedCurves.nistP256 : ECCurve.NamedCurves.nistP384);

    public static byte[] Authority(ECDsa key)
    {
        CertificateRequest request = new(Name, key, HashAlgorithmName.SHA384);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        using X509Certificate2 certificate = request.Create(Name, X509SignatureGenerator.CreateForECDsa(key), ShapedAuthority.Start, ShapedAuthority.End, [0x05]);
        return certificate.RawData;
    }

    /// <summary>A leaf that names one authority's key and is signed by any.</summary>
    public static byte[] Leaf(ECDsa key, ECDsa signer, ECDsa named, HashAlgorithmName hash, DateTimeOffset start, DateTimeOffset end)
    {
        CertificateRequest request = new(new X500DistinguishedName("C=JP, CN=SHAPED0002"), key, hash);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        request.CertificateExtensions.Add(new X509Extension(Oids.SubjectAltName, ShapedLeaf.EncodeHolder(ShapedLeaf.Hanako), false));
        AsnWriter policy = new(AsnEncodingRules.DER);
        using (policy.PushSequence())
        using (policy.PushSequence())
        {
            policy.WriteObjectIdentifier(Policy);
        }

        request.CertificateExtensions.Add(new X509Extension(Oids.CertificatePolicies, policy.Encode(), true));
        X509SubjectKeyIdentifierExtension issuer = new(new PublicKey(named), false);
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(issuer));
        using X509Certificate2 certificate = request.Create(Name, X509SignatureGenerator.CreateForECDsa(signer), start, end, [0x11, 0x22]);
        return certificate.RawData;
    }
}
