using System.Buffers.Binary;
using System.Diagnostics;

namespace MyNumber.Linkage.Core.Links;

/// <summary>What the link register keeps in the place of a resident record code (住民票コード): 32 bytes of a keyed hash, guarded.</summary>
/// <remarks>The register needs to find a code again and never to read it. There are 10^10 codes, so without the key a tag tells nothing, and with it every tag falls in hours.
/// <see langword="default"/> is empty.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct ResidentCodeTag : IEquatable<ResidentCodeTag>
{
    /// <summary>Bytes of a tag.</summary>
    public const int Length = 32;

    private readonly UInt128 _high;
    private readonly UInt128 _low;

    private ResidentCodeTag(UInt128 high, UInt128 low) => (_high, _low) = (high, low);

    /// <summary>Whether this is <see langword="default"/>.</summary>
    public bool IsEmpty => _high == 0 && _low == 0;

    /// <summary>Reads a tag, as a store does.</summary>
    /// <param name="bytes">32 bytes.</param>
    /// <returns>The tag.</returns>
    /// <exception cref="ArgumentException">The length is not 32.</exception>
    public static ResidentCodeTag FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Length
        ? new ResidentCodeTag(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]))
        : throw new ArgumentException("A tag has 32 bytes.", nameof(bytes));

    /// <summary>Gives the bytes to a store.</summary>
    /// <param name="destination">32 bytes or more.</param>
    /// <exception cref="ArgumentException">The buffer is too short.</exception>
    public void WriteRevealed(Span<byte> destination)
    {
        if (destination.Length < Length)
        {
            throw new ArgumentException("A tag has 32 bytes.", nameof(destination));
        }

        BinaryPrimitives.WriteUInt128BigEndian(destination, _high);
        BinaryPrimitives.WriteUInt128BigEndian(destination[16..], _low);
    }

    /// <inheritdoc/>
    public bool Equals(ResidentCodeTag other) => (_high, _low) == (other._high, other._low);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ResidentCodeTag other && Equals(other);

    /// <summary>A hash that is another one in each process.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(_high, _low);

    /// <summary>A mask; nothing of the tag is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => IsEmpty ? string.Empty : "resident code tag ***";

    /// <summary>Whether both are the same.</summary>
    /// <param name="left">One tag.</param>
    /// <param name="right">The other.</param>
    /// <returns>The answer.</returns>
    public static bool operator ==(ResidentCodeTag left, ResidentCodeTag right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">One tag.</param>
    /// <param name="right">The other.</param>
    /// <returns>The answer.</returns>
    public static bool operator !=(ResidentCodeTag left, ResidentCodeTag right) => !left.Equals(right);
}
