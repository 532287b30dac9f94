using MyNumber.Jpki.Pdf.Reading;

namespace MyNumber.Jpki.Pdf.Verification;

/// <summary>A signature, its field, and the revision that brought it.</summary>
internal sealed record FoundSignature(string FieldName, int Revision, PdfObject? Dictionary);
