using System.Collections.Immutable;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Notices;
using MyNumber.Linkage.Core.Numbers;
using MyNumber.Linkage.Messages;
using MyNumber.Numbering.People;

namespace MyNumber.Linkage.Core;

/// <summary>The bytes of what goes through an <see cref="IAgencyDoor"/>: DER, one encoding of each message; the layout is ours.</summary>
/// <remarks>Reading never throws for what the bytes are. Bytes hold acquisition numbers and codes: guard them as these. Stateless and thread safe.</remarks>
public static class DoorEncoding
{
    /// <summary>Most notices of a message. The ceiling is ours.</summary>
    public const int MostNotices = 10_000;

    private const int OpenKind = 61;
    private const int OpeningKind = 62;
    private const int NumberKind = 63;
    private const int AnswerKind = 64;
    private const int CountKind = 65;
    private const int NoticesKind = 66;

    /// <summary>Writes a request for an acquisition number.</summary>
    /// <param name="route">By which way.</param>
    /// <param name="level">How the agency made sure.</param>
    /// <returns>DER.</returns>
    public static byte[] Write(AcquisitionRoute route, VerificationLevel level) => MessageWriter.Write(OpenKind, to => to.Number((int)route).Number((int)level));

    /// <summary>Reads a request for an acquisition number.</summary>
    /// <param name="bytes">DER.</param>
    /// <returns>Route and level, or <see langword="null"/>.</returns>
    public static (AcquisitionRoute Route, VerificationLevel Level)? ReadOpen(ReadOnlyMemory<byte> bytes) =>
        MessageReader.TryRead<object>(bytes, OpenKind, from => (from.Enum<AcquisitionRoute>(), from.Enum<VerificationLevel>())) as (AcquisitionRoute, VerificationLevel)?;

    /// <summary>Writes what became of such a request.</summary>
    /// <param name="opening">The number, or why there is none.</param>
    /// <returns>DER; it may hold a number.</returns>
    public static byte[] Write(AcquisitionOpening opening) =>
        MessageWriter.Write(OpeningKind, to => WriteNumber(to.Number((int)opening.Outcome), opening.Number));

    /// <summary>Reads what became of such a request.</summary>
    /// <param name="bytes">DER.</param>
    /// <returns>The number, or why there is none; <see langword="null"/> for other bytes. A number is there exactly when it is done.</returns>
    public static AcquisitionOpening? ReadOpening(ReadOnlyMemory<byte> bytes) =>
        MessageReader.TryRead<object>(bytes, OpeningKind, from =>
        {
            AcquisitionOpening opening = new(from.Enum<AcquisitionOutcome>(), ReadNumber(from));
            from.Spoil<int>((opening.Outcome == AcquisitionOutcome.Done) == opening.Number.IsEmpty);
            return opening;
        }) as AcquisitionOpening?;

    /// <summary>Writes a number, to collect or to confirm by.</summary>
    /// <param name="number">The number.</param>
    /// <returns>DER; it holds the number.</returns>
    /// <exception cref="ArgumentException">The number is empty.</exception>
    public static byte[] Write(AcquisitionNumber number) =>
        number.IsEmpty ? throw new ArgumentException("The acquisition number is empty.", nameof(number)) : MessageWriter.Write(NumberKind, to => WriteNumber(to, number));

    /// <summary>Reads a number.</summary>
    /// <param name="bytes">DER.</param>
    /// <returns>The number, which is not empty, or <see langword="null"/>.</returns>
    public static AcquisitionNumber? ReadNumber(ReadOnlyMemory<byte> bytes) =>
        MessageReader.TryRead<object>(bytes, NumberKind, from =>
        {
            AcquisitionNumber number = ReadNumber(from);
            from.Spoil<int>(number.IsEmpty);
            return number;
        }) as AcquisitionNumber?;

    /// <summary>Writes the answer to a step.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>DER; it may hold a code.</returns>
    public static byte[] Write(AcquisitionAnswer answer) => MessageWriter.Write(AnswerKind, to => WriteCode(to.Number((int)answer.Outcome).Number((int)answer.State), answer.Code)
        .List([.. answer.Fields.Distinct().Order()], (list, field) => list.Number((int)field)));

