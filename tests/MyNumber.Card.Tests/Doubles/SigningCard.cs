using System.Numerics;
using System.Security.Cryptography;

namespace MyNumber.Card.Tests.Doubles;

/// <summary>A rule for a card whose key pads any block by PKCS#1 v1.5 and exponentiates, as the plastic one does: it looks at no DigestInfo.</summary>
internal sealed class SigningCard(RSA key)
{
    private static readonly byte[] Done = [0x90, 0x00];

    public RuleChannel Channel => new(command => command[1] switch
    {
        0xA4 => Done,
        0x2A when command[0] == 0x80 && command[2] == 0x00 && command[3] == 0x80 => [.. SignBlock(key, command.AsSpan(5, command[4])), .. Done],
        _ => [0x6D, 0x00],
    });

    public static byte[] SignBlock(RSA key, ReadOnlySpan<byte> block)
    {
        RSAParameters parameters = key.ExportParameters(true);
        byte[] padded = new byte[256];
        padded.AsSpan(1, 254).Fill(0xFF);
        padded[1] = 0x01;
        padded[255 - block.Length] = 0x00;
        block.CopyTo(padded.AsSpan(256 - block.Length));
        BigInteger signature = BigInteger.ModPow(Unsigned(padded), Unsigned(parameters.D!), Unsigned(parameters.Modulus!));
        byte[] bytes = signature.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[256 - bytes.Length], .. bytes];
    }

    private static BigInteger Unsigned(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);
}
