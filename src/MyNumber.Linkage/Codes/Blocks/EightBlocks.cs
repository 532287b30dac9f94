using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MyNumber.Linkage.Codes.Blocks;

/// <summary>Eight blocks in flight, so that the latency of one AES instruction is filled by the other seven.</summary>
internal static class EightBlocks<TAes>
    where TAes : struct, IAesInstructions
{
    public const int Count = 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Encrypt(ref Vector128<byte> a, ref Vector128<byte> b, ref Vector128<byte> c, ref Vector128<byte> d,
        ref Vector128<byte> e, ref Vector128<byte> f, ref Vector128<byte> g, ref Vector128<byte> h, ref Vector128<byte> keys)
    {
        for (int round = 1; round < AesSchedule.Rounds; round++)
        {
            Vector128<byte> key = Unsafe.Add(ref keys, round);
            (a, b, c, d) = (TAes.Round(a, key), TAes.Round(b, key), TAes.Round(c, key), TAes.Round(d, key));
            (e, f, g, h) = (TAes.Round(e, key), TAes.Round(f, key), TAes.Round(g, key), TAes.Round(h, key));
        }

        Vector128<byte> last = Unsafe.Add(ref keys, AesSchedule.Rounds);
        (a, b, c, d) = (TAes.LastRound(a, last), TAes.LastRound(b, last), TAes.LastRound(c, last), TAes.LastRound(d, last));
        (e, f, g, h) = (TAes.LastRound(e, last), TAes.LastRound(f, last), TAes.LastRound(g, last), TAes.LastRound(h, last));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Decrypt(ref Vector128<byte> a, ref Vector128<byte> b, ref Vector128<byte> c, ref Vector128<byte> d,
        ref Vector128<byte> e, ref Vector128<byte> f, ref Vector128<byte> g, ref Vector128<byte> h, ref Vector128<byte> keys)
    {
        for (int round = 1; round < AesSchedule.Rounds; round++)
        {
            Vector128<byte> key = Unsafe.Add(ref keys, round);
            (a, b, c, d) = (TAes.InverseRound(a, key), TAes.InverseRound(b, key), TAes.InverseRound(c, key), TAes.InverseRound(d, key));
            (e, f, g, h) = (TAes.InverseRound(e, key), TAes.InverseRound(f, key), TAes.InverseRound(g, key), TAes.InverseRound(h, key));
        }

        Vector128<byte> last = Unsafe.Add(ref keys, AesSchedule.Rounds);
        (a, b, c, d) = (TAes.InverseLastRound(a, last), TAes.InverseLastRound(b, last), TAes.InverseLastRound(c, last), TAes.InverseLastRound(d, last));
        (e, f, g, h) = (TAes.InverseLastRound(e, last), TAes.InverseLastRound(f, last), TAes.InverseLastRound(g, last), TAes.InverseLastRound(h, last));
    }
}
