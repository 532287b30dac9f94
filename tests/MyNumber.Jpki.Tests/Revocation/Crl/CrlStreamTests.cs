using System.Buffers.Binary;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Tests.Revocation.Lab;

namespace MyNumber.Jpki.Tests.Revocation.Crl;

/// <summary>The road by a stream: the same answers as from memory, wherever the pieces break.</summary>
public sealed class CrlStreamTests
{
    private const int SmallPiece = 700;
    private static readonly DateTimeOffset Since = StatusLab.Now.AddDays(-40);
    private static readonly TrustAnchorSet FirstOnly = StatusLab.SetOf(StatusLab.Anchor);

    public static TheoryData<string, VerificationReason, byte[]> Refused => CrlRefusalTests.Refused;

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Wrong_list_is_refused_with_the_reason_it_has_from_memory(string description, VerificationReason reason, byte[] list)
    {
        CrlStore store = CrlStoreTests.Store();
        (await store.AddAsync(new MemoryStream(list), FirstOnly)).ShouldBe(reason, description);
        (await store.ReadAsync(new PieceStream(list, 3), FirstOnly, SmallPiece, default)).Reason.ShouldBe(reason, description);
        store.Count.ShouldBe(0, description);
    }

    [Theory]
    [InlineData("pieces of a few entries", 700, 700)]
    [InlineData("pieces at odd places", 701, 333)]
    [InlineData("byte by byte", 997, 1)]
    [InlineData("whole", 1 << 20, 1 << 20)]
    public async Task List_is_read_wherever_its_pieces_break(string description, int piece, int atOnce)
    {
        CrlStore store = CrlStoreTests.Store();
        byte[] list = Mixed(3000).Encode();
        CrlAddition addition = await store.ReadAsync(new PieceStream(list, atOnce), StatusLab.Anchors, piece, default);
        store.Publish(addition).ShouldBe(VerificationReason.None, description);
        store.EntryCount.ShouldBe(3001);
        RevocationEvidence evidence = CrlStoreTests.Check(store);
        evidence.State.ShouldBe(RevocationState.Held, description);
        evidence.CrlSha256.ToArray().ShouldBe(System.Security.Cryptography.SHA256.HashData(list));
    }

    [Fact]
    public async Task List_cut_at_any_length_is_malformed()
    {
        byte[] list = Mixed(12).Encode();
        CrlStore store = CrlStoreTests.Store();
        for (int length = 0; length < list.Length; length++)
        {
            (await store.ReadAsync(new PieceStream(list.AsMemory(0, length)), StatusLab.Anchors, SmallPiece, default)).Reason.ShouldBe(VerificationReason.StatusMalformed, $"length {length}");
        }
    }

    [Fact]
    public async Task Bytes_behind_the_list_are_malformed()
    {
        byte[] list = new LabList().Encode();
        (await CrlStoreTests.Store().AddAsync(new MemoryStream([.. list, .. list]), StatusLab.Anchors)).ShouldBe(VerificationReason.StatusMalformed);
    }

