using System.Formats.Asn1;
using MyNumber.Jpki.Authority.Asn1;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>One CertID of a request.</summary>
/// <param name="Encoded">Its DER as it came, echoed in the answer.</param>
/// <param name="HashAlgorithm">The hash's OID, dotted.</param>
/// <param name="NameHash">issuerNameHash.</param>
/// <param name="KeyHash">issuerKeyHash.</param>
/// <param name="SerialNumber">INTEGER contents.</param>
internal readonly record struct OcspCertId(
    ReadOnlyMemory<byte> Encoded, string HashAlgorithm, ReadOnlyMemory<byte> NameHash, ReadOnlyMemory<byte> KeyHash, ReadOnlyMemory<byte> SerialNumber)
{
    internal byte[] EncodeWithKeyHash(ReadOnlySpan<byte> keyHash) => Encode(HashAlgorithm, NameHash.Span, keyHash, SerialNumber.Span);

    /// <summary>The same issuer with the serial whose last octet differs by these bits.</summary>
    internal byte[] EncodeWithOtherSerial(byte bits)
    {
        byte[] serial = SerialNumber.ToArray();
        serial[^1] ^= bits;
        return Encode(HashAlgorithm, NameHash.Span, KeyHash.Span, serial);
    }

    /// <summary>A CertID as every client writes it: the hash with NULL parameters.</summary>
    internal static byte[] Encode(string hashAlgorithm, ReadOnlySpan<byte> nameHash, ReadOnlySpan<byte> keyHash, ReadOnlySpan<byte> serialNumber)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            SigningKey.WriteAlgorithm(writer, hashAlgorithm);
            writer.WriteOctetString(nameHash);
            writer.WriteOctetString(keyHash);
            writer.WriteInteger(serialNumber);
        }

        return writer.Encode();
    }
}
