using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core;
using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Notices;
using MyNumber.Linkage.Core.Numbers;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Portal.Records;
using MyNumber.Linkage.Reconciliation;
using MyNumber.Linkage.Records;
using MyNumber.Numbering.People;

namespace MyNumber.Linkage.Tests.Messages;

/// <summary>Records, door, comparison and heads in bytes: what is read is written again alike, and everything else is nothing.</summary>
public sealed class LineEncodingTests
{
    private static readonly DateTimeOffset _now = new(2026, 7, 1, 3, 0, 0, 250, TimeSpan.Zero);
    private static readonly AgencyCode _code = AgencyCode.FromEnvelope([1, 0, .. Enumerable.Repeat((byte)0xAB, 16)]);
    private static readonly InquiryId _inquiry = new(new Guid("01890a5d-ac96-774b-bcce-b302099a8057"));
    private static readonly DayRange _range = DayRange.Whole.Child(10).Child(11);

    private static AcquisitionNumber Number => AcquisitionNumber.TryRead([.. Enumerable.Repeat((byte)0xCD, 16)], out AcquisitionNumber number) ? number : default;

    /// <summary>Each message, and what reads and writes it again; null when it is not read.</summary>
    public static TheoryData<string, byte[], Func<byte[], byte[]?>> Messages
    {
        get
        {
            (RecordQuery query, RecordPage page) = Records();
            CoreNotice notice = new(new CodeHolderId(7), NoticeKind.Replaced, _code, _code, AcquisitionKey.Of(Number), new CodeHolderId(8), _now);
            DayEntry entry = new(new RecordKey(_inquiry, 1), Digest.FromBytes(new byte[32]), default);
            RecordScope scope = new(new DateOnly(2026, 7, 1), new AgencyId(5), default);
            return new TheoryData<string, byte[], Func<byte[], byte[]?>>
            {
                { "query", RecordLineEncoding.Write(query), bytes => RecordLineEncoding.ReadQuery(bytes) is { } read ? RecordLineEncoding.Write(read) : null },
                { "query of nothing more than a code", RecordLineEncoding.Write(new RecordQuery { Code = _code }), bytes => RecordLineEncoding.ReadQuery(bytes) is { } read ? RecordLineEncoding.Write(read) : null },
                { "page", RecordLineEncoding.Write(page), bytes => RecordLineEncoding.ReadPage(bytes) is { } read ? RecordLineEncoding.Write(read) : null },
                { "refused page", RecordLineEncoding.Write(new RecordPage { Outcome = RecordQueryOutcome.CodeRefused }), bytes => RecordLineEncoding.ReadPage(bytes) is { } read ? RecordLineEncoding.Write(read) : null },
                { "request for a number", DoorEncoding.Write(AcquisitionRoute.FamilyRegister, VerificationLevel.Card), bytes => DoorEncoding.ReadOpen(bytes) is var (route, level) ? DoorEncoding.Write(route, level) : null },
                { "opening", DoorEncoding.Write(new AcquisitionOpening(AcquisitionOutcome.Done, Number)), bytes => DoorEncoding.ReadOpening(bytes) is { } read ? DoorEncoding.Write(read) : null },
                { "no opening", DoorEncoding.Write(new AcquisitionOpening(AcquisitionOutcome.NoHolder, default)), bytes => DoorEncoding.ReadOpening(bytes) is { } read ? DoorEncoding.Write(read) : null },
                { "number", DoorEncoding.Write(Number), bytes => DoorEncoding.ReadNumber(bytes) is { } read ? DoorEncoding.Write(read) : null },
                { "answer", DoorEncoding.Write(new AcquisitionAnswer(AcquisitionOutcome.Done, AcquisitionState.Delivered, _code, [PersonAttribute.Name, PersonAttribute.Sex])), bytes => DoorEncoding.ReadAnswer(bytes) is { } read ? DoorEncoding.Write(read) : null },
                { "count", DoorEncoding.Write(300), bytes => DoorEncoding.ReadCount(bytes) is { } read ? DoorEncoding.Write(read) : null },
                { "notices", DoorEncoding.Write([notice, notice with { Code = default, Replacement = default, Acquisition = default, Other = default }]), bytes => DoorEncoding.ReadNotices(bytes) is { } read ? DoorEncoding.Write(read) : null },
                { "question of a day", DayLineEncoding.Write(new LogOwner(new AgencyId(5)), scope, [_range, DayRange.Whole]), bytes => DayLineEncoding.ReadQuestion(bytes) is var (owner, read, ranges) ? DayLineEncoding.Write(owner, read, ranges) : null },
                { "answers of a day", DayLineEncoding.Write([new RangeAnswer(_range, [entry], []), new RangeAnswer(_range, [], [.. Enumerable.Repeat(entry.Commitment, 16)])]), bytes => DayLineEncoding.ReadAnswers(bytes) is { } read ? DayLineEncoding.Write(read) : null },
                { "question for heads", HeadLineEncoding.Write(LogOwner.Core, HeadLineEncoding.Latest, 1), bytes => HeadLineEncoding.ReadQuestion(bytes) is var (owner, first, second) ? HeadLineEncoding.Write(owner, first, second) : null },
                { "heads", HeadLineEncoding.Write([page.Head!, page.Head!]), bytes => HeadLineEncoding.ReadHeads(bytes) is { } read ? HeadLineEncoding.Write(read) : null },
                { "proof", HeadLineEncoding.Write(page.Consistency!), bytes => HeadLineEncoding.ReadProof(bytes) is { } read ? HeadLineEncoding.Write(read) : null },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Message_is_read_and_written_alike(string row, byte[] bytes, Func<byte[], byte[]?> again) => again(bytes).ShouldBe(bytes, row);

    [Theory]
    [MemberData(nameof(Messages))]
    public void Changed_message_is_nothing_or_another_message_with_one_encoding(string row, byte[] bytes, Func<byte[], byte[]?> again)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            foreach (byte mask in new byte[] { 0x01, 0x02, 0x40, 0x80, 0xFF })
            {
                byte[] changed = [.. bytes];
                changed[i] ^= mask;
                (again(changed) ?? changed).ShouldBe(changed, $"{row} at {i}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Cut_message_longer_one_and_noise_are_nothing(string row, byte[] bytes, Func<byte[], byte[]?> again)
    {
        for (int length = 0; length < bytes.Length; length++)
        {
            again(bytes[..length]).ShouldBeNull($"{row} of {length}");
        }

        again([.. bytes, 0]).ShouldBeNull(row);
        again([0x30, 0x80, .. bytes[2..], 0, 0]).ShouldBeNull(row);
        Random random = new(20261121);
        for (int turn = 0; turn < 200; turn++)
        {
            byte[] noise = new byte[random.Next(1, 200)];
            random.NextBytes(noise);
            again(noise).ShouldBeNull(row);
        }
    }

    [Fact]
    public void No_message_is_read_as_another()
    {
        List<(string Row, byte[] Bytes, Func<byte[], byte[]?> Again)> all = [.. Messages.Select(row => ((string)row[0], (byte[])row[1], (Func<byte[], byte[]?>)row[2]))];
        foreach ((string row, byte[] bytes, _) in all)
        {
            foreach ((string other, byte[] others, Func<byte[], byte[]?> again) in all)
            {
                (again(bytes) is null || SameKind(bytes, others)).ShouldBeTrue($"{row} as {other}");
            }
        }
    }

    [Fact]
    public void Bytes_are_those_of_the_page()
    {
        DoorEncoding.Write(300).ShouldBe(Convert.FromHexString("300A020101020141" + "0202012C"));
        DoorEncoding.Write(AcquisitionRoute.Jlis, VerificationLevel.FourAttributes).ShouldBe([0x30, 0x0C, 2, 1, 1, 2, 1, 61, 2, 1, 0, 2, 1, (byte)VerificationLevel.FourAttributes]);
        HeadLineEncoding.Write(LogOwner.Core, HeadLineEncoding.Latest, 1).ShouldBe(Convert.FromHexString("300F" + "020101020151" + "020100" + "0201FF" + "020101"));
    }

    [Theory]
    [InlineData("no millisecond between", 1, 10)]
    [InlineData("whole", 0, 0)]
    public void Bounds_between_two_milliseconds_are_raised(string row, int ticks, int expectedTenths)
    {
        RecordQuery read = RecordLineEncoding.ReadQuery(RecordLineEncoding.Write(new RecordQuery { Code = _code, From = _now.AddTicks(ticks), Until = DateTimeOffset.MaxValue }))!;
        read.From.ShouldBe(_now.AddTicks(expectedTenths * 1_000), row);
        read.Until!.Value.Year.ShouldBe(9999);
        RecordLineEncoding.ReadQuery(RecordLineEncoding.Write(new RecordQuery { Code = _code, From = DateTimeOffset.MinValue }))!.From.ShouldBe(DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public void Record_that_is_proved_for_another_head_is_not_written()
    {
        (_, RecordPage page) = Records();
        Should.Throw<InvalidOperationException>(() => RecordLineEncoding.Write(page with { Head = null }));
    }

    [Fact]
    public void Too_many_are_not_read()
    {
        DayLineEncoding.ReadQuestion(DayLineEncoding.Write(LogOwner.Core, new RecordScope(default, new AgencyId(1), default), [.. Enumerable.Repeat(_range, DayLineEncoding.MostRanges + 1)])).ShouldBeNull();
        DoorEncoding.ReadCount(DoorEncoding.Write(DoorEncoding.MostNotices + 1)).ShouldBeNull();
        DoorEncoding.ReadCount(DoorEncoding.Write(-1)).ShouldBeNull();
        DoorEncoding.ReadOpening(DoorEncoding.Write(new AcquisitionOpening(AcquisitionOutcome.NoHolder, Number))).ShouldBeNull();
        DoorEncoding.ReadOpening(DoorEncoding.Write(new AcquisitionOpening(AcquisitionOutcome.Done, default))).ShouldBeNull();
        Should.Throw<ArgumentException>(() => DoorEncoding.Write(default(AcquisitionNumber)));
    }

    private static bool SameKind(byte[] one, byte[] other) => KindOf(one) == KindOf(other);

    private static byte KindOf(byte[] message) => message[(message[1] < 0x80 ? 2 : 2 + (message[1] & 0x7F)) + 5];

    private static (RecordQuery Query, RecordPage Page) Records()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        SaltedRecord record = new(
            new AccessRecord
            {
                Inquiry = _inquiry, Inquirer = new AgencyId(5), Provider = new AgencyId(6), Affair = new AffairId("a"), Procedure = new ProcedureId("p"), ItemSet = new ItemSetId("s"),
                Items = [new ItemId("i")], RequestedAt = _now, Outcome = InquiryOutcome.RefusedByRule, MatrixVersion = default,
            },
            RecordSalt.FromBytes([.. Enumerable.Repeat((byte)9, 32)]));
        MerkleLog log = new();
        log.Append([record.Commitment, record.Commitment, record.Commitment]);
        LogHead head = LogHead.Sign(LogOwner.Core.Origin, 3, log.Root, _now, null, key);
        RecordCursor cursor = new(2026, record.Record.Key);
        RecordPage page = new()
        {
            Outcome = RecordQueryOutcome.Answered, Records = [new RecordProof(record, head, log.ProveInclusion(1, 3))], Next = cursor, Head = head, Consistency = log.ProveConsistency(2, 3),
        };
        return (new RecordQuery { Code = _code, From = _now.AddDays(-1), Until = _now, After = cursor, Most = 7, LastSeen = head }, page);
    }
}
