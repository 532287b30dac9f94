using System.Buffers.Binary;
using System.Collections.Immutable;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Reconciliation;

/// <summary>The bytes of a comparison's questions and answers: DER, one encoding of each; the layout is ours.</summary>
/// <remarks>Reading never throws for what the bytes are. Nothing in them is a secret. Stateless and thread safe.</remarks>
public static class DayLineEncoding
{
    /// <summary>Most ranges of a question; an answer to as many is shorter than the longest message. The ceiling is ours.</summary>
    public const int MostRanges = 1_024;

    private const int QuestionKind = 71;
    private const int AnswersKind = 72;
    private const int MostEntries = 65_536;

    /// <summary>Writes a question.</summary>
    /// <param name="owner">Whose records are asked about.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="ranges">The ranges, at most <see cref="MostRanges"/>.</param>
    /// <returns>DER.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ranges"/> is null.</exception>
    public static byte[] Write(LogOwner owner, RecordScope scope, IReadOnlyList<DayRange> ranges)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        return MessageWriter.Write(QuestionKind, to => to
            .Number(owner.Agency.Value).Number(scope.Day.DayNumber).Number(scope.Inquirer.Value).Number(scope.Provider.Value).List(ranges, WriteRange));
    }

    /// <summary>Reads a question.</summary>
    /// <param name="bytes">DER.</param>
    /// <returns>Owner, scope and ranges, each of which is valid, or <see langword="null"/>.</returns>
    public static (LogOwner Owner, RecordScope Scope, ImmutableArray<DayRange> Ranges)? ReadQuestion(ReadOnlyMemory<byte> bytes) => MessageReader.TryRead<object>(
        bytes, QuestionKind, from => (new LogOwner(ReadAgency(from)), ReadScope(from), from.List(MostRanges, ReadRange))) as (LogOwner, RecordScope, ImmutableArray<DayRange>)?;

    /// <summary>Writes answers.</summary>
    /// <param name="answers">The answers.</param>
    /// <returns>DER.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is null.</exception>
    public static byte[] Write(IReadOnlyList<RangeAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return MessageWriter.Write(AnswersKind, to => to.List(answers, (list, answer) =>
        {
            WriteRange(list, answer.Range);
            list.List(answer.Entries, WriteEntry).List(answer.Parts, (parts, digest) => parts.Digest(digest));
        }));
    }

    /// <summary>Reads answers. Whether one fits its range is judged by who asked.</summary>
    /// <param name="bytes">DER.</param>
    /// <returns>The answers, or <see langword="null"/>.</returns>
    public static IReadOnlyList<RangeAnswer>? ReadAnswers(ReadOnlyMemory<byte> bytes) => MessageReader.TryRead<IReadOnlyList<RangeAnswer>>(bytes, AnswersKind, from =>
        from.List(MostRanges, list => new RangeAnswer(ReadRange(list), list.List(MostEntries, ReadEntry), list.List(DayRange.Fanout, parts => parts.Digest()))));

    private static RecordScope ReadScope(MessageReader from)
    {
        int day = from.Number();
        from.Spoil<int>(day < 0 || day > DateOnly.MaxValue.DayNumber);
        return new RecordScope(DateOnly.FromDayNumber(Math.Clamp(day, 0, DateOnly.MaxValue.DayNumber)), from.Agency(), ReadAgency(from));
    }

    private static AgencyId ReadAgency(MessageReader from) =>
        from.Number() is not 0 and int number ? AgencyId.TryCreate(number, out AgencyId agency) ? agency : from.Spoil<AgencyId>() : default;

    private static void WriteRange(MessageWriter to, DayRange range)
    {
        Span<byte> prefix = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(prefix, range.Prefix);
        to.Bytes(prefix).Number(range.Depth);
    }

    private static DayRange ReadRange(MessageReader from)
    {
        ulong prefix = from.Bytes() is { Length: sizeof(ulong) } bytes ? BinaryPrimitives.ReadUInt64BigEndian(bytes.Span) : from.Spoil<ulong>();
        DayRange range = new(prefix, from.Number());
        from.Spoil<int>(!range.IsValid);
        return range;
    }

    private static void WriteEntry(MessageWriter to, DayEntry entry) => WriteKey(WriteKey(to, entry.Key).Digest(entry.Commitment), entry.Previous);

    private static DayEntry ReadEntry(MessageReader from) => new(ReadKey(from), from.Digest(), ReadKey(from));

    private static MessageWriter WriteKey(MessageWriter to, RecordKey key) => to.Bytes(key.Inquiry.IsEmpty ? [] : key.Inquiry.ToBytes()).Number(key.Correction);

    private static RecordKey ReadKey(MessageReader from)
    {
        InquiryId inquiry = default;
        ReadOnlyMemory<byte> bytes = from.Bytes();
        from.Spoil<int>(!bytes.IsEmpty && (bytes.Length != InquiryId.Length || !InquiryId.TryCreate(new Guid(bytes.Span, bigEndian: true), out inquiry)));
        RecordKey key = new(inquiry, from.Number());
        from.Spoil<int>(key.Correction < 0 || (inquiry.IsEmpty && key.Correction != 0));
        return key;
    }
}
