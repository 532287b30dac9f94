using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MyNumber.Numbering.Issuing.Entries;

/// <summary>Names of the draws of a book: each follows from person, version and repetition, so that a draw whose entry was never written is met again and no code is lost.</summary>
internal static class CodeRequests
{
    public static Guid Of(Guid person, int version, int repetition)
    {
        Span<byte> source = stackalloc byte[24];
        person.TryWriteBytes(source, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(source[16..], version);
        BinaryPrimitives.WriteInt32BigEndian(source[20..], repetition);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(source, hash);
        return new Guid(hash[..16], bigEndian: true);
    }
}
