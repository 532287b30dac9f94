namespace MyNumber.Jpki.Rsa;

/// <summary>Powers modulo one odd number by Montgomery's multiplication (P. L. Montgomery, 1985), whatever the layout of the numbers. Public values only: time depends on them.</summary>
/// <remarks>Immutable once <see cref="Prepare"/> has run, then for any thread.</remarks>
internal abstract class MontgomeryModulus
{
    // How much of the exponent of R comes from shifts; one more bit saves a squaring and doubles the shifts.
    private const int StartBits = 9;

    private ulong[] _square = [];

    protected MontgomeryModulus(ulong[] words, int bits)
    {
        Words = words;
        Bits = bits;
    }

    /// <summary>The modulus; its top word may be partly filled.</summary>
    protected ulong[] Words { get; }

    protected int Bits { get; }

    /// <summary>Elements of one number in this layout, padding included.</summary>
    protected abstract int Length { get; }

    /// <summary>R is 2 to this power.</summary>
    protected abstract int RadixBits { get; }

    public static MontgomeryModulus Create(ulong[] words, int bits, RsaRoad road)
    {
        MontgomeryModulus modulus = road == RsaRoad.Vector ? new VectorModulus(words, bits) : new ScalarModulus(words, bits);
        modulus.Prepare();
        return modulus;
    }

    /// <summary>Raises a number below the modulus to an odd power of 3 or more.</summary>
    /// <param name="number">As many words as the modulus has.</param>
    /// <param name="exponent">The power.</param>
    /// <param name="result">As many words; below the modulus.</param>
    public void Power(ReadOnlySpan<ulong> number, ulong exponent, Span<ulong> result)
    {
        Span<ulong> plain = stackalloc ulong[Length];
        Span<ulong> form = stackalloc ulong[Length];
        Span<ulong> power = stackalloc ulong[Length];
        Load(number, plain);
        Multiply(plain, _square, form);
        form.CopyTo(power);
        for (int bit = 62 - System.Numerics.BitOperations.LeadingZeroCount(exponent); bit >= 0; bit--)
        {
            Multiply(power, power, power);
            if (((exponent >> bit) & 1) != 0)
            {
                // The last bit is set, and multiplying by the plain number there leaves Montgomery's form.
                Multiply(power, bit == 0 ? plain : form, power);
            }
        }

        Unload(power, result);
    }

    /// <summary>left · right / R modulo the modulus; <paramref name="product"/> may be one of them.</summary>
    protected abstract void Multiply(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<ulong> product);

    protected abstract void Double(Span<ulong> number);

    protected abstract void Load(ReadOnlySpan<ulong> words, Span<ulong> number);

    /// <summary>Back to words, below the modulus.</summary>
    protected abstract void Unload(ReadOnlySpan<ulong> number, Span<ulong> words);

    /// <summary>Finds R² without a division: 2^k in Montgomery's form for a small k, squared and doubled until k is the exponent of R.</summary>
    private void Prepare()
    {
        int steps = Math.Max(0, 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)RadixBits) - StartBits);
        Span<ulong> start = stackalloc ulong[Words.Length];
        RsaWords.PowerOfTwo(Words, Bits, RadixBits + (RadixBits >> steps), start);
        ulong[] square = new ulong[Length];
        Load(start, square);
        for (int bit = steps - 1; bit >= 0; bit--)
        {
            Multiply(square, square, square);
            if (((RadixBits >> bit) & 1) != 0)
            {
                Double(square);
            }
        }

        _square = square;
    }
}
