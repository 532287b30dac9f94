using System.Numerics;
using System.Security.Cryptography;
using MyNumber.Testing.Keys;

namespace MyNumber.JpkiFuzz.Rsa;

/// <summary>
/// Signatures to start from: under the lab's keys of 2048 bits, and under products of Mersenne primes from 1128 to 7470 bits, whose private exponents follow from the
/// factors and whose limbs are nearly all ones or zeros. Such keys protect nothing.
/// </summary>
internal static class SignedCases
{
    private static readonly (int[] Primes, int Exponent)[] Products =
    [
        ([521, 607], 65537), ([521, 1279], 65537), ([607, 1279], 17), ([521, 607, 1279], 65537), ([1279, 2203], 65537), ([2203, 2281], 19), ([3217, 4253], 65537),
    ];

    public static IEnumerable<SignedCase> All()
    {
        for (int i = 0; i < LabKeyPool.Count; i++)
        {
            RSA key = LabKeyPool.Load(i);
            HashAlgorithmName algorithm = (i % 3) switch { 0 => HashAlgorithmName.SHA512, 1 => HashAlgorithmName.SHA384, _ => HashAlgorithmName.SHA256 };
            byte[] digest = CryptographicOperations.HashData(algorithm, [(byte)i]);
            yield return new SignedCase(key, key.ExportParameters(false), algorithm, digest, key.SignHash(digest, algorithm, RSASignaturePadding.Pkcs1));
        }

        foreach ((int[] primes, int exponent) in Products)
        {
            yield return Sign(primes, exponent);
        }
    }

    private static SignedCase Sign(int[] primes, int exponent)
    {
        BigInteger modulus = 1, order = 1;
        foreach (int prime in primes)
        {
            modulus *= (BigInteger.One << prime) - 1;
            order *= (BigInteger.One << prime) - 2;
        }

        byte[] n = modulus.ToByteArray(isUnsigned: true, isBigEndian: true);
        byte[] digest = SHA256.HashData(n);
        byte[] info = [.. Convert.FromHexString("3031300D060960864801650304020105000420"), .. digest];
        byte[] encoded = [0, 1, .. Enumerable.Repeat((byte)0xFF, n.Length - 3 - info.Length), 0, .. info];
        BigInteger power = BigInteger.ModPow(new BigInteger(encoded, isUnsigned: true, isBigEndian: true), Inverse(exponent, order), modulus);
        byte[] signature = new byte[n.Length];
        byte[] digits = power.ToByteArray(isUnsigned: true, isBigEndian: true);
        digits.CopyTo(signature, n.Length - digits.Length);
        RSAParameters parameters = new() { Modulus = n, Exponent = new BigInteger(exponent).ToByteArray(isUnsigned: true, isBigEndian: true) };
        RSA key = RSA.Create();
        key.ImportParameters(parameters);
        return new SignedCase(key, parameters, HashAlgorithmName.SHA256, digest, signature);
    }

    private static BigInteger Inverse(BigInteger number, BigInteger modulus)
    {
        BigInteger r0 = modulus, r1 = number, t0 = 0, t1 = 1;
        while (r1 != 0)
        {
            BigInteger quotient = r0 / r1;
            (r0, r1) = (r1, r0 - (quotient * r1));
            (t0, t1) = (t1, t0 - (quotient * t1));
        }

        return r0 == 1 ? ((t0 % modulus) + modulus) % modulus : throw new InvalidOperationException("The exponent has no inverse.");
    }
}
