namespace MyNumber.Jpki.Pdf.Reading;

/// <summary>One row of a cross-reference table: an offset and a generation, or the number of an object stream and an index in it.</summary>
internal readonly record struct XrefEntry(XrefKind Kind, int Place, int Detail);
