using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace MyNumber.Linkage.Codes.Blocks;

/// <summary>The fifteen round keys of AES-256 for each direction, in pinned memory (FIPS 197, 5.2 and 5.3.5). SubBytes is done by the processor, so that no table is read at a secret place.</summary>
internal static class AesSchedule
{
    public const int Rounds = 14;

    private const int KeyWords = 8;

    /// <summary>Expands a key of 32 bytes.</summary>
    public static Vector128<byte>[] Expand<TAes>(ReadOnlySpan<byte> key)
        where TAes : struct, IAesInstructions
    {
        Vector128<byte>[] keys = GC.AllocateUninitializedArray<Vector128<byte>>(Rounds + 1, pinned: true);
        Span<byte> bytes = MemoryMarshal.AsBytes(keys.AsSpan());
        key.CopyTo(bytes);
        uint constant = 1;
        for (int i = KeyWords; i < keys.Length * 4; i++)
        {
            uint word = BinaryPrimitives.ReadUInt32LittleEndian(bytes[((i - 1) * 4)..]);
            if (i % KeyWords == 0)
            {
                word = SubWord<TAes>(uint.RotateRight(word, 8)) ^ constant;
                constant <<= 1;
            }
            else if (i % KeyWords == 4)
            {
                word = SubWord<TAes>(word);
            }

            word ^= BinaryPrimitives.ReadUInt32LittleEndian(bytes[((i - KeyWords) * 4)..]);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[(i * 4)..], word);
        }

        return keys;
    }

    /// <summary>Turns the round keys of encryption into those of the equivalent inverse cipher.</summary>
    public static Vector128<byte>[] Invert<TAes>(Vector128<byte>[] keys)
        where TAes : struct, IAesInstructions
    {
        Vector128<byte>[] inverse = GC.AllocateUninitializedArray<Vector128<byte>>(Rounds + 1, pinned: true);
        (inverse[0], inverse[Rounds]) = (keys[Rounds], keys[0]);
        for (int round = 1; round < Rounds; round++)
        {
            inverse[round] = TAes.InverseMixColumns(keys[Rounds - round]);
        }

        return inverse;
    }

    public static void Clear(Vector128<byte>[] keys) => CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(keys.AsSpan()));

    /// <summary>ShiftRows changes nothing where all four columns are equal, so the last round with a zero key is SubBytes.</summary>
    private static uint SubWord<TAes>(uint word)
        where TAes : struct, IAesInstructions
        => TAes.LastRound(Vector128.Create(word).AsByte(), Vector128<byte>.Zero).AsUInt32().ToScalar();
}
