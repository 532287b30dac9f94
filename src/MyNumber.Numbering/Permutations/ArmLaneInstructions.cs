using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using ArmAes = System.Runtime.Intrinsics.Arm.Aes;

namespace MyNumber.Numbering.Permutations;

/// <summary>The Armv8 cryptography extension, where the key goes in before SubBytes and MixColumns is an instruction of its own. Compiled, not run by our tests yet.</summary>
internal readonly struct ArmLaneInstructions : ILaneInstructions
{
    public static bool IsSupported => ArmAes.IsSupported && AdvSimd.Arm64.IsSupported && BitConverter.IsLittleEndian;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Round(Vector128<byte> state, Vector128<byte> key) => ArmAes.MixColumns(ArmAes.Encrypt(state, Vector128<byte>.Zero)) ^ key;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> LastRound(Vector128<byte> state, Vector128<byte> key) => ArmAes.Encrypt(state, Vector128<byte>.Zero) ^ key;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> JoinLow(Vector128<byte> first, Vector128<byte> second) => AdvSimd.Arm64.ZipLow(first.AsUInt64(), second.AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Shuffle(Vector128<byte> source, Vector128<byte> indices) => AdvSimd.Arm64.VectorTableLookup(source, indices);
}
