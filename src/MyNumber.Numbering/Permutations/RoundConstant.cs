using System.Security.Cryptography;

namespace MyNumber.Numbering.Permutations;

/// <summary>What AES is applied to in a round, but for round index and half: under a fixed tweak, P and all blocks of Q before the last are chained once.</summary>
internal static class RoundConstant
{
    /// <summary>Gives E(…E(P)…) ⊕ the last block of Q with index and half zero. Secret: it depends on the key.</summary>
    public static byte[] Create(Aes aes, in Ff1Layout layout, ReadOnlySpan<byte> tweak)
    {
        byte[] input = new byte[layout.InputLength(tweak.Length)];
        layout.WriteConstant(input, tweak);
        int last = input.Length - Ff1Layout.BlockLength;
        byte[] chained = new byte[last];
        aes.EncryptCbc(input.AsSpan(0, last), stackalloc byte[Ff1Layout.BlockLength], chained, PaddingMode.None);
        byte[] constant = GC.AllocateUninitializedArray<byte>(Ff1Layout.BlockLength, pinned: true);
        for (int i = 0; i < constant.Length; i++)
        {
            constant[i] = (byte)(input[last + i] ^ chained[last - Ff1Layout.BlockLength + i]);
        }

        CryptographicOperations.ZeroMemory(chained);
        return constant;
    }
}
