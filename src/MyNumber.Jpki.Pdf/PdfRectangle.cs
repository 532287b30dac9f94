namespace MyNumber.Jpki.Pdf;

/// <summary>A place on a page (署名の表示位置) in points of 1/72 inch from the lower left corner of the page's own coordinates.</summary>
/// <param name="Left">The left edge.</param>
/// <param name="Bottom">The lower edge.</param>
/// <param name="Right">The right edge, right of the left one.</param>
/// <param name="Top">The upper edge, above the lower one.</param>
public readonly record struct PdfRectangle(int Left, int Bottom, int Right, int Top);
