using System.Buffers.Binary;
using System.Diagnostics;
using MyNumber.Jpki.Revocation.Crl;

namespace MyNumber.Benchmarks.Jpki.Lists;

/// <summary>Lookups at random places of one loaded list, so that memory is not warm.</summary>
internal static class ListLookups
{
    private const int Count = 2_000_000, Rounds = 5;

    public static string Measure(CrlIndex index, int entries)
    {
        byte[] present = Serials(i => LargeList.SerialAt((int)((uint)i * 2_654_435_761L % entries)));
        byte[] absent = Serials(i => LargeList.SerialAt((int)((uint)i * 2_654_435_761L % entries)) ^ 0x2000_0000 ^ 0x5555);
        return $"{Best(index, present):N0} ns for a listed serial, {Best(index, absent):N0} ns for others ({Count:N0} serials in no order, best of {Rounds})";
    }

    private static double Best(CrlIndex index, byte[] serials)
    {
        double best = double.MaxValue;
        int found = 0;
        for (int round = 0; round < Rounds; round++)
        {
            Stopwatch clock = Stopwatch.StartNew();
            for (int at = 0; at < serials.Length; at += 4)
            {
                found += index.Find(serials.AsSpan(at, 4)) is null ? 0 : 1;
            }

            best = Math.Min(best, clock.Elapsed.TotalNanoseconds / Count);
        }

        GC.KeepAlive(found);
        return best;
    }

    private static byte[] Serials(Func<int, uint> serial)
    {
        byte[] serials = new byte[4 * Count];
        for (int i = 0; i < Count; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(serials.AsSpan(4 * i), serial(i));
        }

        return serials;
    }
}
