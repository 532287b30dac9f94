using System.Formats.Asn1;
using System.Security.Cryptography;

namespace MyNumber.Jpki.Authority.Asn1;

/// <summary>Reads the key bits of a SubjectPublicKeyInfo.</summary>
internal static class SubjectPublicKey
{
    /// <summary>SHA-1 of the BIT STRING's contents.</summary>
    /// <exception cref="ArgumentException">Not a SubjectPublicKeyInfo.</exception>
    internal static byte[] KeyIdentifier(ReadOnlyMemory<byte> subjectPublicKeyInfo) => SHA1.HashData(Bits(subjectPublicKeyInfo));

    /// <summary>The BIT STRING's contents without the count of unused bits.</summary>
    /// <exception cref="ArgumentException">Not a SubjectPublicKeyInfo.</exception>
    internal static byte[] Bits(ReadOnlyMemory<byte> subjectPublicKeyInfo)
    {
        try
        {
            AsnReader outer = new(subjectPublicKeyInfo, AsnEncodingRules.DER);
            AsnReader inner = outer.ReadSequence();
            outer.ThrowIfNotEmpty();
            inner.ReadSequence();
            byte[] bits = inner.ReadBitString(out _);
            inner.ThrowIfNotEmpty();
            return bits;
        }
        catch (AsnContentException inner)
        {
            throw new ArgumentException("Not a SubjectPublicKeyInfo in DER.", nameof(subjectPublicKeyInfo), inner);
        }
    }

    /// <summary>Whether this is a key as cards make them: RSA, 2048 bits, e = 65537, and nothing behind it.</summary>
    internal static bool IsOfCard(ReadOnlyMemory<byte> subjectPublicKeyInfo)
    {
        try
        {
            using RSA key = RSA.Create();
            key.ImportSubjectPublicKeyInfo(subjectPublicKeyInfo.Span, out int read);
            return read == subjectPublicKeyInfo.Length && key.KeySize == 2048 && key.ExportParameters(false).Exponent is [1, 0, 1];
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
