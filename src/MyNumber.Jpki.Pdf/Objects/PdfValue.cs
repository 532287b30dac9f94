namespace MyNumber.Jpki.Pdf.Objects;

/// <summary>One value and where it stands, so that it can be judged and copied by its very bytes. Strings are decoded when they are asked for, so that none is kept twice.</summary>
/// <param name="kind">What it is.</param>
/// <param name="source">What it was read from: the document, or a decompressed object stream.</param>
/// <param name="start">Its first byte.</param>
/// <param name="end">Behind its last byte.</param>
/// <param name="scalar">An integer, a boolean as 0 or 1, the bits of a real, or number and generation of a reference.</param>
/// <param name="content">A name, the items of an array, or the entries of a dictionary.</param>
internal sealed class PdfValue(PdfKind kind, ReadOnlyMemory<byte> source, int start, int end, long scalar = 0, object? content = null)
{
    private const int GenerationBits = 16;

    private static readonly Dictionary<string, PdfValue> _noEntries = [];

    public PdfKind Kind => kind;

    public int Start => start;

    public int End => end;

    /// <summary>An integer; a boolean as 0 or 1.</summary>
    public long Integer => kind is PdfKind.Integer or PdfKind.Boolean ? scalar : 0;

    /// <summary>An integer or a real.</summary>
    public double Number => kind == PdfKind.Real ? BitConverter.Int64BitsToDouble(scalar) : Integer;

    /// <summary>A name without its slash, one character for each byte.</summary>
    public string Name => content as string ?? string.Empty;

    public IReadOnlyList<PdfValue> Items => content as PdfValue[] ?? [];

    public Dictionary<string, PdfValue> Entries => content as Dictionary<string, PdfValue> ?? _noEntries;

    public PdfReference Reference => kind == PdfKind.Reference ? new PdfReference((int)(scalar >> GenerationBits), (int)(scalar & 0xFFFF)) : default;

    public ReadOnlyMemory<byte> Raw => source[start..end];

    public bool IsNumber => kind is PdfKind.Integer or PdfKind.Real;

    public bool IsString => kind is PdfKind.LiteralString or PdfKind.HexString;

    /// <summary>An entry of a dictionary; <see langword="null"/> when it is not there or the value is none.</summary>
    public PdfValue? this[string key] => Entries.GetValueOrDefault(key);

    /// <summary>What a reference is kept as.</summary>
    public static long Pack(int number, int generation) => ((long)number << GenerationBits) | (ushort)generation;

    public bool IsName(string name) => kind == PdfKind.Name && Name == name;

    /// <summary>An integer within the bounds.</summary>
    public bool IsInteger(long least, long most) => kind == PdfKind.Integer && scalar >= least && scalar <= most;
}
