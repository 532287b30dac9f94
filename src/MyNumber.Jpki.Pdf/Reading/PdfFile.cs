using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Reading;

/// <summary>A document that was read: its bytes, its revisions, and its objects when they are asked for.</summary>
internal sealed class PdfFile
{
    private readonly Dictionary<int, PdfObject?> _objects = [];
    private readonly Dictionary<int, IReadOnlyList<(int Number, PdfValue Value)>?> _streams = [];
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

    private ReadBudget Budget { get; }

    public static PdfFile? Read(ReadOnlyMemory<byte> bytes, out VerificationReason reason)
    {
        reason = bytes.Length > PdfLimits.DocumentLength ? VerificationReason.PdfTooLarge : VerificationReason.PdfMalformed;
        bool headed = bytes.Span.StartsWith("%PDF-1."u8) || bytes.Span.StartsWith("%PDF-2."u8);
        ReadBudget budget = new();
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

    /// <summary>The objects in an object stream (ISO 32000-1 §7.5.7). Its length stands in it: one that stands elsewhere could be changed later.</summary>
    public IReadOnlyList<(int Number, PdfValue Value)>? ReadStream(PdfObject container)
    {
        int key = container.Value.Start;
        if (!_streams.TryGetValue(key, out IReadOnlyList<(int, PdfValue)>? found))
        {
            found = ObjectReader.StreamData(Bytes, container, container.Value["Length"], out _) is { } data && StreamDecoder.Decode(container.Value, data, Budget) is { } plain
                ? Unpack(container.Value, plain)
                : null;
            _streams.Add(key, found);
        }

        return found ?? Flaw<IReadOnlyList<(int, PdfValue)>>();
    }

    public T? Flaw<T>()
        where T : class
    {
        _flawed = true;
        return null;
    }

    private List<(int Number, PdfValue Value)>? Unpack(PdfValue dictionary, byte[] plain)
    {
        PdfValue? count = dictionary["N"], first = dictionary["First"];
        if (dictionary["Type"]?.IsName("ObjStm") != true || count?.IsInteger(0, PdfLimits.CrossReferences) != true || first?.IsInteger(0, plain.Length) != true)
        {
            return null;
        }

        TokenReader tokens = new(plain, 0);
        List<(int, PdfValue)> objects = [];
        for (int i = 0; i < count.Integer; i++)
        {
            tokens.SkipSpace();
            long? number = tokens.TakeDigits();
            tokens.SkipSpace();
            long? offset = tokens.TakeDigits();
            if (number is not (> 0 and <= int.MaxValue) || offset is not { } place || place > plain.Length - first.Integer
                || new ValueReader(plain, (int)(first.Integer + place), Budget).Read() is not { } value || value.Kind == PdfKind.Reference)
            {
                return null;
            }

            objects.Add(((int)number, value));
        }

        return objects;
    }
}
