namespace MyNumber.Jpki.Pdf.Objects;

/// <summary>The number of an indirect object and its generation (ISO 32000-1 §7.3.10).</summary>
internal readonly record struct PdfReference(int Number, int Generation);
