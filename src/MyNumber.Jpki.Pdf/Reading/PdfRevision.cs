using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Reading;

/// <summary>The document as first written, or one incremental update (ISO 32000-1 §7.5.6). A linearized document has two sections.</summary>
/// <param name="Sections">The newest first.</param>
/// <param name="End">Behind %%EOF.</param>
internal sealed record PdfRevision(IReadOnlyList<XrefSection> Sections, int End)
{
    public PdfValue Trailer => Sections[0].Trailer;

    public XrefEntry? Find(int number)
    {
        for (int i = 0; i < Sections.Count; i++)
        {
            if (Sections[i].Entries.TryGetValue(number, out XrefEntry entry))
            {
                return entry;
            }
        }

        return null;
    }
}
