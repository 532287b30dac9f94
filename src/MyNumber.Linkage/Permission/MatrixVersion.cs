using System.Buffers.Binary;

namespace MyNumber.Linkage.Permission;

/// <summary>The SHA-256 of a permission matrix, which goes into every record of a provision: it names each rule that was in force.</summary>
/// <remarks>No secret. <see langword="default"/> is empty, which no matrix has.</remarks>
public readonly record struct MatrixVersion
{
    /// <summary>Bytes of a version.</summary>
    public const int Length = 32;

    private readonly UInt128 _high;
    private readonly UInt128 _low;

    private MatrixVersion(UInt128 high, UInt128 low) => (_high, _low) = (high, low);

    /// <summary>Whether this is <see langword="default"/>.</summary>
    public bool IsEmpty => _high == 0 && _low == 0;

    /// <summary>Reads a version.</summary>
    /// <param name="bytes">32 bytes.</param>
    /// <returns>The version.</returns>
    /// <exception cref="ArgumentException">The length is not 32.</exception>
    public static MatrixVersion FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Length
        ? new MatrixVersion(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]))
        : throw new ArgumentException("A version has 32 bytes.", nameof(bytes));

    /// <summary>Writes the 32 bytes.</summary>
    /// <param name="destination">32 bytes or more.</param>
    /// <exception cref="ArgumentException">The buffer is too short.</exception>
    public void CopyTo(Span<byte> destination)
    {
        if (destination.Length < Length)
        {
            throw new ArgumentException("A version has 32 bytes.", nameof(destination));
        }

        BinaryPrimitives.WriteUInt128BigEndian(destination, _high);
        BinaryPrimitives.WriteUInt128BigEndian(destination[16..], _low);
    }

    /// <summary>The 32 bytes.</summary>
    /// <returns>A new array.</returns>
    public byte[] ToBytes()
    {
        byte[] bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Convert.ToHexStringLower(ToBytes());
}
