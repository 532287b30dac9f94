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
    internal byte[] EncodeWithKeyHash(ReadOnlySpan<byte> keyHash)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            SigningKey.WriteAlgorithm(writer, HashAlgorithm);
            writer.WriteOctetString(NameHash.Span);
            writer.WriteOctetString(keyHash);
            writer.WriteInteger(SerialNumber.Span);
        }

        return writer.Encode();
    }
}
