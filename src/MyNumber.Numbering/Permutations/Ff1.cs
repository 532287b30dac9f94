using System.Numerics;
using System.Security.Cryptography;

namespace MyNumber.Numbering.Permutations;

/// <summary>FF1, format-preserving encryption of numeral strings (形態保持暗号) under AES: any radix to 65,536, any tweak.</summary>
/// <remarks>Source: NIST SP 800-38G (2016), algorithms 7 and 8; confidence high, held to the NIST samples, ACVP and Wycheproof. Thread safe; the key is copied and zeroed by
/// <see cref="Dispose"/>. Halves are <see cref="BigInteger"/>, so time depends on the numerals and copies of them stay in managed memory; the time of the AES calls is the platform's. For many
/// numbers under one tweak use <see cref="Ff1Permutation"/> or <see cref="ElevenDigitPermutation"/>.</remarks>
public sealed class Ff1 : IDisposable
{
    /// <summary>The least radix, 2.</summary>
    public const int MinimumRadix = Ff1Layout.MinimumRadix;

    /// <summary>The greatest radix, 2^16 (the standard's ceiling).</summary>
    public const int MaximumRadix = Ff1Layout.MaximumRadix;

    /// <summary>The most numerals in one string, 4,096: a ceiling of this library, since time grows with the square of the length.</summary>
    public const int MaximumLength = Ff1Layout.MaximumLength;

    /// <summary>The most bytes in a tweak, 4,096: a ceiling of this library, since every round runs AES over the tweak.</summary>
    public const int MaximumTweakLength = 4_096;

    private readonly AesPool _aes;
    private readonly Ff1MinimumDomain _minimum;

    /// <summary>Takes a key and a radix.</summary>
    /// <param name="key">16, 24 or 32 bytes; copied, the caller zeroes its own.</param>
    /// <param name="radix">2 to 65,536.</param>
    /// <param name="minimum">The least number of strings of one length.</param>
    /// <exception cref="ArgumentException">The key has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The radix or the minimum is none of those.</exception>
    public Ff1(ReadOnlySpan<byte> key, int radix, Ff1MinimumDomain minimum = Ff1MinimumDomain.OneMillion)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(radix, MinimumRadix);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(radix, MaximumRadix);
        if (!Enum.IsDefined(minimum))
        {
            throw new ArgumentOutOfRangeException(nameof(minimum));
        }

