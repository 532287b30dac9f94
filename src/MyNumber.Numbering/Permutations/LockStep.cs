using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MyNumber.Numbering.Permutations;

/// <summary>FF1 over machine integers, a chunk at a time: every round is one EncryptEcb over one block for each integer.</summary>
internal sealed class LockStep : IDisposable
{
    private const int Chunk = 4096;

    private readonly byte[] _constant;
    private readonly ulong _leftModulus;
    private readonly ulong _rightModulus;
    private readonly int _halfBytes;
    private readonly int _outputBytes;

    /// <summary>Takes the round constant over.</summary>
    public LockStep(in Ff1Layout layout, byte[] constant)
    {
        _constant = constant;
        _leftModulus = (ulong)layout.LeftModulus;
        _rightModulus = (ulong)layout.RightModulus;
        _halfBytes = layout.HalfBytes;
        _outputBytes = layout.OutputBytes;
    }

    public void Run(Aes aes, Span<long> values, bool forward)
    {
        int chunk = Math.Min(Chunk, values.Length);
        byte[] blocks = ArrayPool<byte>.Shared.Rent(chunk * Ff1Layout.BlockLength);
        ulong[] left = ArrayPool<ulong>.Shared.Rent(chunk);
        ulong[] right = ArrayPool<ulong>.Shared.Rent(chunk);
        try
        {
            for (; values.Length > 0; values = values[Math.Min(chunk, values.Length)..])
            {
                int count = Math.Min(chunk, values.Length);
                RunChunk(aes, values[..count], blocks.AsSpan(0, count * Ff1Layout.BlockLength), left.AsSpan(0, count), right.AsSpan(0, count), forward);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(blocks, clearArray: true);
            ArrayPool<ulong>.Shared.Return(left, clearArray: true);
            ArrayPool<ulong>.Shared.Return(right, clearArray: true);
        }
    }

    /// <summary>Zeroes the round constant.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_constant);

    private void RunChunk(Aes aes, Span<long> values, Span<byte> blocks, Span<ulong> left, Span<ulong> right, bool forward)
    {
        for (int i = 0; i < values.Length; i++)
        {
            (left[i], right[i]) = Math.DivRem((ulong)values[i], _rightModulus);
        }

        for (int step = 0; step < Ff1Layout.Rounds; step++)
        {
            int round = forward ? step : Ff1Layout.Rounds - 1 - step;
            bool even = (round & 1) == 0;
            Fill(blocks, even ? right : left, round);
            aes.EncryptEcb(blocks, blocks, PaddingMode.None);
            Add(blocks, even ? left : right, even ? _leftModulus : _rightModulus, forward);
        }

        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (long)((left[i] * _rightModulus) + right[i]);
        }
    }

    /// <summary>The half lies in the last bytes, the round index before it; half and index are at most seven bytes together.</summary>
    private void Fill(Span<byte> blocks, ReadOnlySpan<ulong> halves, int round)
    {
        ulong high = BinaryPrimitives.ReadUInt64LittleEndian(_constant);
        ulong low = BinaryPrimitives.ReadUInt64BigEndian(_constant.AsSpan(8)) ^ ((ulong)round << (8 * _halfBytes));
        foreach (ulong half in halves)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(blocks, high);
            BinaryPrimitives.WriteUInt64BigEndian(blocks[8..], low ^ half);
            blocks = blocks[Ff1Layout.BlockLength..];
        }
    }

    private void Add(ReadOnlySpan<byte> blocks, Span<ulong> halves, ulong modulus, bool forward)
    {
        foreach (ref ulong half in halves)
        {
            ulong y = Reduce(blocks, modulus);
            ulong sum = forward ? half + y : half + modulus - y;
            half = sum - (modulus & unchecked(0 - Convert.ToUInt64(sum >= modulus)));
            blocks = blocks[Ff1Layout.BlockLength..];
        }
    }

    /// <summary>The first d bytes, 8 or 12 of them, as an integer modulo the modulus.</summary>
    private ulong Reduce(ReadOnlySpan<byte> output, ulong modulus)
    {
        ulong first = BinaryPrimitives.ReadUInt64BigEndian(output) % modulus;
        return _outputBytes == 8 ? first : (ulong)((((UInt128)first << 32) | BinaryPrimitives.ReadUInt32BigEndian(output[8..])) % modulus);
    }
}
