using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MyNumber.Card.Tests.Applications.Jpki;

/// <summary>A certificate request whose own signature was checked by the platform.</summary>
internal sealed class CertificateRequestResult(RSA publicKey) : IDisposable
{
    public RSA PublicKey { get; } = publicKey;

    public static CertificateRequestResult Load(byte[] der) =>
        new(CertificateRequest.LoadSigningRequest(der, HashAlgorithmName.SHA256, CertificateRequestLoadOptions.Default, RSASignaturePadding.Pkcs1).PublicKey.GetRSAPublicKey()!);

    public void Dispose() => PublicKey.Dispose();
}
