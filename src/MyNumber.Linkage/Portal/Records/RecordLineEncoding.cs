using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Portal.Records;

/// <summary>The bytes of questions for people's records and of their answers: DER, one encoding of each; the layout is ours.</summary>
/// <remarks>Reading never throws for what the bytes are. Bytes of a question hold a code, those of a page records and salts: guard them as these. Stateless and thread safe.</remarks>
public static class RecordLineEncoding
{
    private const int QueryKind = 51;
    private const int PageKind = 52;
    private const int MostNodes = 128;
    private const int MostRecords = 65_536;
    private const int MostYear = 9_999;

    /// <summary>Writes a question. Bounds are raised to whole milliseconds, which the times of records have, so that the same records lie between them.</summary>
    /// <param name="query">The question.</param>
    /// <returns>DER; it holds a code.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="query"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The code is empty.</exception>
    public static byte[] Write(RecordQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return MessageWriter.Write(QueryKind, to => WriteCursor(to.Code(query.Code).Time(Raise(query.From)).Time(Raise(query.Until)), query.After)
            .Number(query.Most).Bytes(query.LastSeen is { } seen ? seen.Encode() : []));
    }

    /// <summary>Reads a question.</summary>
    /// <param name="bytes">DER.</param>
    /// <returns>The question, or <see langword="null"/>. How much it asks for is judged by who answers.</returns>
    public static RecordQuery? ReadQuery(ReadOnlyMemory<byte> bytes) => MessageReader.TryRead(bytes, QueryKind, from => new RecordQuery
    {
        Code = from.Code(),
        From = from.TimeOrNull(),
        Until = from.TimeOrNull(),
        After = ReadCursor(from),
        Most = from.Number(),
        LastSeen = ReadHead(from),
    });

    /// <summary>Writes a page. The head that all proofs are for is written once.</summary>
    /// <param name="page">The page.</param>
    /// <returns>DER; it holds records and salts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="page"/> is null.</exception>
    /// <exception cref="InvalidOperationException">A record is proved for another head than the page's.</exception>
    public static byte[] Write(RecordPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.Records.All(record => record.Head.States(page.Head))
            ? MessageWriter.Write(PageKind, to => WriteConsistency(
                WriteCursor(to.Number((int)page.Outcome).Bytes(page.Head is { } head ? head.Encode() : []).List(page.Records, WriteRecord), page.Next), page.Consistency))
            : throw new InvalidOperationException("All records of a page are proved for its head.");
    }

    /// <summary>Reads a page. Proofs and signature are not checked: <see cref="CitizenLog"/> does.</summary>
    /// <param name="bytes">DER.</param>
    /// <returns>The page, or <see langword="null"/>.</returns>
    public static RecordPage? ReadPage(ReadOnlyMemory<byte> bytes) => MessageReader.TryRead(bytes, PageKind, from =>
    {
        RecordQueryOutcome outcome = from.Enum<RecordQueryOutcome>();
        LogHead? head = ReadHead(from);
        return new RecordPage
        {
            Outcome = outcome,
            Head = head,
            Records = [.. from.List(head is null ? 0 : MostRecords, record => ReadRecord(record, head)).OfType<RecordProof>()],
            Next = ReadCursor(from),
            Consistency = ReadConsistency(from),
        };
    });

    private static DateTimeOffset? Raise(DateTimeOffset? time)
    {
        if (time is not { } at)
        {
            return null;
        }

        DateTimeOffset cut = ValidPeriod.ToMilliseconds(at < DateTimeOffset.UnixEpoch ? DateTimeOffset.UnixEpoch : at);
        return cut < at && cut < DateTimeOffset.MaxValue.AddMilliseconds(-1) ? cut.AddMilliseconds(1) : cut;
    }

    private static MessageWriter WriteCursor(MessageWriter to, RecordCursor? cursor) => cursor is { } at
        ? to.Flag(true).Number(at.Year).Inquiry(at.Key.Inquiry).Number(at.Key.Correction)
        : to.Flag(false);

    private static RecordCursor? ReadCursor(MessageReader from)
    {
        if (!from.Flag())
        {
            return null;
        }

        RecordCursor cursor = new(from.Number(), new RecordKey(from.Inquiry(), from.Number()));
        from.Spoil<int>(cursor.Year is < 1 or > MostYear || cursor.Key.Correction < 0);
        return cursor;
    }

    private static LogHead? ReadHead(MessageReader from) =>
        from.Bytes() is not { IsEmpty: false } bytes ? null : LogHead.TryDecode(bytes, out LogHead? head) ? head : from.Spoil<LogHead>();

    private static void WriteRecord(MessageWriter to, RecordProof proof) => to
        .Bytes(proof.Record.Canonical.Span).Salt(proof.Record.Salt).Long(proof.Inclusion.Index).Long(proof.Inclusion.Size)
        .List(proof.Inclusion.Path, (list, node) => list.Digest(node));

    private static RecordProof? ReadRecord(MessageReader from, LogHead? head)
    {
        (ReadOnlyMemory<byte> canonical, RecordSalt salt) = (from.Bytes(), from.Salt());
        InclusionProof proof = new(from.Long(), from.Long(), from.List(MostNodes, list => list.Digest()));
        return head is not null && !salt.IsEmpty && AccessRecord.TryDecode(canonical, out AccessRecord? record) == RecordFault.None
            ? new RecordProof(new SaltedRecord(record!, salt), head, proof)
            : from.Spoil<RecordProof>();
    }

    private static MessageWriter WriteConsistency(MessageWriter to, ConsistencyProof? proof) => proof is null
        ? to.Flag(false)
        : to.Flag(true).Long(proof.FirstSize).Long(proof.SecondSize).List(proof.Path, (list, node) => list.Digest(node));

    private static ConsistencyProof? ReadConsistency(MessageReader from) =>
        from.Flag() ? new ConsistencyProof(from.Long(), from.Long(), from.List(MostNodes, list => list.Digest())) : null;
}
