using MyNumber.Jpki.Pdf.Reading;

namespace MyNumber.Jpki.Pdf.Verification;

/// <summary>Whether a signature reaches exactly to the end of its revision.</summary>
internal static class Coverage
{
    private const int LongestLineEnd = 2;

    /// <summary>The last revision must be covered to the last byte of the file; an earlier one to %%EOF and the end of its line.</summary>
    public static bool IsWhole(PdfFile file, int revision, int end)
    {
        int close = file.Revisions[revision].End;
        bool isLast = revision == file.Revisions.Count - 1;
        return isLast
            ? end == file.Bytes.Length
            : end >= close && end <= close + LongestLineEnd && file.Bytes.Span[close..end].IndexOfAnyExcept((byte)'\r', (byte)'\n') < 0;
    }
}
