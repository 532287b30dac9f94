using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;

namespace MyNumber.Linkage.Core.Numbers;

/// <summary>The number of one acquisition (取得番号; in practice 処理通番): 128 random bits, neither an individual number nor a resident record code nor made of one (番号法 21条の2).</summary>
/// <remarks>It is for one acquisition and must not be kept or used beyond it: the core keeps its <see cref="AcquisitionKey"/> only. Text shows a mask. <see langword="default"/> is empty.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct AcquisitionNumber : IEquatable<AcquisitionNumber>
{
    /// <summary>Bytes of a number.</summary>
    public const int Length = 16;

    private readonly UInt128 _value;

    private AcquisitionNumber(UInt128 value) => _value = value;

    /// <summary>Whether this is <see langword="default"/>.</summary>
    public bool IsEmpty => _value == 0;

    /// <summary>Draws a number.</summary>
    /// <param name="random">Random bytes.</param>
    /// <returns>A number that no other acquisition has, as far as 128 bits go; the register refuses a second one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="random"/> is null.</exception>
    public static AcquisitionNumber Draw(RandomNumberGenerator random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> bytes = stackalloc byte[Length];
        AcquisitionNumber drawn = default;
        while (drawn.IsEmpty)
        {
            random.GetBytes(bytes);
            drawn = new AcquisitionNumber(BinaryPrimitives.ReadUInt128BigEndian(bytes));
        }

        return drawn;
    }

    /// <summary>Reads a number from a message.</summary>
    /// <param name="bytes">Sixteen bytes, not all zero.</param>
    /// <param name="number">The number, or empty.</param>
    /// <returns>Whether they are one.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out AcquisitionNumber number)
    {
        number = bytes.Length == Length ? new AcquisitionNumber(BinaryPrimitives.ReadUInt128BigEndian(bytes)) : default;
        return !number.IsEmpty;
    }

    /// <summary>Gives the sixteen bytes to a message.</summary>
    /// <param name="destination">Sixteen bytes or more.</param>
    /// <exception cref="ArgumentException">The buffer is too short.</exception>
    public void WriteRevealed(Span<byte> destination)
    {
        if (destination.Length < Length)
        {
            throw new ArgumentException("An acquisition number has sixteen bytes.", nameof(destination));
        }

        BinaryPrimitives.WriteUInt128BigEndian(destination, _value);
    }

    /// <inheritdoc/>
    public bool Equals(AcquisitionNumber other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AcquisitionNumber other && Equals(other);

    /// <summary>A hash that is another one in each process.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(_value);

    /// <summary>A mask; nothing of the number is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => IsEmpty ? string.Empty : "acquisition number ***";

    /// <summary>Whether both are the same.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    /// <returns>The answer.</returns>
    public static bool operator ==(AcquisitionNumber left, AcquisitionNumber right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    /// <returns>The answer.</returns>
    public static bool operator !=(AcquisitionNumber left, AcquisitionNumber right) => !left.Equals(right);
}
