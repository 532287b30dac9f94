using System.Diagnostics;
using System.Security.Cryptography;
using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Records;

/// <summary>The 32 random bytes that hide one record behind its commitment.</summary>
/// <remarks>
/// The core makes one for each record and sends it with the permit and the notice, so that inquirer, provider and core commit to the same 32 bytes.
/// Whoever has salt and commitment can try contents, so it is masked, and dropped at expiry. <see langword="default"/> is empty.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct RecordSalt : IEquatable<RecordSalt>
{
    /// <summary>The length in bytes.</summary>
    public const int Length = 32;

    private readonly Digest _bytes;

    private RecordSalt(Digest bytes) => _bytes = bytes;

    /// <summary>Whether this is <see langword="default"/>.</summary>
    public bool IsEmpty => _bytes.IsZero;

    /// <summary>Whether two are alike.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they are.</returns>
    public static bool operator ==(RecordSalt left, RecordSalt right) => left.Equals(right);

    /// <summary>Whether two differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they do.</returns>
    public static bool operator !=(RecordSalt left, RecordSalt right) => !left.Equals(right);

    /// <summary>Draws a salt.</summary>
    /// <param name="random">The source.</param>
    /// <returns>A salt.</returns>
    public static RecordSalt Create(RandomNumberGenerator random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> bytes = stackalloc byte[Length];
        random.GetBytes(bytes);
        RecordSalt salt = FromBytes(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return salt;
    }

    /// <summary>Takes over a salt that came with a permit.</summary>
    /// <param name="bytes">32 bytes.</param>
    /// <returns>The salt.</returns>
    /// <exception cref="ArgumentException">There are not 32, or all are zero.</exception>
    public static RecordSalt FromBytes(ReadOnlySpan<byte> bytes)
    {
        RecordSalt salt = bytes.Length == Length ? new RecordSalt(Digest.FromBytes(bytes)) : default;
        return salt.IsEmpty ? throw new ArgumentException("A salt has 32 bytes that are not all zero.", nameof(bytes)) : salt;
    }

    /// <summary>Writes the bytes, to be sent or stored.</summary>
    /// <param name="destination">At least 32 bytes; the caller clears them.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void WriteRevealed(Span<byte> destination) => _bytes.WriteTo(destination);

    /// <summary>Whether the salts are alike, in constant time.</summary>
    /// <param name="other">Another salt.</param>
    /// <returns>Whether they are.</returns>
    public bool Equals(RecordSalt other)
    {
        Span<byte> left = stackalloc byte[Length];
        Span<byte> right = stackalloc byte[Length];
        _bytes.WriteTo(left);
        other._bytes.WriteTo(right);
        return CryptographicOperations.FixedTimeEquals(left, right);
    }

    /// <summary>Whether the other is an equal salt.</summary>
    /// <param name="obj">Anything.</param>
    /// <returns>Whether it is.</returns>
    public override bool Equals(object? obj) => obj is RecordSalt other && Equals(other);

    /// <summary>A hash of the bytes.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => _bytes.GetHashCode();

    /// <summary>A mask.</summary>
    /// <returns>No byte of the salt.</returns>
    public override string ToString() => IsEmpty ? string.Empty : "[salt]";
}
