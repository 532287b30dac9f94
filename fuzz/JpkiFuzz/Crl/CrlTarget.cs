using MyNumber.CardFuzz;
using MyNumber.Jpki;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.Testing;
using static MyNumber.JpkiFuzz.Rule;

namespace MyNumber.JpkiFuzz.Crl;

/// <summary>Damaged lists by three roads: from memory, every entry by the strict reader alone, and by a stream in small pieces. All give one answer and one index, nothing throws, and nothing holds whose signed bytes nobody signed.</summary>
public sealed class CrlTarget : CountingTarget
{
    private const int SignOnceIn = 64;
    private const long MemoryCeiling = 64 << 20; // allocated for one input by all roads; lists here are under 64 KiB

    private readonly CrlStore _store = new(new ManualTimeProvider(CrlSeeds.Now));

    public override string Name => "crl";

    public override void Run(ulong seed, long count)
    {
        FuzzRandom random = new(seed);
        using CrlSeeds seeds = new();
        byte[][] lists = [.. seeds.ToBeSigned.Select(part => seeds.Sign(part))];
        HashSet<string> signed = [.. lists.Select(Convert.ToHexString)];
        Repeat(count, () =>
        {
            bool isSigned = random.OneIn(SignOnceIn);
            byte[] made = isSigned ? seeds.Sign(Restructure(random, random.Pick(seeds.ToBeSigned), random.Pick(lists))) : Damage(random, lists);
            string kind = Judge(made, input => Judge(random, seeds, input, isSigned || signed.Contains(Convert.ToHexString(input))));
            return (isSigned ? "signed: " : "damaged: ") + kind;
        });
    }

    private static byte[] Damage(FuzzRandom random, byte[][] lists) => Mutations.Damage(random, random.Pick(lists), random.Pick(lists));

    // Puts an entry of the same length in place of another, or damages freely. Lengths of what is around stay right in the first case.
    private static byte[] Restructure(FuzzRandom random, byte[] part, byte[] other)
    {
        byte[] entry = random.OneIn(2) ? CrlEntries.Make(random) : CrlEntries.MakeWrong(random);
        List<int> places = [.. Enumerable.Range(0, Math.Max(0, part.Length - entry.Length)).Where(i => part[i] == 0x30 && part[i + 1] == entry.Length - 2 && part[i + 2] == 0x02)];
        if (places.Count == 0 || random.OneIn(4))
        {
            return Mutations.Damage(random, part, other);
        }

        byte[] changed = [.. part];
        entry.CopyTo(changed, places[random.Below(places.Count)]);
        return changed;
    }

    private string Judge(FuzzRandom random, CrlSeeds seeds, byte[] input, bool wasSigned)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        CrlAddition memory = _store.Read(input, seeds.Anchors);
        CrlIndex? strict = StrictList.Read(input, seeds.Anchors, out bool isRefusedAtHead);
        CrlAddition stream = _store.ReadAsync(new MemoryStream(input), seeds.Anchors, 2048 + random.Below(512), default).GetAwaiter().GetResult();
        Demand(GC.GetAllocatedBytesForCurrentThread() - before <= MemoryCeiling, "too much memory", input);
        Demand(memory.Reason == stream.Reason, $"the roads differ: {memory.Reason}, {stream.Reason}", input);
        Demand(isRefusedAtHead || (memory.Reason == VerificationReason.StatusMalformed) == strict is null, $"the strict reader differs: {memory.Reason}", input);
        Demand(memory.Reason != VerificationReason.None || wasSigned, "a list that nobody signed holds", input);
        if (memory.List is { } list)
        {
            Demand(list.Index.HasSameEntries(strict!) && Same(list, stream.List!), "the roads make different indexes", input);
        }

        return memory.Reason.ToString();
    }

    private static bool Same(CrlList left, CrlList right) =>
        left.Sha256.Span.SequenceEqual(right.Sha256.Span) && left.Number.Span.SequenceEqual(right.Number.Span) && left.Index.HasSameEntries(right.Index);
}
