using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MyNumber.Testing.Linkage;

/// <summary>A role's key for TLS with the certificate that it signs itself, for the loopback address only.</summary>
internal sealed class LabServerKey(byte[] key, byte[] certificate)
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(365);

    public byte[] Key { get; } = key;

    public byte[] Certificate { get; } = certificate;

    public static LabServerKey Create(string name, DateTimeOffset now)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new($"CN={name}, O=Synthetic Lab", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1"), new Oid("1.3.6.1.5.5.7.3.2")], critical: false));
        using X509Certificate2 made = request.CreateSelfSigned(now.AddDays(-1), now + _lifetime);
        return new LabServerKey(key.ExportPkcs8PrivateKey(), made.RawData);
    }

    public byte[] ExportPublicKey()
    {
        using ECDsa key = LabSecret.Signing(Key);
        return key.ExportSubjectPublicKeyInfo();
    }

    public X509Certificate2 Load()
    {
        using ECDsa key = LabSecret.Signing(Key);
        using X509Certificate2 bare = X509CertificateLoader.LoadCertificate(Certificate);
        return bare.CopyWithPrivateKey(key);
    }
}
