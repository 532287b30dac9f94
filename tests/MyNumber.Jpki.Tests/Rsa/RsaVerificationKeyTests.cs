using System.Security.Cryptography;
using MyNumber.Jpki.Rsa;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Tests.Rsa;

public sealed class RsaVerificationKeyTests
{
    private static readonly byte[] Digest = SHA256.HashData("four attributes"u8);

    public static TheoryData<string, byte[], byte[]> RefusedKeys
    {
        get
        {
            byte[] n = Modulus(256);
            return new TheoryData<string, byte[], byte[]>
            {
                { "modulus of 2047 bits", With(n, 0, 0x7F), [1, 0, 1] },
                { "even modulus", With(n, 255, 0xFE), [1, 0, 1] },
                { "modulus with a leading zero", [0, .. n], [1, 0, 1] },
                { "modulus of 8193 bits", [1, .. Modulus(1024)], [1, 0, 1] },
                { "no modulus", [], [1, 0, 1] },
                { "modulus of zeros", new byte[256], [1, 0, 1] },
                { "no exponent", n, [] },
                { "exponent zero", n, [0] },
                { "exponent one", n, [1] },
                { "exponent two", n, [2] },
                { "even exponent", n, [1, 0, 0] },
                { "exponent with a leading zero", n, [0, 1, 0, 1] },
                { "exponent of 65 bits", n, [1, 0, 0, 0, 0, 0, 0, 0, 1] },
            };
        }
    }

    [Theory]
    [MemberData(nameof(RefusedKeys))]
    public void Key_that_is_none_is_refused(string description, byte[] modulus, byte[] exponent)
    {
        RsaVerificationKey.TryCreate(modulus, exponent, out RsaVerificationKey? key).ShouldBeFalse(description);
        key.ShouldBeNull();
    }

    [Fact]
    public void Short_key_is_taken_only_under_the_long_name()
    {
        byte[] modulus = Modulus(128);
        RsaVerificationKey.TryCreate(modulus, [3], out _).ShouldBeFalse();
        RsaVerificationKey.TryCreateWeakKeysOf1024BitsAccepted(modulus, [3], out RsaVerificationKey? key).ShouldBeTrue();
        key!.KeySize.ShouldBe(1024);
        RsaVerificationKey.TryCreateWeakKeysOf1024BitsAccepted(With(modulus, 0, 0x7F), [3], out _).ShouldBeFalse();
    }

