using System.Data.Common;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Storage.Core;

/// <summary>Guarded codes as columns, and back. An empty code is no bytes at all in a key, and null elsewhere.</summary>
internal static class CodeBytes
{
    public static byte[] Of(AgencyCode code)
    {
        byte[] bytes = new byte[code.IsEmpty ? 0 : AgencyCode.Length];
        if (!code.IsEmpty)
        {
            code.WriteRevealed(bytes);
        }

        return bytes;
    }

    public static byte[] Of(LinkCode link)
    {
        byte[] bytes = new byte[link.IsEmpty ? 0 : LinkCode.Length];
        if (!link.IsEmpty)
        {
            link.WriteRevealed(bytes);
        }

        return bytes;
    }

    public static object OrNull(AgencyCode code) => code.IsEmpty ? DBNull.Value : Of(code);

    public static object OrNull(LinkCode link) => link.IsEmpty ? DBNull.Value : Of(link);

    public static AgencyCode Agency(DbDataReader reader, int column) =>
        Bytes(reader, column) is { Length: > 0 } bytes ? AgencyCode.FromEnvelope(bytes) : default;

    public static LinkCode Link(DbDataReader reader, int column) => Bytes(reader, column) is { Length: > 0 } bytes ? LinkCode.FromBytes(bytes) : default;

    public static CodeHolderId Holder(DbDataReader reader, int column) => CodeHolderId.TryCreate(reader.GetInt32(column), out CodeHolderId holder) ? holder : default;

    public static byte[]? Bytes(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);
}
