using System.Buffers.Binary;
using System.Runtime.Intrinsics;

namespace MyNumber.Numbering.Permutations;

/// <summary>The AES key expansion (FIPS 197, 5.2), with SubBytes by the processor so that no table is read at a secret place.</summary>
internal static class RoundKeys
{
    /// <summary>Expands a key of 16, 24 or 32 bytes into 11, 13 or 15 round keys in pinned memory, which the caller zeroes.</summary>
    public static Vector128<byte>[] Expand<TLanes>(ReadOnlySpan<byte> key)
        where TLanes : ILaneInstructions
    {
        int keyWords = key.Length / 4;
        Vector128<byte>[] schedule = GC.AllocateUninitializedArray<Vector128<byte>>(keyWords + 7, pinned: true);
        Span<byte> bytes = System.Runtime.InteropServices.MemoryMarshal.AsBytes(schedule.AsSpan());
        key.CopyTo(bytes);
        uint roundConstant = 1;
        for (int i = keyWords; i < schedule.Length * 4; i++)
        {
            uint word = BinaryPrimitives.ReadUInt32LittleEndian(bytes[((i - 1) * 4)..]);
            if (i % keyWords == 0)
            {
                word = SubWord<TLanes>(uint.RotateRight(word, 8)) ^ roundConstant;
                roundConstant = (roundConstant << 1) ^ (roundConstant >> 7) * 0x11B;
            }
            else if (keyWords == 8 && i % 8 == 4)
            {
                word = SubWord<TLanes>(word);
            }

            word ^= BinaryPrimitives.ReadUInt32LittleEndian(bytes[((i - keyWords) * 4)..]);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[(i * 4)..], word);
        }

        return schedule;
    }

    /// <summary>ShiftRows changes nothing where all four columns are equal, so the last round with a zero key is SubBytes.</summary>
    private static uint SubWord<TLanes>(uint word)
        where TLanes : ILaneInstructions
        => TLanes.LastRound(Vector128.Create(word).AsByte(), Vector128<byte>.Zero).AsUInt32().ToScalar();
}