    [Fact]
    public void Longest_key_and_longest_exponent_are_taken()
    {
        RsaVerificationKey.TryCreate(Modulus(1024), [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], out RsaVerificationKey? key).ShouldBeTrue();
        key!.KeySize.ShouldBe(8192);
        key.SignatureLength.ShouldBe(1024);
        key.VerifyPkcs1(Digest, HashAlgorithmName.SHA256, With(new byte[1024], 1023, 1)).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(RsaRoadsHere.Names), MemberType = typeof(RsaRoadsHere))]
    public void Signature_of_the_platform_holds_and_nothing_near_it(string road)
    {
        using RSA signer = LabKeyPool.Load(3);
        RsaVerificationKey key = Key(signer, road);
        foreach ((HashAlgorithmName algorithm, HashAlgorithmName other) in new[]
        {
            (HashAlgorithmName.SHA256, HashAlgorithmName.SHA512), (HashAlgorithmName.SHA384, HashAlgorithmName.SHA256), (HashAlgorithmName.SHA512, HashAlgorithmName.SHA384),
        })
        {
            byte[] digest = CryptographicOperations.HashData(algorithm, "form"u8.ToArray());
            byte[] signature = signer.SignHash(digest, algorithm, RSASignaturePadding.Pkcs1);
            key.VerifyPkcs1(digest, algorithm, signature).ShouldBeTrue();
            key.VerifyPkcs1(digest, other, signature).ShouldBeFalse();
            key.VerifyPkcs1(digest[1..], algorithm, signature).ShouldBeFalse();
            key.VerifyPkcs1(With(digest, 0, (byte)(digest[0] ^ 1)), algorithm, signature).ShouldBeFalse();
            key.VerifyPkcs1([], algorithm, signature).ShouldBeFalse();
            key.VerifyPkcs1(digest, algorithm, []).ShouldBeFalse();
            key.VerifyPkcs1(digest, algorithm, [0, .. signature]).ShouldBeFalse();
            key.VerifyPkcs1(digest, algorithm, signature[1..]).ShouldBeFalse();
            key.VerifyPkcs1(digest, algorithm, signer.ExportParameters(false).Modulus).ShouldBeFalse();
            key.VerifyPkcs1WithoutDigestInfo(digest, signature).ShouldBeFalse();
        }
    }

    [Fact]
    public void Signature_over_a_weak_or_unknown_digest_does_not_hold()
    {
        using RSA signer = LabKeyPool.Load(3);
        RsaVerificationKey key = Key(signer, nameof(RsaRoad.Scalar));
        byte[] sha1 = new byte[20], md5 = new byte[16];
        key.VerifyPkcs1(sha1, HashAlgorithmName.SHA1, signer.SignHash(sha1, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1)).ShouldBeFalse();
        key.VerifyPkcs1(md5, HashAlgorithmName.MD5, signer.SignHash(md5, HashAlgorithmName.MD5, RSASignaturePadding.Pkcs1)).ShouldBeFalse();
        key.VerifyPkcs1(Digest, default, signer.SignHash(Digest, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(RsaRoadsHere.Names), MemberType = typeof(RsaRoadsHere))]
    public void Encoding_with_any_one_byte_changed_is_refused(string road)
    {
        using RSA signer = LabKeyPool.Load(5);
        RsaVerificationKey key = Key(signer, road);
        byte[] info = [.. Convert.FromHexString("3031300D060960864801650304020105000420"), .. Digest];
        byte[] encoding = [0, 1, .. Enumerable.Repeat((byte)0xFF, 253 - info.Length), 0, .. info];
        key.VerifyPkcs1(Digest, HashAlgorithmName.SHA256, RawSigner.Sign(signer, encoding)).ShouldBeTrue();
        for (int i = 0; i < encoding.Length; i++)
        {
            byte[] changed = With(encoding, i, (byte)(encoding[i] ^ (i == 0 ? 0x40 : 1 << (i % 8))));
            key.VerifyPkcs1(Digest, HashAlgorithmName.SHA256, RawSigner.Sign(signer, changed)).ShouldBeFalse($"byte {i}");
        }
    }

    [Theory]
    [MemberData(nameof(RsaRoadsHere.Names), MemberType = typeof(RsaRoadsHere))]
    public void Bare_content_is_verified_under_its_own_name_only(string road)
    {
        using RSA signer = LabKeyPool.Load(6);
        RsaVerificationKey key = Key(signer, road);
        byte[] signature = RawSigner.Sign(signer, [0, 1, .. Enumerable.Repeat((byte)0xFF, 256 - 3 - Digest.Length), 0, .. Digest]);
        key.VerifyPkcs1WithoutDigestInfo(Digest, signature).ShouldBeTrue();
        key.VerifyPkcs1(Digest, HashAlgorithmName.SHA256, signature).ShouldBeFalse();
        key.VerifyPkcs1WithoutDigestInfo(Digest.AsSpan(1), signature).ShouldBeFalse();
        key.VerifyPkcs1WithoutDigestInfo([], signature).ShouldBeFalse();
        key.VerifyPkcs1WithoutDigestInfo(new byte[246], signature).ShouldBeFalse();
        key.VerifyPkcs1WithoutDigestInfo(new byte[4096], signature).ShouldBeFalse();
    }

    [Fact]
    public void Longest_bare_content_has_eight_bytes_of_padding()
    {
        using RSA signer = LabKeyPool.Load(6);
        RsaVerificationKey key = Key(signer, nameof(RsaRoad.Scalar));
        byte[] longest = new byte[245], longer = new byte[246];
        key.VerifyPkcs1WithoutDigestInfo(longest, RawSigner.Sign(signer, [0, 1, .. Enumerable.Repeat((byte)0xFF, 8), 0, .. longest])).ShouldBeTrue();
        key.VerifyPkcs1WithoutDigestInfo(longer, RawSigner.Sign(signer, [0, 1, .. Enumerable.Repeat((byte)0xFF, 7), 0, .. longer])).ShouldBeFalse();
    }

    private static RsaVerificationKey Key(RSA signer, string road)
    {
        RSAParameters parameters = signer.ExportParameters(false);
        return RsaRoadsHere.Key(parameters.Modulus!, parameters.Exponent!, RsaRoadsHere.Road(road));
    }

    private static byte[] Modulus(int length) => [0x80, .. new byte[length - 2], 1];

    private static byte[] With(byte[] bytes, int place, byte value)
    {
        byte[] changed = [.. bytes];
        changed[place] = value;
        return changed;
    }
}
