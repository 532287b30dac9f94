using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Reading;

/// <summary>A document that was read: its bytes, its revisions, and its objects when they are asked for.</summary>
internal sealed class PdfFile
{
    private readonly Dictionary<int, PdfObject?> _objects = [];
    private readonly Dictionary<int, ObjectStream?> _streams = [];
    private bool _flawed;

    private PdfFile(ReadOnlyMemory<byte> bytes, IReadOnlyList<PdfRevision> revisions, ReadBudget budget)
    {
        Bytes = bytes;
        Revisions = revisions;
        Budget = budget;
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<PdfRevision> Revisions { get; }

    public PdfView Newest => ViewAt(Revisions.Count - 1);

    public ReadBudget Budget { get; }

    public static PdfFile? Read(ReadOnlyMemory<byte> bytes, out VerificationReason reason, CancellationToken cancellation = default)
    {
        reason = bytes.Length > PdfLimits.DocumentLength ? VerificationReason.PdfTooLarge : VerificationReason.PdfMalformed;
        bool headed = bytes.Span.StartsWith("%PDF-1."u8) || bytes.Span.StartsWith("%PDF-2."u8);
        ReadBudget budget = new(bytes.Length, cancellation);
        return headed && bytes.Length <= PdfLimits.DocumentLength && new RevisionReader(bytes, budget).Read(out reason) is { } revisions ? new PdfFile(bytes, revisions, budget) : null;
    }

    /// <summary>The document as it was when a revision was the last.</summary>
    public PdfView ViewAt(int revision) => new(this, revision);

    /// <summary>What was found wrong since the last question: nothing, something malformed, or a ceiling reached.</summary>
    public VerificationReason TakeFlaw()
    {
        VerificationReason reason = Budget.IsSpent ? VerificationReason.PdfTooLarge : _flawed ? VerificationReason.PdfMalformed : VerificationReason.None;
        _flawed = false;
        return reason;
    }

    public PdfObject? ReadAt(int offset)
    {
        if (!_objects.TryGetValue(offset, out PdfObject? found))
        {
            found = ObjectReader.Read(Bytes, offset, Budget);
            _objects.Add(offset, found);
        }

        return found ?? Flaw<PdfObject>();
    }

    /// <summary>The objects in an object stream (ISO 32000-1 §7.5.7).</summary>
    public ObjectStream? ReadStream(PdfObject container)
    {
        int key = container.Value.Start;
        if (!_streams.TryGetValue(key, out ObjectStream? found))
        {
            found = ObjectStream.Read(Bytes, container, Budget);
            _streams.Add(key, found);
        }

        return found ?? Flaw<ObjectStream>();
    }

    public T? Flaw<T>()
        where T : class
    {
        _flawed = true;
        return null;
    }
}
