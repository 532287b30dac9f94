using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MyNumber.Benchmarks.Jpki;

/// <summary>What a basic OCSP response has signed, and by whom, taken apart by the platform's reader.</summary>
internal sealed record OcspParts(byte[] ToBeSigned, byte[] Signature, byte[] ResponderToBeSigned, byte[] ResponderSignature, byte[] ResponderKey, byte[] ResponderModulus, byte[] ResponderExponent)
{
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, true);

    public static OcspParts Of(byte[] response)
    {
        AsnReader outer = new AsnReader(response, AsnEncodingRules.DER).ReadSequence();
        outer.ReadEncodedValue();
        AsnReader bytes = outer.ReadSequence(Zero).ReadSequence();
        bytes.ReadObjectIdentifier();
        AsnReader basic = new AsnReader(bytes.ReadOctetString(), AsnEncodingRules.DER).ReadSequence();
        byte[] toBeSigned = basic.ReadEncodedValue().ToArray();
        basic.ReadEncodedValue();
        byte[] signature = basic.ReadBitString(out _);
        byte[] responder = basic.ReadSequence(Zero).ReadSequence().ReadEncodedValue().ToArray();
        AsnReader certificate = new AsnReader(responder, AsnEncodingRules.DER).ReadSequence();
        byte[] responderToBeSigned = certificate.ReadEncodedValue().ToArray();
        certificate.ReadEncodedValue();
        using X509Certificate2 read = X509CertificateLoader.LoadCertificate(responder);
        using RSA key = read.GetRSAPublicKey()!;
        RSAParameters numbers = key.ExportParameters(includePrivateParameters: false);
        return new OcspParts(toBeSigned, signature, responderToBeSigned, certificate.ReadBitString(out _), key.ExportSubjectPublicKeyInfo(), numbers.Modulus!, numbers.Exponent!);
    }
}
