using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Tests.Revocation.Lab;

namespace MyNumber.Jpki.Tests.Revocation.Crl;

/// <summary>The index against a dictionary, over serials of every length, times in and out of the packed range, every reason.</summary>
public sealed class CrlIndexTests
{
    private static readonly DateTimeOffset ThisUpdate = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly int?[] Reasons = [null, 0, 1, 2, 3, 4, 5, 6, 9, 10];

    [Fact]
    public void Lookup_equals_a_dictionary()
    {
        Gen<BigInteger> serial = Gen.OneOf(
            Gen.Choose(0, 300).Select(n => new BigInteger(n)),
            Gen.Choose(int.MinValue, int.MaxValue).Select(n => new BigInteger(unchecked((uint)n))),
            Gen.Choose(-5, 5).Select(n => (BigInteger.One << 32) + n),
            Gen.Choose(0, 255).ArrayOf(20).Select(octets => new BigInteger([.. octets.Select(o => (byte)o)])),
            Gen.Choose(-300, -1).Select(n => new BigInteger(n)));
        Gen<long> age = Gen.OneOf(Gen.Choose(0, 100_000_000).Select(n => (long)n), Gen.Choose(-10, 10).Select(n => (1L << 28) + n), Gen.Choose(-1000, -1).Select(n => (long)n));
        Gen<(BigInteger Serial, long Age, int? Reason)> entry = serial.SelectMany(s => age.SelectMany(a => Gen.Elements(Reasons).Select(r => (s, a, r))));
        Prop.ForAll(entry.ListOf().ToArbitrary(), entries => Agrees([.. entries.DistinctBy(e => e.Serial)])).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("none", 0)]
    [InlineData("one", 1)]
    [InlineData("many", 20_000)]
    public void Every_listed_serial_is_found_and_its_neighbours_are_not(string description, int count)
    {
        (BigInteger, long, int?)[] entries = [.. Enumerable.Range(0, count).Select(i => (new BigInteger((i * 214_748L) + 1), (long)i, Reasons[i % Reasons.Length]))];
        Agrees(entries).ShouldBeTrue(description);
    }

    public static TheoryData<string, string> WrongEntries => new()
    {
        { "serial with a needless zero", "3014 0203000001 170D3236303630313030303030305A" },
        { "serial of no octets", "3011 0200 170D3236303630313030303030305A" },
        { "entry longer than the list", "3013 020101 170D3236303630313030303030305A" },
        { "length not in its shortest form", "308112 020101 170D3236303630313030303030305A" },
        { "no time", "3003 020101" },
        { "criticality FALSE written out", "3023 020101 170D3236303630313030303030305A 300F 300D 0603551D15 010100 04030A0101" },
        { "reason of two octets", "3021 020101 170D3236303630313030303030305A 300D 300B 0603551D15 04040A020001" },
        { "bytes after the extensions", "3022 020101 170D3236303630313030303030305A 300C 300A 0603551D15 04030A0101 0500" },
    };

    [Theory]
    [MemberData(nameof(WrongEntries))]
    public void Wrong_entry_is_a_flaw(string description, string hex)
    {
        byte[] entry = Convert.FromHexString(hex.Replace(" ", string.Empty, StringComparison.Ordinal));
        Should.Throw<AsnContentException>(() => Build(entry), description);
        Should.Throw<AsnContentException>(() => StrictList.Index(entry, ThisUpdate), description);
    }