    [Fact]
    public async Task Entry_over_its_ceiling_is_malformed_before_it_is_read()
    {
        byte[] list = new LabList { Entries = [(StatusLab.Serial, Since, 1)], EntryExtension = ("2.25.9", false, new byte[5000]) }.Encode();
        PieceStream stream = new(list);
        (await CrlStoreTests.Store().ReadAsync(stream, StatusLab.Anchors, SmallPiece, default)).Reason.ShouldBe(VerificationReason.StatusMalformed);
        stream.Taken.ShouldBe(SmallPiece);
        CrlStoreTests.Store().TryAdd(list, StatusLab.Anchors, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("entry just under its ceiling", 4000, VerificationReason.None)]
    [InlineData("entry over its ceiling", 4100, VerificationReason.StatusMalformed)]
    public void Extensions_of_an_entry_have_a_ceiling(string description, int length, VerificationReason expected)
    {
        byte[] list = new LabList { Entries = [(StatusLab.Serial, Since, 6)], EntryExtension = ("2.25.9", false, new byte[length]) }.Encode();
        CrlStoreTests.Store().TryAdd(list, StatusLab.Anchors, out VerificationReason reason);
        reason.ShouldBe(expected, description);
    }

    [Fact]
    public void Extensions_of_a_list_have_a_ceiling()
    {
        byte[] list = new LabList { Extension = ("2.25.9", false, new byte[70_000]) }.Encode();
        CrlStoreTests.Store().TryAdd(list, StatusLab.Anchors, out VerificationReason reason).ShouldBeFalse();
        reason.ShouldBe(VerificationReason.StatusMalformed);
    }

    [Theory]
    [InlineData("half a gigabyte and more", 0x2000_0000)]
    [InlineData("two gigabytes", 0x7FFF_FFFF)]
    [InlineData("four gigabytes", -1)]
    public async Task Promised_length_over_the_ceiling_is_refused_without_reading_on(string description, int length)
    {
        byte[] start = new byte[1 << 16];
        start[0] = 0x30;
        start[1] = 0x84;
        BinaryPrimitives.WriteInt32BigEndian(start.AsSpan(2), length);
        PieceStream stream = new(start);
        (await CrlStoreTests.Store().ReadAsync(stream, StatusLab.Anchors, SmallPiece, default)).Reason.ShouldBe(VerificationReason.StatusMalformed, description);
        stream.Taken.ShouldBe(SmallPiece, description);
    }

    [Fact]
    public async Task Strangers_list_is_not_read_past_its_first_piece()
    {
        PieceStream stream = new((Mixed(3000) with { Issuer = StatusLab.StrangeAnchor }).Encode());
        (await CrlStoreTests.Store().ReadAsync(stream, StatusLab.Anchors, SmallPiece, default)).Reason.ShouldBe(VerificationReason.IssuerUnknown);
        stream.Taken.ShouldBe(SmallPiece);
    }

    [Fact]
    public async Task Failing_stream_passes_its_failure_on_and_changes_nothing()
    {
        CrlStore store = CrlStoreTests.Store(null, new LabList { Entries = [(StatusLab.Serial, Since, 1)] });
        byte[] next = (Mixed(3000) with { Number = [0x09] }).Encode();
        await Should.ThrowAsync<IOException>(async () => await store.AddAsync(new PieceStream(next, 4096, failsAt: 50_000), StatusLab.Anchors));
        CrlStoreTests.Check(store).CrlNumber.ToArray().ShouldBe([0x07]);
    }

    [Fact]
    public async Task Cancelled_reading_changes_nothing()
    {
        CrlStore store = CrlStoreTests.Store();
        await Should.ThrowAsync<OperationCanceledException>(async () => await store.AddAsync(new MemoryStream(new LabList().Encode()), StatusLab.Anchors, new CancellationToken(canceled: true)));
        store.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Nothing_is_answered_from_a_list_before_its_last_byte()
    {
        CrlStore store = CrlStoreTests.Store();
        byte[] list = Mixed(3000).Encode();
        list[^1] ^= 1; // all entries are read and right; the signature is not
        (await store.AddAsync(new PieceStream(list), StatusLab.Anchors)).ShouldBe(VerificationReason.StatusSignatureInvalid);
        CrlStoreTests.Check(store).Failure.ShouldBe(VerificationReason.StatusOutOfScope);
    }

    /// <summary>Usual serials in no order, now and then a long one, a short one, a time before the window and GeneralizedTime; and the lab's serial on hold.</summary>
    internal static LabList Mixed(int count) => new() { Entries = [.. Enumerable.Range(0, count).Select(Row), (StatusLab.Serial, Since, 6)] };

    private static (byte[] Serial, DateTimeOffset Since, int? Reason) Row(int i)
    {
        byte[] serial = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(serial, 0x2000_0000 + (uint)(i * 7_654_321L % 0x1000_0000));
        return (i % 50) switch
        {
            7 => ([0x01, .. serial, .. serial, .. serial], Since, 1),
            8 => ([(byte)(i % 127)], Since, null),
            9 => (serial, new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero), 4),
            10 => (serial, new DateTimeOffset(2050, 1, 1, 0, 0, 0, TimeSpan.Zero), 5),
            11 => ([0x00, 0x90, .. serial[..3]], Since, 3),
            _ => (serial, Since.AddSeconds(-i), i % 5 == 0 ? null : 3),
        };
    }
}
