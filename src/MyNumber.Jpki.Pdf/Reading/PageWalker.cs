using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Reading;

/// <summary>The pages of a view in their order (ISO 32000-1 §7.7.3).</summary>
internal sealed class PageWalker(PdfView view)
{
    private readonly List<PdfReference> _pages = [];
    private readonly HashSet<PdfReference> _seen = [];

    /// <summary>All pages; <see langword="null"/> when the tree is malformed.</summary>
    public static IReadOnlyList<PdfReference>? Pages(PdfView view)
    {
        PageWalker walker = new(view);
        return view.Catalog?["Pages"] is { Kind: PdfKind.Reference } root && walker.Visit(root, PdfLimits.Depth) ? walker._pages : null;
    }

    private bool Visit(PdfValue node, int depth)
    {
        if (depth == 0 || node.Kind != PdfKind.Reference || !_seen.Add(node.Reference) || !view.File.Budget.TakeSteps() || view.Resolve(node) is not { Kind: PdfKind.Dictionary } dictionary)
        {
            return false;
        }

        if (dictionary["Kids"] is null)
        {
            _pages.Add(node.Reference);
            return true;
        }

        return view.Resolve(dictionary["Kids"]) is { Kind: PdfKind.Array } kids && kids.Items.All(kid => Visit(kid, depth - 1));
    }
}
