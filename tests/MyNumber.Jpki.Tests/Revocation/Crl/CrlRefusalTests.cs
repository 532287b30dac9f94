using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Revocation.Crl;

public sealed class CrlRefusalTests
{
    private static readonly (byte[], DateTimeOffset, int?)[] OneEntry = [(StatusLab.Serial, StatusLab.Now.AddDays(-1), 6)];
    private static readonly TrustAnchorSet FirstOnly = StatusLab.SetOf(StatusLab.Anchor);

    public static TheoryData<string, VerificationReason, byte[]> Refused => new()
    {
        { "another authority", VerificationReason.IssuerUnknown, new LabList { Issuer = StatusLab.StrangeAnchor }.Encode() },
        { "a generation that is not pinned", VerificationReason.IssuerGenerationUnknown, new LabList { Issuer = StatusLab.SecondAnchor }.Encode() },
        { "signed by the other generation", VerificationReason.StatusSignatureInvalid, new LabList { SignerKey = 1 }.Encode() },
        { "no key identifier, signed by the other generation", VerificationReason.StatusSignatureInvalid, new LabList { SignerKey = 1, HasKeyIdentifier = false }.Encode() },
        { "critical extension nobody knows", VerificationReason.UnrecognisedCriticalExtension, new LabList { Extension = ("2.25.9", true, [0x05, 0x00]) }.Encode() },
        { "delta list that does not mark itself critical", VerificationReason.StatusOutOfScope, new LabList { Extension = ("2.5.29.27", false, [0x02, 0x01, 0x01]) }.Encode() },
        { "delta list of a partition", VerificationReason.StatusOutOfScope, new LabList { DistributionPoint = LabList.Scope(StatusLab.Partition), Extension = ("2.5.29.27", false, [0x02, 0x01, 0x01]) }.Encode() },
        { "entry removed from the list", VerificationReason.StatusMalformed, new LabList { Entries = [(StatusLab.Serial, StatusLab.Now, 8)] }.Encode() },
        { "delta list", VerificationReason.StatusOutOfScope, new LabList { Extension = ("2.5.29.27", true, [0x02, 0x01, 0x01]) }.Encode() },
        { "entry of another issuer", VerificationReason.UnrecognisedCriticalExtension, new LabList { Entries = OneEntry, EntryExtension = ("2.5.29.29", true, [0x30, 0x00]) }.Encode() },
        { "made in the future", VerificationReason.StatusStale, new LabList { ThisUpdate = StatusLab.Now.AddSeconds(301) }.Encode() },
        { "no number", VerificationReason.StatusMalformed, new LabList { Number = null }.Encode() },
        { "negative number", VerificationReason.StatusMalformed, new LabList { Number = [0x80] }.Encode() },
        { "number of 21 octets", VerificationReason.StatusMalformed, new LabList { Number = [.. Enumerable.Repeat((byte)1, 21)] }.Encode() },
        { "no nextUpdate", VerificationReason.StatusMalformed, new LabList { NextUpdate = null }.Encode() },
        { "nextUpdate before thisUpdate", VerificationReason.StatusMalformed, new LabList { NextUpdate = StatusLab.Now.AddDays(-1) }.Encode() },
        { "an extension twice", VerificationReason.StatusMalformed, new LabList { Extension = ("2.5.29.20", false, [0x02, 0x01, 0x09]) }.Encode() },
        { "reason twice in an entry", VerificationReason.StatusMalformed, new LabList { Entries = OneEntry, EntryExtension = ("2.5.29.21", false, [0x0A, 0x01, 0x01]) }.Encode() },
        { "reason 7, which is not used", VerificationReason.StatusMalformed, new LabList { Entries = [(StatusLab.Serial, StatusLab.Now, 7)] }.Encode() },
        { "serial of 21 octets", VerificationReason.StatusMalformed, new LabList { Entries = [([.. Enumerable.Repeat((byte)1, 21)], StatusLab.Now, 1)] }.Encode() },
        { "a byte after the end", VerificationReason.StatusMalformed, [.. new LabList().Encode(), 0x00] },
        { "nothing", VerificationReason.StatusMalformed, [] },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Wrong_list_is_refused_with_its_reason(string description, VerificationReason reason, byte[] list)
    {
        CrlStore store = CrlStoreTests.Store();
        store.TryAdd(list, FirstOnly, out VerificationReason given).ShouldBeFalse(description);
        given.ShouldBe(reason, description);
        store.Count.ShouldBe(0, description);
    }

    [Theory]
    [InlineData("first generation", 0)]
    [InlineData("second generation", 1)]
    public void List_without_key_identifier_is_told_by_its_signature(string description, int generation)
    {
        TrustAnchor signer = StatusLab.Anchors.Anchors[generation];
        CrlStore store = CrlStoreTests.Store(null, new LabList { Issuer = signer, HasKeyIdentifier = false });
        CrlStoreTests.Check(store, StatusLab.Path(issuer: signer)).State.ShouldBe(RevocationState.Good, description);
        CrlStoreTests.Check(store, StatusLab.Path(issuer: StatusLab.Anchors.Anchors[1 - generation])).Failure.ShouldBe(VerificationReason.StatusOutOfScope, description);
    }

    [Fact]
    public void Unknown_extensions_that_are_not_critical_are_passed_over()
    {
        LabList list = new() { Entries = OneEntry, EntryExtension = ("2.5.29.24", false, [0x05, 0x00]), Extension = ("2.5.29.46", false, [0x30, 0x00]) };
        CrlStoreTests.Check(CrlStoreTests.Store(null, list)).State.ShouldBe(RevocationState.Held);
    }

    [Fact]
    public void List_cut_at_any_length_is_malformed()
    {
        byte[] list = new LabList { Entries = OneEntry, DistributionPoint = LabList.Scope(StatusLab.Partition) }.Encode();
        CrlStore store = CrlStoreTests.Store();
        for (int length = 0; length < list.Length; length++)
        {
            store.TryAdd(list.AsMemory(0, length), StatusLab.Anchors, out VerificationReason reason).ShouldBeFalse();
            reason.ShouldBe(VerificationReason.StatusMalformed, $"length {length}");
        }
    }

    [Fact]
    public void Each_byte_of_a_list_matters()
    {
        byte[] list = new LabList { Entries = OneEntry }.Encode();
        CrlStore store = CrlStoreTests.Store();
        Random random = new(7);
        for (int at = 0; at < list.Length; at++)
        {
            byte[] changed = [.. list];
            changed[at] ^= (byte)(1 << random.Next(8));
            store.TryAdd(changed, StatusLab.Anchors, out VerificationReason reason).ShouldBeFalse($"offset {at}");
            reason.ShouldNotBe(VerificationReason.None);
        }

        store.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("as many as the store allows", 3, VerificationReason.None)]
    [InlineData("one more", 2, VerificationReason.StatusMalformed)]
    [InlineData("none allowed", 0, VerificationReason.StatusMalformed)]
    public async Task Store_allows_so_many_entries_that_do_not_fit_the_index(string description, int allowed, VerificationReason reason)
    {
        byte[] list = new LabList { Entries = [([0x01], StatusLab.Now.AddDays(-2), 1), .. LongSerials(3)] }.Encode();
        CrlStore store = new(new ManualTimeProvider(StatusLab.Now), maximumUnusualEntries: allowed);
        (await store.AddAsync(new MemoryStream(list), StatusLab.Anchors)).ShouldBe(reason, description);
        store.TryAdd(list, StatusLab.Anchors, out VerificationReason again).ShouldBe(reason == VerificationReason.None, description);
        again.ShouldBe(reason, description);
    }

    [Fact]
    public void Long_serials_that_nobody_signed_cost_32_bytes_each_and_no_copy()
    {
        const int Count = 100_000;
        byte[] list = new LabList { Entries = [.. LongSerials(Count)], SignerKey = 1 }.Encode();
        CrlStore store = CrlStoreTests.Store();
        store.TryAdd(list, StatusLab.Anchors, out _).ShouldBeFalse(); // what is made once for all
        long before = GC.GetAllocatedBytesForCurrentThread();
        store.TryAdd(list, StatusLab.Anchors, out VerificationReason reason).ShouldBeFalse();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        reason.ShouldBe(VerificationReason.StatusSignatureInvalid);
        allocated.ShouldBeLessThan((32 * Count) + (1 << 21), "the rows, one piece for words, and the tail");
    }

    [Theory]
    [InlineData("below zero", -1)]
    [InlineData("over the ceiling", CrlStore.HighestUnusualEntries + 1)]
    public void Ceiling_out_of_its_range_is_misuse(string description, int allowed) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new CrlStore(TimeProvider.System, maximumUnusualEntries: allowed), description);

    private static IEnumerable<(byte[] Serial, DateTimeOffset Since, int? Reason)> LongSerials(int count) =>
        Enumerable.Range(0, count).Select(i => ((byte[])[0x10, .. BitConverter.GetBytes((long)i), .. new byte[11]], StatusLab.Now.AddDays(-1), (int?)null));
}