    /// <summary>A guess by proportion is far off in such a slot: from below, from above, or both.</summary>
    [Theory]
    [InlineData("the crowd at the slot's low end", 0)]
    [InlineData("at its high end", 1)]
    [InlineData("in its middle", 2)]
    [InlineData("half at each end", 3)]
    public void Every_serial_of_a_crowded_slot_is_found_and_its_neighbours_are_not(string description, int place)
    {
        const int Count = 100_000;
        const uint Slot = 1 << 19, Start = 1 + (5 * Slot), End = Start + Slot - 1; // 2^13 slots over 32 bits, counted from the least serial
        IEnumerable<uint> Run(uint first, int count) => Enumerable.Range(0, count).Select(i => first + (2 * (uint)i));
        uint[] crowd =
        [
            .. place switch
            {
                0 => Run(Start, Count),
                1 => Run(End - (2 * (Count - 1)), Count),
                2 => Run(Start + (Slot / 2) - Count, Count),
                _ => Run(Start, Count / 2).Concat(Run(End - Count + 2, Count / 2)),
            },
        ];
        CrlWords words = new(40 * Count);
        foreach (uint serial in (uint[])[1, .. crowd, uint.MaxValue - 1])
        {
            CrlIndex.TryPack(serial, new CrlEntry(ThisUpdate.ToUnixTimeSeconds() - 1, 4), ThisUpdate.ToUnixTimeSeconds(), out ulong word).ShouldBeTrue();
            words.Add(word);
        }

        CrlIndex index = new(words.Sort(), new CrlSideTable.Builder().Build(), ThisUpdate.ToUnixTimeSeconds());
        HashSet<uint> listed = [.. crowd];
        uint wrong = crowd.SelectMany(serial => new[] { serial - 1, serial, serial + 1 }).Append(Start).Append(End).FirstOrDefault(serial => Finds(index, serial) != listed.Contains(serial));
        wrong.ShouldBe(0u, description);
        (Finds(index, 1), Finds(index, uint.MaxValue - 1), Finds(index, 2), Finds(index, uint.MaxValue)).ShouldBe((true, true, false, false), description);
    }

    private static bool Finds(CrlIndex index, uint serial)
    {
        byte[] octets = new byte[5];
        BinaryPrimitives.WriteUInt32BigEndian(octets.AsSpan(1), serial);
        return index.Find(octets) is not null;
    }

    private static CrlIndex Build(byte[] entries)
    {
        CrlEntryCollector collector = new(ThisUpdate, entries.Length, CrlStore.DefaultUnusualEntries);
        collector.Read(entries, isLast: true).ShouldBe(entries.Length);
        return collector.BuildIndex();
    }

    private static bool Agrees((BigInteger Serial, long Age, int? Reason)[] entries)
    {
        byte[] encoded = Encode(entries);
        return Agrees(Build(encoded), entries) && Agrees(StrictList.Index(encoded, ThisUpdate), entries);
    }

    private static bool Agrees(CrlIndex index, (BigInteger Serial, long Age, int? Reason)[] entries)
    {
        Dictionary<BigInteger, CrlEntry> dictionary = entries.ToDictionary(
            e => e.Serial, e => new CrlEntry(ThisUpdate.ToUnixTimeSeconds() - e.Age, (byte)(e.Reason ?? CrlEntry.NoReason)));
        return index.Count == entries.Length
            && entries.SelectMany(e => new[] { e.Serial - 1, e.Serial, e.Serial + 1, -e.Serial, e.Serial + (BigInteger.One << 32) })
                .All(serial => index.Find(serial.ToByteArray(isBigEndian: true)) == (dictionary.TryGetValue(serial, out CrlEntry entry) ? entry : null));
    }

    private static byte[] Encode((BigInteger Serial, long Age, int? Reason)[] entries)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        foreach ((BigInteger serial, long age, int? reason) in entries)
        {
            using (writer.PushSequence())
            {
                writer.WriteInteger(serial);
                writer.WriteUtcTime(ThisUpdate.AddSeconds(-age));
                if (reason is { } number)
                {
                    writer.WriteEncodedValue([0x30, 0x0C, 0x30, 0x0A, 0x06, 0x03, 0x55, 0x1D, 0x15, 0x04, 0x03, 0x0A, 0x01, (byte)number]);
                }
            }
        }

        return writer.Encode();
    }
}