    /// <summary>Reads the answer to a step.</summary>
    /// <param name="bytes">DER.</param>
    /// <returns>The answer, or <see langword="null"/>.</returns>
    public static AcquisitionAnswer? ReadAnswer(ReadOnlyMemory<byte> bytes) =>
        MessageReader.TryRead<object>(bytes, AnswerKind, from =>
        {
            (AcquisitionOutcome outcome, AcquisitionState state, AgencyCode code) = (from.Enum<AcquisitionOutcome>(), from.Enum<AcquisitionState>(), ReadCode(from));
            ImmutableArray<PersonAttribute> fields = from.List(Enum.GetValues<PersonAttribute>().Length, list => list.Enum<PersonAttribute>());
            from.Spoil<int>(fields.Zip(fields.Skip(1)).Any(pair => pair.First >= pair.Second));
            return new AcquisitionAnswer(outcome, state, code, fields);
        }) as AcquisitionAnswer?;

    /// <summary>Writes a count: how many notices are wanted, or how many were owed.</summary>
    /// <param name="count">The count.</param>
    /// <returns>DER.</returns>
    public static byte[] Write(int count) => MessageWriter.Write(CountKind, to => to.Number(count));

    /// <summary>Reads a count.</summary>
    /// <param name="bytes">DER.</param>
    /// <returns>0 to <see cref="MostNotices"/>, or <see langword="null"/>.</returns>
    public static int? ReadCount(ReadOnlyMemory<byte> bytes) =>
        MessageReader.TryRead<object>(bytes, CountKind, from =>
        {
            int count = from.Number();
            from.Spoil<int>(count is < 0 or > MostNotices);
            return count;
        }) as int?;

    /// <summary>Writes notices.</summary>
    /// <param name="notices">The notices, at most <see cref="MostNotices"/>.</param>
    /// <returns>DER; it holds codes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="notices"/> or one of them is null.</exception>
    public static byte[] Write(IReadOnlyList<CoreNotice> notices)
    {
        ArgumentNullException.ThrowIfNull(notices);
        return MessageWriter.Write(NoticesKind, to => to.List(notices, WriteNotice));
    }

    /// <summary>Reads notices.</summary>
    /// <param name="bytes">DER.</param>
    /// <returns>The notices, or <see langword="null"/>.</returns>
    public static IReadOnlyList<CoreNotice>? ReadNotices(ReadOnlyMemory<byte> bytes) =>
        MessageReader.TryRead<IReadOnlyList<CoreNotice>>(bytes, NoticesKind, from => from.List(MostNotices, ReadNotice));

    private static void WriteNotice(MessageWriter to, CoreNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        WriteCode(WriteCode(to.Number(notice.Holder.Value).Number((int)notice.Kind), notice.Code), notice.Replacement)
            .Bytes(notice.Acquisition.IsEmpty ? [] : notice.Acquisition.ToBytes()).Number(notice.Other.Value).Time(notice.At);
    }

    private static CoreNotice ReadNotice(MessageReader from)
    {
        CoreNotice notice = new(ReadHolder(from), from.Enum<NoticeKind>(), ReadCode(from), ReadCode(from), ReadKey(from), ReadHolder(from), from.Time());
        from.Spoil<int>(notice.Holder.IsEmpty || notice.Kind == NoticeKind.None);
        return notice;
    }

    private static CodeHolderId ReadHolder(MessageReader from) =>
        from.Number() is not 0 and int number ? CodeHolderId.TryCreate(number, out CodeHolderId holder) ? holder : from.Spoil<CodeHolderId>() : default;

    private static AcquisitionKey ReadKey(MessageReader from)
    {
        ReadOnlyMemory<byte> bytes = from.Bytes();
        from.Spoil<int>(bytes.Length is not (0 or AcquisitionKey.Length) || (!bytes.IsEmpty && !bytes.Span.ContainsAnyExcept((byte)0)));
        return bytes.Length == AcquisitionKey.Length ? AcquisitionKey.FromBytes(bytes.Span) : default;
    }

    private static MessageWriter WriteCode(MessageWriter to, AgencyCode code) => code.IsEmpty ? to.Bytes([]) : to.Code(code);

    private static AgencyCode ReadCode(MessageReader from) =>
        from.Bytes() is { IsEmpty: false } bytes ? AgencyCode.TryRead(bytes.Span, out AgencyCode code) ? code : from.Spoil<AgencyCode>() : default;

    private static MessageWriter WriteNumber(MessageWriter to, AcquisitionNumber number)
    {
        Span<byte> bytes = stackalloc byte[AcquisitionNumber.Length];
        number.WriteRevealed(bytes);
        return to.Bytes(number.IsEmpty ? [] : bytes);
    }

    private static AcquisitionNumber ReadNumber(MessageReader from) =>
        from.Bytes() is { IsEmpty: false } bytes ? AcquisitionNumber.TryRead(bytes.Span, out AcquisitionNumber number) ? number : from.Spoil<AcquisitionNumber>() : default;
}
