namespace MyNumber.Jpki.Pdf.Objects;

/// <summary>The kinds of values (ISO 32000-1 §7.3).</summary>
internal enum PdfKind
{
    Null,
    Boolean,
    Integer,
    Real,
    Name,
    LiteralString,
    HexString,
    Array,
    Dictionary,
    Reference,
}
