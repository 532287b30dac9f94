using System.Buffers.Binary;
using System.Diagnostics;

namespace MyNumber.Linkage.Core.Audit;

/// <summary>Under which the core finds one person's access records of one year, without a code in the log: sixteen bytes, guarded.</summary>
/// <remarks>Tags of two years do not tell that they are one person's. <see langword="default"/> is empty.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct AuditTag : IEquatable<AuditTag>
{
    /// <summary>Bytes of a tag.</summary>
    public const int Length = 16;

    private readonly UInt128 _value;

    private AuditTag(UInt128 value) => _value = value;

    /// <summary>Whether this is <see langword="default"/>.</summary>
    public bool IsEmpty => _value == 0;

    /// <summary>Reads a tag, as a store does.</summary>
    /// <param name="bytes">Sixteen bytes.</param>
    /// <returns>The tag.</returns>
    /// <exception cref="ArgumentException">The length is not sixteen.</exception>
    public static AuditTag FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Length
        ? new AuditTag(BinaryPrimitives.ReadUInt128BigEndian(bytes))
        : throw new ArgumentException("An audit tag has sixteen bytes.", nameof(bytes));

    /// <summary>Gives the bytes to a store.</summary>
    /// <param name="destination">Sixteen bytes or more.</param>
    /// <exception cref="ArgumentException">The buffer is too short.</exception>
    public void WriteRevealed(Span<byte> destination)
    {
        if (destination.Length < Length)
        {
            throw new ArgumentException("An audit tag has sixteen bytes.", nameof(destination));
        }

        BinaryPrimitives.WriteUInt128BigEndian(destination, _value);
    }

    /// <inheritdoc/>
    public bool Equals(AuditTag other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AuditTag other && Equals(other);

    /// <summary>A hash that is another one in each process.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(_value);

    /// <summary>A mask; nothing of the tag is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => IsEmpty ? string.Empty : "audit tag ***";

    /// <summary>Whether both are the same.</summary>
    /// <param name="left">One tag.</param>
    /// <param name="right">The other.</param>
    /// <returns>The answer.</returns>
    public static bool operator ==(AuditTag left, AuditTag right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">One tag.</param>
    /// <param name="right">The other.</param>
    /// <returns>The answer.</returns>
    public static bool operator !=(AuditTag left, AuditTag right) => !left.Equals(right);
}
