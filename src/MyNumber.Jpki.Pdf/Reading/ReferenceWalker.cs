using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Reading;

/// <summary>Everything that a view refers to from its trailer on.</summary>
internal sealed class ReferenceWalker
{
    private readonly PdfView _view;
    private readonly HashSet<PdfReference> _visited = [];
    private readonly Dictionary<int, int> _counts = [];
    private readonly Stack<PdfValue> _open = [];

    private ReferenceWalker(PdfView view)
    {
        _view = view;
        _open.Push(view.Trailer);
    }

    /// <summary>Whether every stream ends within the revision that wrote it, and no ceiling was reached.</summary>
    public bool IsWhole { get; private set; } = true;

    public static ReferenceWalker Walk(PdfView view)
    {
        ReferenceWalker walker = new(view);
        while (walker._open.TryPop(out PdfValue? value) && walker.IsWhole)
        {
            walker.Visit(value);
        }

        return walker;
    }

    /// <summary>How often an object is referred to, by whatever generation, there or not.</summary>
    public int Count(int number) => _counts.GetValueOrDefault(number);

    private void Visit(PdfValue value)
    {
        IsWhole = _view.File.Budget.TakeSteps();
        if (value.Kind == PdfKind.Reference)
        {
            _counts[value.Reference.Number] = Count(value.Reference.Number) + 1;
            Follow(value.Reference);
        }

        foreach (PdfValue item in value.Items)
        {
            _open.Push(item);
        }

        foreach (PdfValue entry in value.Entries.Values)
        {
            _open.Push(entry);
        }
    }

    private void Follow(PdfReference reference)
    {
        if (_visited.Add(reference) && _view.Find(reference) is { } target)
        {
            IsWhole &= !target.IsStream || _view.IsWhole(target);
            _open.Push(target.Value);
        }
    }
}
