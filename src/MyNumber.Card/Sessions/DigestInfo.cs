using System.Security.Cryptography;

namespace MyNumber.Card.Sessions;

/// <summary>The DigestInfo (RFC 8017 §9.2 note 1) that PKCS#1 v1.5 signs. The card signs whatever block it gets, so it is built here and nowhere else.</summary>
internal static class DigestInfo
{
    private static readonly byte[] Sha256Prefix = [0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20];
    private static readonly byte[] Sha384Prefix = [0x30, 0x41, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02, 0x05, 0x00, 0x04, 0x30];
    private static readonly byte[] Sha512Prefix = [0x30, 0x51, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03, 0x05, 0x00, 0x04, 0x40];

    /// <exception cref="CryptographicException">Another algorithm (SHA-1 and MD5 among them), or a hash of the wrong length.</exception>
    public static byte[] Build(HashAlgorithmName algorithm, ReadOnlySpan<byte> hash)
    {
        byte[] prefix = algorithm.Name switch
        {
            "SHA256" => Sha256Prefix,
            "SHA384" => Sha384Prefix,
            "SHA512" => Sha512Prefix,
            _ => throw new CryptographicException("The card's keys sign SHA-256, SHA-384 and SHA-512 only."),
        };
        if (hash.Length != prefix[^1])
        {
            throw new CryptographicException("The hash does not have the length of its algorithm.");
        }

        return [.. prefix, .. hash];
    }
}
