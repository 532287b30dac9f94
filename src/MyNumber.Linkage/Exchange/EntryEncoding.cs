using System.Formats.Asn1;

namespace MyNumber.Linkage.Exchange;

/// <summary>Several messages in one row of a journal: octet strings in a sequence.</summary>
internal static class EntryEncoding
{
    public static byte[] Write(params ReadOnlySpan<byte[]> parts)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (byte[] part in parts)
            {
                writer.WriteOctetString(part);
            }
        }

        return writer.Encode();
    }

    /// <exception cref="AsnContentException">The row, which was sealed, is none that this class wrote.</exception>
    public static ReadOnlyMemory<byte>[] Read(ReadOnlyMemory<byte> bytes, int count)
    {
        AsnReader reader = new AsnReader(bytes, AsnEncodingRules.DER).ReadSequence();
        ReadOnlyMemory<byte>[] parts = new ReadOnlyMemory<byte>[count];
        for (int i = 0; i < count; i++)
        {
            parts[i] = reader.ReadOctetString();
        }

        reader.ThrowIfNotEmpty();
        return parts;
    }
}
