using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Checks the signature on a request (RFC 6960 §4.1.2) under the first certificate that came with it. Who that is the lab does not ask.</summary>
internal static class OcspRequestSignature
{
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>Whether the signature holds; never throws.</summary>
    /// <param name="toBeSigned">tbsRequest, DER.</param>
    /// <param name="encoded">optionalSignature with its tag, DER.</param>
    internal static bool Holds(ReadOnlyMemory<byte> toBeSigned, ReadOnlyMemory<byte> encoded)
    {
        try
        {
            AsnReader signature = new AsnReader(encoded, AsnEncodingRules.DER).ReadSequence(Zero).ReadSequence();
            string algorithm = signature.ReadSequence().ReadObjectIdentifier();
            byte[] value = signature.ReadBitString(out _);
            using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(signature.ReadSequence(Zero).ReadSequence().ReadEncodedValue().Span);
            return Holds(certificate, algorithm, toBeSigned.Span, value);
        }
        catch (Exception broken) when (broken is AsnContentException or CryptographicException)
        {
            return false;
        }
    }

    private static bool Holds(X509Certificate2 certificate, string algorithm, ReadOnlySpan<byte> toBeSigned, byte[] value)
    {
        using RSA? rsa = certificate.GetRSAPublicKey();
        using ECDsa? curve = certificate.GetECDsaPublicKey();
        return algorithm switch
        {
            Oids.Sha256WithRsa => rsa?.VerifyData(toBeSigned, value, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) == true,
            Oids.EcdsaWithSha256 => curve?.VerifyData(toBeSigned, value, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence) == true,
            Oids.EcdsaWithSha384 => curve?.VerifyData(toBeSigned, value, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence) == true,
            _ => false,
        };
    }
}
