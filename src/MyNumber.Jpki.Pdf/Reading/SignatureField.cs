using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Reading;

/// <summary>A signature field (署名フィールド): its whole name, its object, and what /V says.</summary>
internal sealed record SignatureField(string Name, PdfReference Reference, PdfValue Dictionary, PdfValue? Value);
