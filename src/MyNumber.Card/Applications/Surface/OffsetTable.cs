using System.Buffers.Binary;
using MyNumber.Card.Tlv;

namespace MyNumber.Card.Applications.Surface;

/// <summary>The table of offsets of the face.</summary>
internal static class OffsetTable
{
    /// <summary>Checks a table of two-byte offsets, each from the file's first byte to the tag of an object.</summary>
    public static void Check(TlvSequence file, ushort table, params ReadOnlySpan<ushort> tags)
    {
        ReadOnlySpan<byte> offsets = file[table].Span;
        bool right = offsets.Length == 2 * tags.Length;
        for (int i = 0; right && i < tags.Length; i++)
        {
            right = BinaryPrimitives.ReadUInt16BigEndian(offsets[(2 * i)..]) == file.OffsetOf(tags[i]);
        }

        if (!right)
        {
            throw new CardDataException($"The offsets {table:X4} do not lead to the objects.");
        }
    }
}
