namespace MyNumber.Jpki.Pdf.Reading;

/// <summary>Where a cross-reference row says that an object is.</summary>
internal enum XrefKind
{
    Free,
    InFile,
    InStream,
}
