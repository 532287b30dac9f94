using System.Buffers.Binary;
using System.Numerics;

namespace MyNumber.Numbering.Permutations;

/// <summary>The lengths of FF1 for one radix and one numeral count, and the bytes that they fix (NIST SP 800-38G, algorithm 7, steps 1 to 6).</summary>
internal readonly struct Ff1Layout
{
    public const int Rounds = 10;

    public const int BlockLength = 16;

    public const int MinimumRadix = 2;

    public const int MaximumRadix = 65_536;

    public const int MaximumLength = 4_096;

    private readonly int _radix;
    private readonly int _length;

    private Ff1Layout(int radix, int length)
    {
        _radix = radix;
        _length = length;
        LeftLength = length / 2;
        RightLength = length - LeftLength;
        LeftModulus = BigInteger.Pow(radix, LeftLength);
        RightModulus = LeftLength == RightLength ? LeftModulus : LeftModulus * radix;
        HalfBytes = (int)(((RightModulus - 1).GetBitLength() + 7) / 8);
        OutputBytes = (4 * ((HalfBytes + 3) / 4)) + 4;
    }

    /// <summary>u.</summary>
    public int LeftLength { get; }

    /// <summary>v.</summary>
    public int RightLength { get; }

    /// <summary>radix^u, the modulus of the even rounds.</summary>
    public BigInteger LeftModulus { get; }

    /// <summary>radix^v, the modulus of the odd rounds.</summary>
    public BigInteger RightModulus { get; }

    /// <summary>b: the bytes that hold every integer below radix^v, counted exactly.</summary>
    public int HalfBytes { get; }

    /// <summary>d.</summary>
    public int OutputBytes { get; }

    public static Ff1Layout Create(int radix, int length, Ff1MinimumDomain minimum)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(radix, MinimumRadix);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(radix, MaximumRadix);
        if (length is < 2 or > MaximumLength)
        {
            throw new ArgumentException($"FF1 here takes 2 to {MaximumLength} numerals.", nameof(length));
        }

        Ff1Layout layout = new(radix, length);
        return layout.LeftModulus * layout.RightModulus >= Floor(minimum)
            ? layout
            : throw new ArgumentException("So few numerals of this radix have fewer strings than the minimum domain.", nameof(length));
    }

    /// <summary>The length of P and Q together for a tweak.</summary>
    public int InputLength(int tweakLength) => BlockLength + RoundUp(tweakLength + 1 + HalfBytes);

    /// <summary>Writes P, the tweak and zeros: what no round changes.</summary>
    public void WriteConstant(Span<byte> input, ReadOnlySpan<byte> tweak)
    {
        input.Clear();
        ReadOnlySpan<byte> start = [1, 2, 1, (byte)(_radix >> 16), (byte)(_radix >> 8 & 0xFF), (byte)(_radix & 0xFF), Rounds, (byte)(LeftLength & 0xFF)];
        start.CopyTo(input);
        BinaryPrimitives.WriteInt32BigEndian(input[8..], _length);
        BinaryPrimitives.WriteInt32BigEndian(input[12..], tweak.Length);
        tweak.CopyTo(input[BlockLength..]);
    }

    private static int Floor(Ff1MinimumDomain minimum) => minimum switch
    {
        Ff1MinimumDomain.OneMillion => 1_000_000,
        Ff1MinimumDomain.OneHundred => 100,
        _ => throw new ArgumentOutOfRangeException(nameof(minimum)),
    };

    private static int RoundUp(int count) => (count + BlockLength - 1) / BlockLength * BlockLength;
}
