using System.Security.Cryptography;
using MyNumber.Jpki.Rsa;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Tests.Rsa;

/// <summary>PSS against signatures of the platform, whose salt is as long as the digest.</summary>
public sealed class PssTests
{
    public static TheoryData<string, string, int> RoadsAndHashes
    {
        get
        {
            TheoryData<string, string, int> rows = [];
            foreach (string road in RsaRoadsHere.All)
            {
                rows.Add(road, nameof(HashAlgorithmName.SHA256), 32);
                rows.Add(road, nameof(HashAlgorithmName.SHA384), 48);
                rows.Add(road, nameof(HashAlgorithmName.SHA512), 64);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(RoadsAndHashes))]
    public void Signature_of_the_platform_holds_and_nothing_near_it(string road, string hash, int length)
    {
        using RSA signer = LabKeyPool.Load(9);
        RSAParameters parameters = signer.ExportParameters(false);
        RsaVerificationKey key = RsaRoadsHere.Key(parameters.Modulus!, parameters.Exponent!, RsaRoadsHere.Road(road));
        HashAlgorithmName algorithm = new(hash);
        byte[] digest = CryptographicOperations.HashData(algorithm, "application"u8.ToArray());
        byte[] signature = signer.SignHash(digest, algorithm, RSASignaturePadding.Pss);

        key.VerifyPss(digest, algorithm, length, signature).ShouldBeTrue();
        key.VerifyPss(digest, algorithm, length - 1, signature).ShouldBeFalse();
        key.VerifyPss(digest, algorithm, length + 1, signature).ShouldBeFalse();
        key.VerifyPss(digest, algorithm, 0, signature).ShouldBeFalse();
        key.VerifyPss(digest, algorithm, -1, signature).ShouldBeFalse();
        key.VerifyPss(digest, algorithm, int.MaxValue, signature).ShouldBeFalse();
        key.VerifyPss(digest, algorithm, int.MinValue, signature).ShouldBeFalse();
        key.VerifyPss(digest[1..], algorithm, length, signature).ShouldBeFalse();
        key.VerifyPss(digest, HashAlgorithmName.SHA1, length, signature).ShouldBeFalse();
        key.VerifyPss(digest, algorithm, length, signature[1..]).ShouldBeFalse();
        key.VerifyPkcs1(digest, algorithm, signature).ShouldBeFalse();
        digest[^1] ^= 1;
        key.VerifyPss(digest, algorithm, length, signature).ShouldBeFalse();
        digest[^1] ^= 1;
        signature[100] ^= 1;
        key.VerifyPss(digest, algorithm, length, signature).ShouldBeFalse();
    }
}
