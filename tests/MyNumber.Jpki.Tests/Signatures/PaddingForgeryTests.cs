using System.Numerics;
using System.Security.Cryptography;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Rsa;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Tests.Signatures;

/// <summary>Bleichenbacher's forgery of 2006 and its relatives: encodings that a reader who recovers and scans would accept.</summary>
public sealed class PaddingForgeryTests
{
    private const int Size = 256;

    private static readonly byte[] Hash = SHA256.HashData("transfer everything"u8);
    private static readonly byte[] Prefix = Convert.FromHexString("3031300D060960864801650304020105000420");
    private static readonly byte[] DigestInfo = [.. Prefix, .. Hash];

    [Fact]
    public void Cube_root_forgery_without_the_private_key_is_refused_for_exponent_three()
    {
        // Pitfall P10: the encoding is compared whole; nothing is recovered and scanned.
        using RSA key = LabKeyPool.Load(7);
        byte[] modulus = key.ExportParameters(false).Modulus!;
        byte[] wanted = [0x00, 0x01, .. Enumerable.Repeat((byte)0xFF, 8), 0x00, .. DigestInfo, .. new byte[Size - 11 - DigestInfo.Length]];
        BigInteger root = CubeRootAbove(new BigInteger(wanted, isUnsigned: true, isBigEndian: true));
        byte[] cube = ToBytes(root * root * root);

        cube.AsSpan(0, 11 + DigestInfo.Length).SequenceEqual(wanted.AsSpan(0, 11 + DigestInfo.Length)).ShouldBeTrue();
        Holds(Verifier(modulus, [3]), Hash, ToBytes(root)).ShouldBe([false, false]);
    }

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "garbage after DigestInfo", Pad(8, [.. DigestInfo, .. Garbage(Size - 11 - DigestInfo.Length)]) },
        { "garbage inside the parameters", Pad(null, [.. Convert.FromHexString("3041301D060960864801650304020105100E"), .. Garbage(14), 0x04, 0x20, .. Hash]) },
        { "parameters absent", Pad(null, [.. Convert.FromHexString("302F300B0609608648016503040201"), 0x04, 0x20, .. Hash]) },
        { "bare hash without DigestInfo", Pad(null, Hash) },
        { "DigestInfo of SHA-1's name", Pad(null, [.. Convert.FromHexString("302D300906052B0E03021A05000420"), .. Hash]) },
        { "length in long form", Pad(null, [.. Convert.FromHexString("308131300D060960864801650304020105000420"), .. Hash]) },
        { "block type 2", With(Pad(null, DigestInfo), 1, 0x02) },
        { "block type 0", With(Pad(null, DigestInfo), 1, 0x00) },
        { "first byte not zero", With(Pad(null, DigestInfo), 0, 0x01) },
        { "a padding byte not FF", With(Pad(null, DigestInfo), 100, 0xFE) },
        { "separator not zero", With(Pad(null, DigestInfo), Size - DigestInfo.Length - 1, 0x01) },
        { "hash cut by a byte", Pad(null, DigestInfo[..^1]) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Encoding_signed_with_the_private_key_is_refused_when_it_is_not_the_one_encoding(string description, byte[] encoding)
    {
        // Pitfall P10.
        using RSA key = LabKeyPool.Load(7);
        RSAParameters parameters = key.ExportParameters(true);
        BigInteger modulus = new(parameters.Modulus, isUnsigned: true, isBigEndian: true);
        BigInteger exponent = new(parameters.D, isUnsigned: true, isBigEndian: true);
        BigInteger number = new(encoding, isUnsigned: true, isBigEndian: true);
        byte[] signature = ToBytes(BigInteger.ModPow(number % modulus, exponent, modulus));

        Holds(Verifier(parameters.Modulus!, parameters.Exponent!), Hash, signature).ShouldBe([false, false], description);
    }

    [Fact]
    public void The_one_encoding_made_the_same_way_is_accepted()
    {
        using RSA key = LabKeyPool.Load(7);
        RSAParameters parameters = key.ExportParameters(true);
        BigInteger modulus = new(parameters.Modulus, isUnsigned: true, isBigEndian: true);
        BigInteger number = new(Pad(null, DigestInfo), isUnsigned: true, isBigEndian: true);
        byte[] signature = ToBytes(BigInteger.ModPow(number, new BigInteger(parameters.D, isUnsigned: true, isBigEndian: true), modulus));

        Holds(Verifier(parameters.Modulus!, parameters.Exponent!), Hash, signature).ShouldBe([true, true]);
    }

    [Fact]
    public void Signature_plus_modulus_is_refused()
    {
        using RSA key = LabKeyPool.Load(7);
        RSAParameters parameters = key.ExportParameters(false);
        BigInteger modulus = new(parameters.Modulus, isUnsigned: true, isBigEndian: true);
        RsaVerifier verifier = Verifier(parameters.Modulus!, parameters.Exponent!);
        int fitting = 0;
        for (byte salt = 0; salt < 64; salt++)
        {
            byte[] hash = SHA256.HashData([salt]);
            BigInteger sum = new BigInteger(key.SignHash(hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), isUnsigned: true, isBigEndian: true) + modulus;
            if (sum.GetByteCount(isUnsigned: true) == Size)
            {
                fitting++;
                Holds(verifier, hash, ToBytes(sum)).ShouldBe([false, false]);
            }
        }

        fitting.ShouldBeGreaterThan(0);
    }

    private static bool[] Holds(RsaVerifier verifier, byte[] hash, byte[] signature) =>
        [.. Enum.GetValues<RsaArithmetic>().Select(arithmetic => verifier.VerifyPkcs1(hash, HashAlgorithmName.SHA256, signature, arithmetic))];

    internal static RsaVerifier Verifier(byte[] modulus, byte[] exponent)
    {
        using RSA key = RSA.Create();
        key.ImportParameters(new RSAParameters { Modulus = modulus, Exponent = exponent });
        return Verifier(key.ExportSubjectPublicKeyInfo());
    }

    internal static RsaVerifier Verifier(byte[] subjectPublicKeyInfo)
    {
        DerReader reader = new(subjectPublicKeyInfo);
        return new RsaVerifier(PublicKeyFields.Read(ref reader));
    }

    private static byte[] Pad(int? fill, byte[] payload) =>
        [0x00, 0x01, .. Enumerable.Repeat((byte)0xFF, fill ?? (Size - 3 - payload.Length)), 0x00, .. payload];

    private static byte[] Garbage(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(0xA5 ^ i))];

    private static byte[] With(byte[] encoding, int position, byte value)
    {
        encoding[position] = value;
        return encoding;
    }

    private static byte[] ToBytes(BigInteger number)
    {
        byte[] bytes = new byte[Size];
        byte[] digits = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        digits.CopyTo(bytes, Size - digits.Length);
        return bytes;
    }

    private static BigInteger CubeRootAbove(BigInteger number)
    {
        BigInteger low = 0, high = BigInteger.One << 700;
        while (low < high)
        {
            BigInteger middle = (low + high) / 2;
            if (middle * middle * middle < number)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
