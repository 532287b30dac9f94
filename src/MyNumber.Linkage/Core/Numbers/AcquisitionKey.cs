using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MyNumber.Linkage.Core.Numbers;

/// <summary>The SHA-256 of an acquisition number, under which the core keeps an acquisition. Of 128 random bits it gives nothing back.</summary>
/// <remarks>No secret, and no use without the number. <see langword="default"/> is empty.</remarks>
public readonly record struct AcquisitionKey
{
    /// <summary>Bytes of a key.</summary>
    public const int Length = 32;

    private readonly UInt128 _high;
    private readonly UInt128 _low;

    private AcquisitionKey(UInt128 high, UInt128 low) => (_high, _low) = (high, low);

    /// <summary>Whether this is <see langword="default"/>.</summary>
    public bool IsEmpty => _high == 0 && _low == 0;

    /// <summary>Makes the key of a number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">The number is empty.</exception>
    public static AcquisitionKey Of(AcquisitionNumber number)
    {
        if (number.IsEmpty)
        {
            throw new ArgumentException("The acquisition number is empty.", nameof(number));
        }

        Span<byte> bytes = stackalloc byte[AcquisitionNumber.Length];
        Span<byte> hash = stackalloc byte[Length];
        number.WriteRevealed(bytes);
        SHA256.HashData(bytes, hash);
        return FromBytes(hash);
    }

    /// <summary>Reads a key, as a store does.</summary>
    /// <param name="bytes">32 bytes.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">The length is not 32.</exception>
    public static AcquisitionKey FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Length
        ? new AcquisitionKey(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]))
        : throw new ArgumentException("A key has 32 bytes.", nameof(bytes));

    /// <summary>The 32 bytes.</summary>
    /// <returns>A new array.</returns>
    public byte[] ToBytes()
    {
        byte[] bytes = new byte[Length];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, _high);
        BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(16), _low);
        return bytes;
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Convert.ToHexStringLower(ToBytes());
}
