using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Revocation.Ocsp;

/// <summary>Extensions of a response or of one answer in it, behind [1] (RFC 6960 §4.4). Only the nonce is kept.</summary>
internal static class OcspExtensions
{
    private const int Most = 16;

    /// <summary>The nonce; empty when there is none. A critical extension that is not understood is a flaw.</summary>
    public static ReadOnlyMemory<byte> Read(ref DerReader reader)
    {
        DerReader wrapper = reader.ReadSequence(DerTags.ContextConstructed(1));
        DerReader list = wrapper.ReadSequence();
        wrapper.End();
        ReadOnlyMemory<byte> nonce = default;
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (list.HasData)
        {
            DerExtension extension = DerExtension.Read(ref list);
            bool known = extension.Oid is Oids.OcspNonce or Oids.OcspExtendedRevoke;
            if (!seen.Add(extension.Oid) || seen.Count > Most || (extension.IsCritical && !known))
            {
                throw new AsnContentException();
            }

            nonce = extension.Oid == Oids.OcspNonce ? ReadNonce(extension.Value) : nonce;
        }

        return nonce;
    }

    // RFC 9654 §2.1: 1 to 128 octets in an OCTET STRING of their own.
    private static ReadOnlyMemory<byte> ReadNonce(ReadOnlyMemory<byte> value)
    {
        DerReader reader = new(value);
        ReadOnlyMemory<byte> nonce = reader.ReadOctetString();
        reader.End();
        return nonce.Length is >= 1 and <= 128 ? nonce : throw new AsnContentException();
    }
}
