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
}
