using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using X86Aes = System.Runtime.Intrinsics.X86.Aes;

namespace MyNumber.Numbering.Permutations;

/// <summary>AES-NI with SSSE3 shuffles and fused multiply-add.</summary>
internal readonly struct X86LaneInstructions : ILaneInstructions
{
    public static bool IsSupported => X86Aes.IsSupported && Avx.IsSupported && Fma.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Round(Vector128<byte> state, Vector128<byte> key) => X86Aes.Encrypt(state, key);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> LastRound(Vector128<byte> state, Vector128<byte> key) => X86Aes.EncryptLast(state, key);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> JoinLow(Vector128<byte> first, Vector128<byte> second) => Sse2.UnpackLow(first.AsUInt64(), second.AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Shuffle(Vector128<byte> source, Vector128<byte> indices) => Ssse3.Shuffle(source, indices);
}
