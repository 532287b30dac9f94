using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MyNumber.Linkage.Merkle;

/// <summary>The compression function of SHA-256 (FIPS 180-4 section 6.2.2) over several messages in step.</summary>
/// <remarks>Word <c>t</c> of lane <c>i</c> stands at <c>t * Lanes + i</c>, in blocks and in states.</remarks>
/// <typeparam name="TOps">The operations.</typeparam>
/// <typeparam name="TWords">A vector of words.</typeparam>
internal static class Sha256Kernel<TOps, TWords>
    where TOps : struct, ILaneWords<TWords>
    where TWords : struct
{
    /// <summary>Words of a schedule, for one lane.</summary>
    public const int Rounds = 64;

    private const int BlockWords = 16;

    /// <summary>Sets states to the initial value.</summary>
    public static void Start(Span<uint> state)
    {
        for (int i = 0; i < Sha256Constants.Initial.Length; i++)
        {
            state.Slice(i * TOps.Lanes, TOps.Lanes).Fill(Sha256Constants.Initial[i]);
        }
    }

    /// <summary>Takes one block of each message into its state; the schedule is room for 64 words of each lane.</summary>
    public static void Compress(Span<uint> state, ReadOnlySpan<uint> block, Span<uint> schedule)
    {
        ref uint words = ref MemoryMarshal.GetReference(schedule[..(Rounds * TOps.Lanes)]);
        Expand(block, ref words);
        ref uint kept = ref MemoryMarshal.GetReference(state[..(8 * TOps.Lanes)]);
        TWords a = At(ref kept, 0), b = At(ref kept, 1), c = At(ref kept, 2), d = At(ref kept, 3);
        TWords e = At(ref kept, 4), f = At(ref kept, 5), g = At(ref kept, 6), h = At(ref kept, 7);
        for (int t = 0; t < Rounds; t += 8)
        {
            Round(a, b, c, ref d, e, f, g, ref h, At(ref words, t));
            Round(h, a, b, ref c, d, e, f, ref g, At(ref words, t + 1));
            Round(g, h, a, ref b, c, d, e, ref f, At(ref words, t + 2));
            Round(f, g, h, ref a, b, c, d, ref e, At(ref words, t + 3));
            Round(e, f, g, ref h, a, b, c, ref d, At(ref words, t + 4));
            Round(d, e, f, ref g, h, a, b, ref c, At(ref words, t + 5));
            Round(c, d, e, ref f, g, h, a, ref b, At(ref words, t + 6));
            Round(b, c, d, ref e, f, g, h, ref a, At(ref words, t + 7));
        }

        Keep(ref kept, 0, a);
        Keep(ref kept, 1, b);
        Keep(ref kept, 2, c);
        Keep(ref kept, 3, d);
        Keep(ref kept, 4, e);
        Keep(ref kept, 5, f);
        Keep(ref kept, 6, g);
        Keep(ref kept, 7, h);
    }

    /// <summary>The message schedule, with the constant of each round added.</summary>
    private static void Expand(ReadOnlySpan<uint> block, ref uint words)
    {
        block[..(BlockWords * TOps.Lanes)].CopyTo(MemoryMarshal.CreateSpan(ref words, BlockWords * TOps.Lanes));
        for (int t = BlockWords; t < Rounds; t++)
        {
            TWords near = At(ref words, t - 2);
            TWords far = At(ref words, t - 15);
            TWords next = TOps.Xor(TOps.RotateRight(near, 17), TOps.RotateRight(near, 19), TOps.ShiftRight(near, 10));
            TWords past = TOps.Xor(TOps.RotateRight(far, 7), TOps.RotateRight(far, 18), TOps.ShiftRight(far, 3));
            Put(ref words, t, TOps.Add(TOps.Add(next, At(ref words, t - 7)), TOps.Add(past, At(ref words, t - 16))));
        }

        for (int t = 0; t < Rounds; t++)
        {
            Put(ref words, t, TOps.Add(At(ref words, t), TOps.All(Sha256Constants.Rounds[t])));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(TWords a, TWords b, TWords c, ref TWords d, TWords e, TWords f, TWords g, ref TWords h, TWords word)
    {
        TWords first = TOps.Xor(TOps.RotateRight(e, 6), TOps.RotateRight(e, 11), TOps.RotateRight(e, 25));
        first = TOps.Add(TOps.Add(TOps.Add(h, word), TOps.Choose(e, f, g)), first);
        TWords second = TOps.Xor(TOps.RotateRight(a, 2), TOps.RotateRight(a, 13), TOps.RotateRight(a, 22));
        d = TOps.Add(d, first);
        h = TOps.Add(TOps.Add(first, TOps.Majority(a, b, c)), second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TWords At(ref uint words, int index) => TOps.Load(ref Unsafe.Add(ref words, index * TOps.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(ref uint words, int index, TWords value) => TOps.Store(value, ref Unsafe.Add(ref words, index * TOps.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Keep(ref uint state, int index, TWords value) => Put(ref state, index, TOps.Add(value, At(ref state, index)));
}
