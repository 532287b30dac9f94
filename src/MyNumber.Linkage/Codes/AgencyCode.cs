using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;

namespace MyNumber.Linkage.Codes;

/// <summary>The code by which one holder knows one person (機関別符号; in the law 情報提供用個人識別符号): scheme, key epoch and sixteen bytes, guarded.</summary>
/// <remarks><para>Data under such a code are 特定個人情報 themselves (番号法 2条9項), so text and debugger show a mask; the bytes come out through
/// <see cref="WriteRevealed"/> and <see cref="Reveal"/> only. Length and cipher of the real codes are not public; the envelope is ours.</para>
/// <para>The envelope does not tell whose code it is: only the core can, with its key. <see langword="default"/> is empty.</para></remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct AgencyCode : IEquatable<AgencyCode>, IComparable<AgencyCode>
{
    /// <summary>Bytes of the envelope: scheme, key epoch, block.</summary>
    public const int Length = 18;

    /// <summary>Bytes of the block inside.</summary>
    public const int BlockLength = 16;

    private readonly UInt128 _block;

    private AgencyCode(byte scheme, byte keyEpoch, UInt128 block)
    {
        Scheme = scheme;
        KeyEpoch = keyEpoch;
        _block = block;
    }

    /// <summary>How the block was made: <see cref="CodeScheme.AesBlock"/>, or what later versions know; 0 when empty.</summary>
    public byte Scheme { get; }

    /// <summary>Under which of the core's keys the block was made (鍵世代).</summary>
    public byte KeyEpoch { get; }

    /// <summary>Whether this is <see langword="default"/>.</summary>
    public bool IsEmpty => Scheme == 0;

    /// <summary>The sixteen bytes as a number, the first byte highest.</summary>
    internal UInt128 Block => _block;

    /// <summary>Wraps a block.</summary>
    internal static AgencyCode FromBlock(byte scheme, byte keyEpoch, UInt128 block) => new(scheme, keyEpoch, block);

    /// <summary>Reads an envelope of any scheme.</summary>
    /// <param name="envelope">Eighteen bytes; the first is not zero.</param>
    /// <param name="code">The code, or empty.</param>
    /// <returns>Whether length and first byte are right.</returns>
    public static bool TryRead(ReadOnlySpan<byte> envelope, out AgencyCode code)
    {
        bool fits = envelope.Length == Length && envelope[0] != 0;
        code = fits ? new AgencyCode(envelope[0], envelope[1], BinaryPrimitives.ReadUInt128BigEndian(envelope[2..])) : default;
        return fits;
    }

    /// <summary>Reads an envelope of any scheme.</summary>
    /// <param name="envelope">Eighteen bytes; the first is not zero.</param>
    /// <returns>The code.</returns>
    /// <exception cref="ArgumentException">Length or first byte is wrong.</exception>
    public static AgencyCode FromEnvelope(ReadOnlySpan<byte> envelope) => TryRead(envelope, out AgencyCode code)
        ? code
        : throw new ArgumentException("An agency code has eighteen bytes, and the first is not zero.", nameof(envelope));

    /// <summary>Gives the eighteen bytes away, into a buffer that the caller owns and clears.</summary>
    /// <param name="destination">Eighteen bytes or more.</param>
    /// <exception cref="InvalidOperationException">The code is empty.</exception>
    /// <exception cref="ArgumentException">The buffer is too short.</exception>
    public void WriteRevealed(Span<byte> destination)
    {
        if (IsEmpty)
        {
            throw new InvalidOperationException("The agency code is empty.");
        }

        if (destination.Length < Length)
        {
            throw new ArgumentException("An agency code has eighteen bytes.", nameof(destination));
        }

        destination[0] = Scheme;
        destination[1] = KeyEpoch;
        BinaryPrimitives.WriteUInt128BigEndian(destination[2..], _block);
    }

    /// <summary>Gives the code away as text.</summary>
    /// <returns>36 upper-case hexadecimal digits.</returns>
    /// <exception cref="InvalidOperationException">The code is empty.</exception>
    public string Reveal() => string.Create(2 * Length, this, static (text, code) =>
    {
        Span<byte> envelope = stackalloc byte[Length];
        code.WriteRevealed(envelope);
        Convert.TryToHexString(envelope, text, out _);
        CryptographicOperations.ZeroMemory(envelope);
    });

    /// <inheritdoc/>
    public bool Equals(AgencyCode other) => _block == other._block && Scheme == other.Scheme && KeyEpoch == other.KeyEpoch;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AgencyCode other && Equals(other);

    /// <summary>A hash that is another one in each process.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(Scheme, KeyEpoch, _block);

    /// <summary>Compares the bytes; empty comes first.</summary>
    /// <param name="other">Another code.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(AgencyCode other) => (Scheme, KeyEpoch, _block).CompareTo((other.Scheme, other.KeyEpoch, other._block));

    /// <summary>A mask; nothing of the code is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => IsEmpty ? string.Empty : "agency code ***";

    /// <summary>Whether both are the same.</summary>
    /// <param name="left">One code.</param>
    /// <param name="right">The other.</param>
    /// <returns>The answer.</returns>
    public static bool operator ==(AgencyCode left, AgencyCode right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">One code.</param>
    /// <param name="right">The other.</param>
    /// <returns>The answer.</returns>
    public static bool operator !=(AgencyCode left, AgencyCode right) => !left.Equals(right);
}
