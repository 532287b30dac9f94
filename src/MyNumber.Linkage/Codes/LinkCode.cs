using System.Buffers.Binary;
using System.Diagnostics;

namespace MyNumber.Linkage.Codes;

/// <summary>The code that stands for one person inside the core system (連携用符号, IDコード): 80 bits, guarded, never given to an agency.</summary>
/// <remarks><para>Two layers, link code then agency code, are what drafts and a description of the real system tell (confidence medium); the length is ours.</para>
/// <para>Text and debugger show a mask. <see langword="default"/> is empty; the code of ten zero bytes is not, and is never derived.</para></remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct LinkCode : IEquatable<LinkCode>, IComparable<LinkCode>
{
    /// <summary>Bytes of a code.</summary>
    public const int Length = 10;

    private readonly ulong _high;
    private readonly ushort _low;
    private readonly bool _holds;

    private LinkCode(ulong high, ushort low)
    {
        _high = high;
        _low = low;
        _holds = true;
    }

    /// <summary>Whether this is <see langword="default"/>.</summary>
    public bool IsEmpty => !_holds;

    /// <summary>The eighty bits as a number, for this room.</summary>
    internal UInt128 Value => new((ulong)(ushort)(_high >> 48), unchecked(_high << 16) | _low);

    /// <summary>Reads a code.</summary>
    /// <param name="bytes">Ten bytes.</param>
    /// <returns>The code.</returns>
    /// <exception cref="ArgumentException">The length is not ten.</exception>
    public static LinkCode FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Length
        ? new LinkCode(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt16BigEndian(bytes[8..]))
        : throw new ArgumentException("A link code has ten bytes.", nameof(bytes));

    /// <summary>Wraps a number of eighty bits.</summary>
    internal static LinkCode FromValue(UInt128 value) => new((ulong)(value >> 16), unchecked((ushort)value));

    /// <summary>Gives the ten bytes away, into a buffer that the caller owns and clears.</summary>
    /// <param name="destination">Ten bytes or more.</param>
    /// <exception cref="InvalidOperationException">The code is empty.</exception>
    /// <exception cref="ArgumentException">The buffer is too short.</exception>
    public void WriteRevealed(Span<byte> destination)
    {
        if (IsEmpty)
        {
            throw new InvalidOperationException("The link code is empty.");
        }

        if (destination.Length < Length)
        {
            throw new ArgumentException("A link code has ten bytes.", nameof(destination));
        }

        BinaryPrimitives.WriteUInt64BigEndian(destination, _high);
        BinaryPrimitives.WriteUInt16BigEndian(destination[8..], _low);
    }

    /// <inheritdoc/>
    public bool Equals(LinkCode other) => (_high, _low, _holds) == (other._high, other._low, other._holds);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LinkCode other && Equals(other);

    /// <summary>A hash that is another one in each process.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(_high, _low);

    /// <summary>Compares the bytes; empty comes first.</summary>
    /// <param name="other">Another code.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(LinkCode other) => (_holds, _high, _low).CompareTo((other._holds, other._high, other._low));

    /// <summary>A mask; nothing of the code is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => IsEmpty ? string.Empty : "link code ***";

    /// <summary>Whether both are the same.</summary>
    /// <param name="left">One code.</param>
    /// <param name="right">The other.</param>
    /// <returns>The answer.</returns>
    public static bool operator ==(LinkCode left, LinkCode right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">One code.</param>
    /// <param name="right">The other.</param>
    /// <returns>The answer.</returns>
    public static bool operator !=(LinkCode left, LinkCode right) => !left.Equals(right);
}
