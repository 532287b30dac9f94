using System.Formats.Asn1;
using System.Security.Cryptography;
using MyNumber.Jpki.Asn1;

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

    /// <summary>Whether this is a key as cards make them: RSA, 2048 bits, e = 65537, and nothing behind it. Read and not imported: an import costs as much as six checks of a signature.</summary>
    internal static bool IsOfCard(ReadOnlyMemory<byte> subjectPublicKeyInfo)
    {
        try
        {
            AsnReader outer = new(subjectPublicKeyInfo, AsnEncodingRules.DER);
            AsnReader inner = outer.ReadSequence();
            AsnReader algorithm = inner.ReadSequence();
            bool isRsa = algorithm.ReadObjectIdentifier() == Oids.RsaEncryption;
            algorithm.ReadNull();
            AsnReader key = new(inner.ReadBitString(out int unused), AsnEncodingRules.DER);
            AsnReader numbers = key.ReadSequence();
            ReadOnlySpan<byte> modulus = numbers.ReadIntegerBytes().Span, exponent = numbers.ReadIntegerBytes().Span;
            bool isWhole = unused == 0 && !outer.HasData && !inner.HasData && !algorithm.HasData && !key.HasData && !numbers.HasData;
            return isRsa && isWhole && modulus.Length == 257 && modulus[0] == 0 && modulus[1] >= 0x80 && exponent is [1, 0, 1];
        }
        catch (AsnContentException)
        {
            return false;
        }
    }
}
