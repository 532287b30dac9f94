using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MyNumber.Linkage.Merkle;

/// <summary>32 bytes of SHA-256 or HMAC-SHA-256 (ハッシュ値): a root, a node, a commitment.</summary>
/// <remarks>It is no secret. Compared byte after byte as they stand. <see langword="default"/> is 32 zero bytes.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
[StructLayout(LayoutKind.Sequential)]
public readonly struct Digest : IEquatable<Digest>, IComparable<Digest>
{
    /// <summary>The length in bytes.</summary>
    public const int Length = 32;

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;

    /// <summary>Whether all bytes are zero.</summary>
    public bool IsZero => (_first | _second | _third | _fourth) == 0;

    /// <summary>Whether two are alike.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether all bytes are the same.</returns>
    public static bool operator ==(Digest left, Digest right) => left.Equals(right);

    /// <summary>Whether two differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether a byte differs.</returns>
    public static bool operator !=(Digest left, Digest right) => !left.Equals(right);

    /// <summary>Takes over bytes.</summary>
    /// <param name="bytes">32 bytes.</param>
    /// <returns>The digest.</returns>
    /// <exception cref="ArgumentException">There are not 32.</exception>
    public static Digest FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Length
        ? MemoryMarshal.Read<Digest>(bytes)
        : throw new ArgumentException("A digest has 32 bytes.", nameof(bytes));

    /// <summary>Writes the bytes.</summary>
    /// <param name="destination">At least 32 bytes.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void WriteTo(Span<byte> destination)
    {
        if (destination.Length < Length)
        {
            throw new ArgumentException("A digest has 32 bytes.", nameof(destination));
        }

        MemoryMarshal.Write(destination, in this);
    }

    /// <summary>A copy of the bytes.</summary>
    /// <returns>32 bytes.</returns>
    public byte[] ToArray()
    {
        byte[] bytes = new byte[Length];
        WriteTo(bytes);
        return bytes;
    }

    /// <summary>Compares byte after byte.</summary>
    /// <param name="other">Another digest.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(Digest other)
    {
        Span<byte> left = stackalloc byte[Length];
        Span<byte> right = stackalloc byte[Length];
        WriteTo(left);
        other.WriteTo(right);
        return left.SequenceCompareTo(right);
    }

    /// <summary>Whether the bytes are the same.</summary>
    /// <param name="other">Another digest.</param>
    /// <returns>Whether they are.</returns>
    public bool Equals(Digest other) =>
        _first == other._first && _second == other._second && _third == other._third && _fourth == other._fourth;

    /// <summary>Whether the other is a digest of the same bytes.</summary>
    /// <param name="obj">Anything.</param>
    /// <returns>Whether it is.</returns>
    public override bool Equals(object? obj) => obj is Digest other && Equals(other);

    /// <summary>A hash of the bytes.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(_first, _second);

    /// <summary>The bytes in lower-case hexadecimal.</summary>
    /// <returns>64 characters.</returns>
    public override string ToString() => string.Create(2 * Length, this, static (text, digest) =>
    {
        Span<byte> bytes = stackalloc byte[Length];
        digest.WriteTo(bytes);
        Convert.TryToHexStringLower(bytes, text, out _);
    });
}
