using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Verification.Updates;

/// <summary>The form's list of fields may get new signature fields that show nothing, at its end, and so may a page's list of annotations, but only such as the form has got too: the others' signatures would not be judged.</summary>
internal sealed class NewFieldRule(UpdateChanges changes)
{
    private static readonly HashSet<string> _fieldKeys = new(["Type", "Subtype", "FT", "T", "TU", "Ff", "Rect", "V", "F", "P", "DA", "M", "AP", "AS", "Border", "Lock", "SV"], StringComparer.Ordinal);

    private readonly HashSet<PdfReference> _new = [];
    private readonly HashSet<(PdfValue? Old, PdfValue? New)> _compared = [];

    /// <summary>Comes before the pages.</summary>
    public bool FormFits(PdfValue? oldFields, PdfValue? newFields) => ListFits(oldFields, newFields, item => IsNewAndShowsNothing(item) && _new.Add(item.Reference));

    public bool PageFits(PdfValue? oldAnnotations, PdfValue? newAnnotations) => ListFits(oldAnnotations, newAnnotations, item => item.Kind == PdfKind.Reference && _new.Contains(item.Reference));

    /// <summary>The old items in their order, and behind them new ones. A list that many pages share is compared once.</summary>
    private bool ListFits(PdfValue? oldList, PdfValue? newList, Func<PdfValue, bool> isAllowed)
    {
        changes.AccountAlone(oldList, newList);
        PdfValue? old = changes.Before.Resolve(oldList), now = changes.After.Resolve(newList);
        if (ReferenceEquals(old, now) || !_compared.Add((old, now)))
        {
            return true;
        }

        bool shaped = old is null or { Kind: PdfKind.Array } && now is { Kind: PdfKind.Array };
        return shaped && (old is null || changes.Comparer.StartsWith(now!, old)) && now!.Items.Skip(old?.Items.Count ?? 0).All(isAllowed);
    }

    private bool IsNewAndShowsNothing(PdfValue item)
    {
        if (item.Kind != PdfKind.Reference || !changes.IsAdded(item.Reference) || changes.After.Find(item.Reference) is not { IsStream: false, Value: { Kind: PdfKind.Dictionary } field })
        {
            return false;
        }

        changes.Signs = true;
        return field.Entries.Keys.All(_fieldKeys.Contains)
            && field["FT"]?.IsName("Sig") == true
            && field["Type"]?.IsName("Annot") != false
            && field["Subtype"]?.IsName("Widget") != false
            && IsZero(field["Rect"], 4)
            && (field["Border"] is not { } border || IsZero(border, 3))
            && DrawsNothing(field["AP"]);
    }

    /// <summary>A rectangle at the origin without width and height, or a border of no width.</summary>
    private static bool IsZero(PdfValue? numbers, int count) => numbers is { Kind: PdfKind.Array } && numbers.Items.Count == count && numbers.Items.All(number => number.IsNumber && number.Number == 0);

    /// <summary>No appearance, or the one of an empty form.</summary>
    private bool DrawsNothing(PdfValue? appearance)
    {
        if (appearance is null)
        {
            return true;
        }

        return appearance is { Kind: PdfKind.Dictionary, Entries.Count: 1 } && appearance["N"] is { Kind: PdfKind.Reference } normal && changes.IsAdded(normal.Reference)
            && changes.After.Find(normal.Reference) is { IsStream: true } form && form.Value["Length"]?.IsInteger(0, 0) == true && changes.After.IsWhole(form);
    }
}
