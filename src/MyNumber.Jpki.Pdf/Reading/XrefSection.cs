using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Reading;

/// <summary>One cross-reference table or stream with its trailer (ISO 32000-1 §7.5.4, §7.5.5, §7.5.8).</summary>
internal sealed record XrefSection
{
    public required int Start { get; init; }

    /// <summary>Behind the trailer or endobj.</summary>
    public required int End { get; init; }

    public required bool IsStream { get; init; }

    public required PdfValue Trailer { get; init; }

    public required IReadOnlyDictionary<int, XrefEntry> Entries { get; init; }
}
