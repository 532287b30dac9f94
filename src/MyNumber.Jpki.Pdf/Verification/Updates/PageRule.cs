using MyNumber.Jpki.Pdf.Objects;
using MyNumber.Jpki.Pdf.Reading;

namespace MyNumber.Jpki.Pdf.Verification.Updates;

/// <summary>All that a page may get is a new field in its list of annotations. No rule accounts for anything else of the tree of pages, so the pages stay what they were.</summary>
internal sealed class PageRule(UpdateChanges changes, NewFieldRule fields)
{
    private const string Annotations = "Annots";

    private static readonly HashSet<string> _keys = new([Annotations], StringComparer.Ordinal);

    public bool Holds() => PageWalker.Pages(changes.Before) is { } pages && pages.All(PageFits);

    private bool PageFits(PdfReference page)
    {
        if (changes.Before.Find(page)?.Value is not { } old || changes.After.Find(page)?.Value is not { } now
            || !changes.Comparer.AreSameBut(old, now, _keys) || !fields.PageFits(old[Annotations], now[Annotations]))
        {
            return false;
        }

        changes.Account(page);
        return true;
    }
}
