using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Reading;

/// <summary>What can be reached in a view: the pages, and every reference that the document makes from its catalog on.</summary>
internal static class PageWalker
{
    /// <summary>The pages in order (ISO 32000-1 §7.7.3); <see langword="null"/> when the tree is malformed.</summary>
    public static List<PdfReference>? Pages(PdfView view)
    {
        List<PdfReference> pages = [];
        HashSet<PdfReference> seen = [];
        return view.Catalog?["Pages"] is { Kind: PdfKind.Reference } root && Visit(view, root, pages, seen, PdfLimits.Depth) ? pages : null;
    }

    /// <summary>The numbers of all objects that are referred to, there or not.</summary>
    public static HashSet<int> Reached(PdfView view)
    {
        HashSet<int> reached = [];
        Stack<PdfValue> open = new([view.Trailer]);
        while (open.TryPop(out PdfValue? value))
        {
            if (value.Kind == PdfKind.Reference)
            {
                if (reached.Add(value.Reference.Number) && view.Find(value.Reference)?.Value is { } target)
                {
                    open.Push(target);
                }

                continue;
            }

            foreach (PdfValue inner in value.Kind == PdfKind.Dictionary ? value.Entries.Values : value.Items)
            {
                open.Push(inner);
            }
        }

        return reached;
    }

    private static bool Visit(PdfView view, PdfValue node, List<PdfReference> pages, HashSet<PdfReference> seen, int depth)
    {
        if (depth == 0 || node.Kind != PdfKind.Reference || !seen.Add(node.Reference) || view.Resolve(node) is not { Kind: PdfKind.Dictionary } dictionary)
        {
            return false;
        }

        if (dictionary["Kids"] is null)
        {
            pages.Add(node.Reference);
            return true;
        }

        return view.Resolve(dictionary["Kids"]) is { Kind: PdfKind.Array } kids && kids.Items.All(kid => Visit(view, kid, pages, seen, depth - 1));
    }
}
