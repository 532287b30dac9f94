using System.Buffers.Binary;
using System.Data.Common;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Sql;

/// <summary>An identity as one value: two octets of length and the issuer's name, one octet of length and the key identifier, then the serial.</summary>
internal static class IdentityBytes
{
    public static byte[] Of(CertificateIdentity identity)
    {
        ReadOnlySpan<byte> name = identity.IssuerName.Span, key = identity.IssuerKeyIdentifier.Span, serial = identity.SerialNumber.Span;
        byte[] bytes = new byte[sizeof(ushort) + name.Length + 1 + key.Length + serial.Length];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, checked((ushort)name.Length));
        name.CopyTo(bytes.AsSpan(sizeof(ushort)));
        Span<byte> rest = bytes.AsSpan(sizeof(ushort) + name.Length);
        rest[0] = checked((byte)key.Length);
        key.CopyTo(rest[1..]);
        serial.CopyTo(rest[(1 + key.Length)..]);
        return bytes;
    }

    public static object OrNull(CertificateIdentity identity) => identity.IsEmpty ? DBNull.Value : Of(identity);

    public static CertificateIdentity Read(DbDataReader reader, int column)
    {
        if (reader.IsDBNull(column))
        {
            return default;
        }

        ReadOnlySpan<byte> bytes = SqlBytes.Read(reader, column);
        int name = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        ReadOnlySpan<byte> rest = bytes[(sizeof(ushort) + name)..];
        return new CertificateIdentity(bytes.Slice(sizeof(ushort), name), rest.Slice(1, rest[0]), rest[(1 + rest[0])..]);
    }
}
