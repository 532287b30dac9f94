namespace MyNumber.Jpki.Pdf.Objects;

/// <summary>One value and where it stands, so that it can be judged and copied by its very bytes.</summary>
internal sealed class PdfValue
{
    private static readonly Dictionary<string, PdfValue> _noEntries = [];

    public required PdfKind Kind { get; init; }

    /// <summary>What it was read from: the document, or a decompressed object stream.</summary>
    public required ReadOnlyMemory<byte> Source { get; init; }

    public required int Start { get; init; }

    /// <summary>Behind its last byte.</summary>
    public required int End { get; init; }

    /// <summary>An integer; a boolean as 0 or 1.</summary>
    public long Integer { get; init; }

    /// <summary>An integer or a real.</summary>
    public double Number { get; init; }

    /// <summary>A name without its slash, one character for each byte.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>A string, decoded.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    public IReadOnlyList<PdfValue> Items { get; init; } = [];

    public IReadOnlyDictionary<string, PdfValue> Entries { get; init; } = _noEntries;

    public PdfReference Reference { get; init; }

    public ReadOnlyMemory<byte> Raw => Source[Start..End];

    public bool IsNumber => Kind is PdfKind.Integer or PdfKind.Real;

    public bool IsString => Kind is PdfKind.LiteralString or PdfKind.HexString;

    /// <summary>An entry of a dictionary; <see langword="null"/> when it is not there or the value is none.</summary>
    public PdfValue? this[string key] => Entries.GetValueOrDefault(key);

    public bool IsName(string name) => Kind == PdfKind.Name && Name == name;

    /// <summary>An integer within the bounds.</summary>
    public bool IsInteger(long least, long most) => Kind == PdfKind.Integer && Integer >= least && Integer <= most;

    /// <summary>The same value, however it is spelt. References are compared and not followed.</summary>
    public bool IsSameAs(PdfValue other)
    {
        if (Kind != other.Kind && !(IsNumber && other.IsNumber) && !(IsString && other.IsString))
        {
            return false;
        }

        return Kind switch
        {
            PdfKind.Null => true,
            PdfKind.Boolean => Integer == other.Integer,
            PdfKind.Integer or PdfKind.Real => Number.Equals(other.Number),
            PdfKind.Name => Name == other.Name,
            PdfKind.LiteralString or PdfKind.HexString => Bytes.Span.SequenceEqual(other.Bytes.Span),
            PdfKind.Reference => Reference == other.Reference,
            PdfKind.Array => Items.Count == other.Items.Count && Items.Zip(other.Items).All(pair => pair.First.IsSameAs(pair.Second)),
            _ => Entries.Count == other.Entries.Count && Entries.All(entry => other[entry.Key] is { } value && entry.Value.IsSameAs(value)),
        };
    }
}
