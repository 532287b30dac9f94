using System.Numerics;
using System.Security.Cryptography;

namespace MyNumber.Jpki.Tests.Rsa;

/// <summary>Signs any encoding as it is given, right or wrong, with a lab key and the big integers.</summary>
internal static class RawSigner
{
    public static byte[] Sign(RSA key, byte[] encoding)
    {
        RSAParameters parameters = key.ExportParameters(true);
        BigInteger modulus = Number(parameters.Modulus!), number = Number(encoding) % modulus;
        BigInteger first = BigInteger.ModPow(number, Number(parameters.DP!), Number(parameters.P!));
        BigInteger second = BigInteger.ModPow(number, Number(parameters.DQ!), Number(parameters.Q!));
        BigInteger p = Number(parameters.P!), difference = (((first - second) % p) + p) % p;
        byte[] digits = (second + (Number(parameters.InverseQ!) * difference % p * Number(parameters.Q!))).ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[encoding.Length - digits.Length], .. digits];
    }

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);
}
