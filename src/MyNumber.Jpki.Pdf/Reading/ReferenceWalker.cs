using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Reading;

/// <summary>Everything that a view refers to from its trailer on. One walker serves for all views of a file, so that its room is taken once.</summary>
internal sealed class ReferenceWalker
{
    private readonly HashSet<PdfReference> _visited = [];
    private readonly Dictionary<int, int> _counts = [];
    private readonly Stack<PdfValue> _open = [];

    /// <summary>Walks through a view; whether every stream ends within the revision that wrote it, and no ceiling was reached.</summary>
    public bool Walk(PdfView view)
    {
        _visited.Clear();
        _counts.Clear();
        _open.Clear();
        _open.Push(view.Trailer);
        bool isWhole = true;
        while (isWhole && _open.TryPop(out PdfValue? value))
        {
            isWhole = view.File.Budget.TakeSteps() && Visit(view, value);
        }

        return isWhole;
    }

    /// <summary>How often an object is referred to, by whatever generation, there or not.</summary>
    public int Count(int number) => _counts.GetValueOrDefault(number);

    private bool Visit(PdfView view, PdfValue value)
    {
        for (int i = 0; i < value.Items.Count; i++)
        {
            _open.Push(value.Items[i]);
        }

        foreach (PdfValue entry in value.Entries.Values)
        {
            _open.Push(entry);
        }

        return value.Kind != PdfKind.Reference || Follow(view, value.Reference);
    }

    private bool Follow(PdfView view, PdfReference reference)
    {
        _counts[reference.Number] = Count(reference.Number) + 1;
        if (!_visited.Add(reference) || view.Find(reference) is not { } target)
        {
            return true;
        }

        _open.Push(target.Value);
        return !target.IsStream || view.IsWhole(target);
    }
}