        _aes = new AesPool(key);
        _minimum = minimum;
        Radix = radix;
    }

    /// <summary>How many values a numeral has.</summary>
    public int Radix { get; }

    /// <summary>Encrypts a numeral string.</summary>
    /// <param name="plaintext">Numerals below <see cref="Radix"/>, the most significant first: at least 2, at most <see cref="MaximumLength"/>, and enough that radix^length reaches the minimum domain.</param>
    /// <param name="tweak">At most <see cref="MaximumTweakLength"/> bytes; may be empty. Not secret.</param>
    /// <param name="ciphertext">Gets as many numerals; may be the same memory as the plaintext.</param>
    /// <exception cref="ArgumentException">A numeral reaches the radix, the string is too short or too long, the tweak is too long, or the destination has another length.</exception>
    /// <exception cref="ObjectDisposedException">The key is gone.</exception>
    public void Encrypt(ReadOnlySpan<ushort> plaintext, ReadOnlySpan<byte> tweak, Span<ushort> ciphertext) => Run(plaintext, tweak, ciphertext, forward: true);

    /// <summary>Decrypts a numeral string.</summary>
    /// <param name="ciphertext">Numerals below <see cref="Radix"/>, as <see cref="Encrypt"/> takes them.</param>
    /// <param name="tweak">The tweak of the encryption.</param>
    /// <param name="plaintext">Gets as many numerals; may be the same memory as the ciphertext.</param>
    /// <exception cref="ArgumentException">A numeral reaches the radix, the string is too short or too long, the tweak is too long, or the destination has another length.</exception>
    /// <exception cref="ObjectDisposedException">The key is gone.</exception>
    public void Decrypt(ReadOnlySpan<ushort> ciphertext, ReadOnlySpan<byte> tweak, Span<ushort> plaintext) => Run(ciphertext, tweak, plaintext, forward: false);

    /// <summary>Zeroes the key.</summary>
    public void Dispose() => _aes.Dispose();

    /// <exception cref="ArgumentException">The tweak is longer than the ceiling.</exception>
    internal static void CheckTweak(ReadOnlySpan<byte> tweak)
    {
        if (tweak.Length > MaximumTweakLength)
        {
            throw new ArgumentException($"A tweak has at most {MaximumTweakLength} bytes here.", nameof(tweak));
        }
    }

    private void Run(ReadOnlySpan<ushort> source, ReadOnlySpan<byte> tweak, Span<ushort> destination, bool forward)
    {
        Ff1Layout layout = Ff1Layout.Create(Radix, source.Length, _minimum);
        CheckTweak(tweak);
        if (destination.Length != source.Length)
        {
            throw new ArgumentException("The destination must be as long as the source.", nameof(destination));
        }

        BigInteger left = Numerals.Read(source[..layout.LeftLength], Radix);
        BigInteger right = Numerals.Read(source[layout.LeftLength..], Radix);
        byte[] input = new byte[layout.InputLength(tweak.Length)];
        layout.WriteConstant(input, tweak);
        Aes aes = _aes.Rent();
        try
        {
            Feistel(aes, layout, input, ref left, ref right, forward);
        }
        finally
        {
            _aes.Return(aes);
            CryptographicOperations.ZeroMemory(input);
        }

        Numerals.Write(left, Radix, destination[..layout.LeftLength]);
        Numerals.Write(right, Radix, destination[layout.LeftLength..]);
    }

    /// <summary>The even rounds change the left half by the right one, the odd rounds the right by the left; so no half ever changes its place.</summary>
    private static void Feistel(Aes aes, in Ff1Layout layout, byte[] input, ref BigInteger left, ref BigInteger right, bool forward)
    {
        for (int step = 0; step < Ff1Layout.Rounds; step++)
        {
            int round = forward ? step : Ff1Layout.Rounds - 1 - step;
            bool even = (round & 1) == 0;
            BigInteger y = RoundFunction(aes, layout, input, round, even ? right : left);
            BigInteger modulus = even ? layout.LeftModulus : layout.RightModulus;
            BigInteger sum = ((even ? left : right) + (forward ? y : -y)) % modulus;
            sum = sum.Sign < 0 ? sum + modulus : sum;
            (left, right) = even ? (sum, right) : (left, sum);
        }
    }

    /// <summary>Steps 6.i to 6.iv: CBC-MAC of P and Q, stretched to d bytes, as an integer.</summary>
    private static BigInteger RoundFunction(Aes aes, in Ff1Layout layout, byte[] input, int round, BigInteger half)
    {
        Span<byte> tail = input.AsSpan(input.Length - layout.HalfBytes - 1);
        tail.Clear();
        tail[0] = (byte)round;
        half.TryWriteBytes(tail[(1 + layout.HalfBytes - half.GetByteCount(isUnsigned: true))..], out _, isUnsigned: true, isBigEndian: true);
        byte[] chained = new byte[input.Length];
        aes.EncryptCbc(input, Zeros, chained, PaddingMode.None);
        ReadOnlySpan<byte> mac = chained.AsSpan(chained.Length - Ff1Layout.BlockLength);

        int blocks = (layout.OutputBytes + Ff1Layout.BlockLength - 1) / Ff1Layout.BlockLength;
        byte[] stretched = new byte[blocks * Ff1Layout.BlockLength];
        for (int j = 0; j < blocks; j++)
        {
            Span<byte> block = stretched.AsSpan(j * Ff1Layout.BlockLength, Ff1Layout.BlockLength);
            mac.CopyTo(block);
            block[^1] ^= (byte)(j & 0xFF);
            block[^2] ^= (byte)(j >> 8);
        }

        if (blocks > 1)
        {
            byte[] rest = aes.EncryptEcb(stretched.AsSpan(Ff1Layout.BlockLength), PaddingMode.None);
            rest.CopyTo(stretched, Ff1Layout.BlockLength);
        }

        return new BigInteger(stretched.AsSpan(0, layout.OutputBytes), isUnsigned: true, isBigEndian: true);
    }

    private static ReadOnlySpan<byte> Zeros => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
}
