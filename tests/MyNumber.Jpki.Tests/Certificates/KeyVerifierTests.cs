using System.Formats.Asn1;
using System.Security.Cryptography;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Rsa;
using MyNumber.Jpki.Signatures.Primitives;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Tests.Certificates;

public sealed class KeyVerifierTests
{
    private static readonly byte[] Data = "form"u8.ToArray();

    [Theory]
    [InlineData(RsaArithmetic.Platform)]
    [InlineData(RsaArithmetic.Managed)]
    public void Under_the_exponent_one_nothing_is_signed(RsaArithmetic arithmetic)
    {
        using RSA pooled = LabKeyPool.Load(3);
        byte[] modulus = pooled.ExportParameters(false).Modulus!;
        byte[] info = [.. Convert.FromHexString("3031300D060960864801650304020105000420"), .. SHA256.HashData(Data)];
        byte[] encoding = [0, 1, .. Enumerable.Repeat((byte)0xFF, modulus.Length - 3 - info.Length), 0, .. info];
        SignatureScheme scheme = SignatureScheme.Find(Oids.Sha256WithRsa)!;
        Key(modulus, 1).Verify(Data, scheme, encoding, arithmetic).ShouldBeFalse();
        Key(modulus, 65537).Verify(Data, scheme, pooled.SignData(Data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), arithmetic).ShouldBeTrue();
    }

    private static KeyVerifier Key(byte[] modulus, int exponent)
    {
        AsnWriter key = new(AsnEncodingRules.DER);
        using (key.PushSequence())
        {
            key.WriteIntegerUnsigned(modulus);
            key.WriteInteger(exponent);
        }

        AsnWriter info = new(AsnEncodingRules.DER);
        using (info.PushSequence())
        {
            using (info.PushSequence())
            {
                info.WriteObjectIdentifier("1.2.840.113549.1.1.1");
                info.WriteNull();
            }

            info.WriteBitString(key.Encode());
        }

        DerReader reader = new(info.Encode());
        return new KeyVerifier(PublicKeyFields.Read(ref reader));
    }
}
