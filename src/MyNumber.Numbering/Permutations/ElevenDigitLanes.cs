using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace MyNumber.Numbering.Permutations;

/// <summary>FF1 over eleven decimal digits, sixteen numbers at a time: two groups of eight AES states whose rounds overlap in the processor. Halves are doubles, two to a vector, and never
/// leave the vector registers' format; no branch and no address depends on a number or a key.</summary>
/// <remarks>AES runs on [constant] ⊕ [round index, half] in the last four bytes; constant and first round key are one value. The result's first eight bytes are y.</remarks>
internal sealed class ElevenDigitLanes<TLanes> : IElevenDigitEngine
    where TLanes : struct, ILaneInstructions
{
    private const int Group = 4;
    private const double TwoTo52 = 4503599627370496.0;

    private readonly Vector128<byte>[] _keys;
    private readonly Vector128<byte>[] _constants;
    private readonly HalfRound[] _forward = [new(100_000, true), new(1_000_000, true)];
    private readonly HalfRound[] _backward = [new(100_000, false), new(1_000_000, false)];
    private volatile bool _disposed;

    public ElevenDigitLanes(ReadOnlySpan<byte> key, ReadOnlySpan<byte> roundConstant)
    {
        _keys = RoundKeys.Expand<TLanes>(key);
        _constants = GC.AllocateUninitializedArray<Vector128<byte>>(Ff1Layout.Rounds, pinned: true);
        for (int round = 0; round < _constants.Length; round++)
        {
            _constants[round] = Vector128.Create(roundConstant) ^ _keys[0] ^ Vector128<byte>.Zero.WithElement(12, (byte)round);
        }
    }

    public void Run(Span<long> values, bool forward)
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(IKeyedPermutation));
        Span<Vector128<long>> padded = stackalloc Vector128<long>[2 * Group];
        Span<long> rest = values[(values.Length & ~15)..];
        for (Span<Vector128<long>> whole = MemoryMarshal.Cast<long, Vector128<long>>(values[..^rest.Length]); whole.Length > 0; whole = whole[(2 * Group)..])
        {
            RunSixteen(ref MemoryMarshal.GetReference(whole), forward);
        }

        if (rest.Length > 0)
        {
            Span<long> copy = MemoryMarshal.Cast<Vector128<long>, long>(padded);
            rest.CopyTo(copy);
            RunSixteen(ref padded[0], forward);
            copy[..rest.Length].CopyTo(rest);
            CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(padded));
        }
    }

    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(_keys.AsSpan()));
        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(_constants.AsSpan()));
    }

    private void RunSixteen(ref Vector128<long> values, bool forward)
    {
        Span<Vector128<double>> halves = stackalloc Vector128<double>[4 * Group];
        ref Vector128<double> left = ref halves[0];
        ref Vector128<double> right = ref halves[2 * Group];
        Split(ref values, ref left, ref right);
        ref Vector128<byte> constants = ref MemoryMarshal.GetArrayDataReference(_constants);
        ref HalfRound half = ref MemoryMarshal.GetArrayDataReference(forward ? _forward : _backward);
        for (int step = 0; step < Ff1Layout.Rounds; step++)
        {
            int round = forward ? step : Ff1Layout.Rounds - 1 - step;
            int odd = round & 1;
            ref Vector128<double> source = ref Unsafe.Add(ref left, (1 - odd) * 2 * Group);
            ref Vector128<double> target = ref Unsafe.Add(ref left, odd * 2 * Group);
            ref HalfRound numbers = ref Unsafe.Add(ref half, odd);
            Vector128<byte> constant = Unsafe.Add(ref constants, round);
            RunGroup(ref source, ref target, constant, ref numbers);
            RunGroup(ref Unsafe.Add(ref source, Group), ref Unsafe.Add(ref target, Group), constant, ref numbers);
        }

        Join(ref values, ref left, ref right);
    }

    /// <summary>One half-round of eight numbers.</summary>
    private void RunGroup(ref Vector128<double> source, ref Vector128<double> target, Vector128<byte> constant, ref HalfRound numbers)
    {
        (Vector128<byte> s0, Vector128<byte> s1) = Blocks(source, constant);
        (Vector128<byte> s2, Vector128<byte> s3) = Blocks(Unsafe.Add(ref source, 1), constant);
        (Vector128<byte> s4, Vector128<byte> s5) = Blocks(Unsafe.Add(ref source, 2), constant);
        (Vector128<byte> s6, Vector128<byte> s7) = Blocks(Unsafe.Add(ref source, 3), constant);
        ref Vector128<byte> key = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_keys), 1);
        ref Vector128<byte> last = ref Unsafe.Add(ref key, _keys.Length - 2);
        for (; Unsafe.IsAddressLessThan(ref key, ref last); key = ref Unsafe.Add(ref key, 1))
        {
            s0 = TLanes.Round(s0, key);
            s1 = TLanes.Round(s1, key);
            s2 = TLanes.Round(s2, key);
            s3 = TLanes.Round(s3, key);
            s4 = TLanes.Round(s4, key);
            s5 = TLanes.Round(s5, key);
            s6 = TLanes.Round(s6, key);
            s7 = TLanes.Round(s7, key);
        }

        Add(TLanes.LastRound(s0, last), TLanes.LastRound(s1, last), ref target, ref numbers);
        Add(TLanes.LastRound(s2, last), TLanes.LastRound(s3, last), ref Unsafe.Add(ref target, 1), ref numbers);
        Add(TLanes.LastRound(s4, last), TLanes.LastRound(s5, last), ref Unsafe.Add(ref target, 2), ref numbers);
        Add(TLanes.LastRound(s6, last), TLanes.LastRound(s7, last), ref Unsafe.Add(ref target, 3), ref numbers);
    }

    /// <summary>Puts both halves, as three big-endian bytes, at the end of a block each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<byte> First, Vector128<byte> Second) Blocks(Vector128<double> halves, Vector128<byte> constant)
    {
        const byte No = 0x80;
        Vector128<byte> bytes = (halves + Vector128.Create(TwoTo52)).AsByte();
        Vector128<byte> first = Vector128.Create(No, No, No, No, No, No, No, No, No, No, No, No, No, 2, 1, 0);
        Vector128<byte> second = Vector128.Create(No, No, No, No, No, No, No, No, No, No, No, No, No, 10, 9, 8);
        return (TLanes.Shuffle(bytes, first) ^ constant, TLanes.Shuffle(bytes, second) ^ constant);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector128<byte> first, Vector128<byte> second, ref Vector128<double> target, ref HalfRound numbers)
    {
        const byte No = 0x80;
        Vector128<byte> y = TLanes.JoinLow(first, second).AsByte();
        Vector128<double> high = ToDouble(TLanes.Shuffle(y, Vector128.Create(3, 2, 1, 0, No, No, No, No, 11, 10, 9, 8, No, No, No, No)).AsInt64());
        Vector128<double> low = ToDouble(TLanes.Shuffle(y, Vector128.Create(7, 6, 5, 4, No, No, No, No, 15, 14, 13, 12, No, No, No, No)).AsInt64());
        Vector128<double> sum = Vector128.FusedMultiplyAdd(low, numbers.Sign, target);
        sum = Vector128.FusedMultiplyAdd(high, numbers.SignedHighFactor, sum);
        Vector128<double> quotient = Vector128.Floor(sum * numbers.Inverse);
        target = Correct(Vector128.FusedMultiplyAdd(-quotient, numbers.Modulus, sum), numbers.Modulus);
    }

    /// <summary>A remainder below twice the modulus, made less than the modulus.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Correct(Vector128<double> remainder, Vector128<double> modulus) =>
        remainder - (Vector128.GreaterThanOrEqual(remainder, modulus) & modulus);

    /// <summary>Exact for 0 to 2^52 − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ToDouble(Vector128<long> value) => (value | Vector128.Create(TwoTo52).AsInt64()).AsDouble() - Vector128.Create(TwoTo52);

    private static void Split(ref Vector128<long> values, ref Vector128<double> left, ref Vector128<double> right)
    {
        Vector128<double> modulus = Vector128.Create(1_000_000.0);
        for (int i = 0; i < 2 * Group; i++)
        {
            Vector128<double> value = ToDouble(Unsafe.Add(ref values, i));
            Vector128<double> quotient = Vector128.Floor(value * Vector128.Create((1.0 - Math.ScaleB(1, -50)) / 1_000_000));
            Vector128<double> remainder = Vector128.FusedMultiplyAdd(-quotient, modulus, value);
            Vector128<double> carry = Vector128.GreaterThanOrEqual(remainder, modulus);
            Unsafe.Add(ref right, i) = remainder - (carry & modulus);
            Unsafe.Add(ref left, i) = quotient + (carry & Vector128.Create(1.0));
        }
    }

    private static void Join(ref Vector128<long> values, ref Vector128<double> left, ref Vector128<double> right)
    {
        for (int i = 0; i < 2 * Group; i++)
        {
            Vector128<double> value = Vector128.FusedMultiplyAdd(Unsafe.Add(ref left, i), Vector128.Create(1_000_000.0), Unsafe.Add(ref right, i));
            Unsafe.Add(ref values, i) = (value + Vector128.Create(TwoTo52)).AsInt64() ^ Vector128.Create(TwoTo52).AsInt64();
        }
    }
}
