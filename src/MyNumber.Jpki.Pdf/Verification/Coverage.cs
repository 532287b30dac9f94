using MyNumber.Jpki.Pdf.Objects;
using MyNumber.Jpki.Pdf.Reading;

namespace MyNumber.Jpki.Pdf.Verification;

/// <summary>Whether a signature reaches exactly to the end of its revision.</summary>
internal static class Coverage
{
    /// <summary>The last revision must be covered to the last byte of the file; an earlier one to %%EOF, and as far into the white space behind it as the file went when it was signed.</summary>
    public static bool IsWhole(PdfFile file, int revision, int end)
    {
        int close = file.Revisions[revision].End;
        bool isLast = revision == file.Revisions.Count - 1;
        return isLast
            ? end == file.Bytes.Length
            : end >= close && file.Bytes.Span[close..end].IndexOfAnyExcept(Characters.Space) < 0;
    }
}
