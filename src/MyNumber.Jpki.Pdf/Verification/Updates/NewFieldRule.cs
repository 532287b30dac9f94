using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Verification.Updates;

/// <summary>A list of fields or annotations may get new signature fields that show nothing, at its end.</summary>
internal sealed class NewFieldRule(UpdateChanges changes)
{
    private static readonly HashSet<string> _fieldKeys = new(["Type", "Subtype", "FT", "T", "TU", "Ff", "Rect", "V", "F", "P", "DA", "M", "AP", "Lock", "SV"], StringComparer.Ordinal);

    private readonly HashSet<(PdfValue? Old, PdfValue? New)> _compared = [];

    /// <summary>The old items in their order, and behind them only new fields that show nothing. A list that many pages share is compared once.</summary>
    public bool ListFits(PdfValue? oldList, PdfValue? newList)
    {
        changes.AccountAlone(oldList, newList);
        PdfValue? old = changes.Before.Resolve(oldList), now = changes.After.Resolve(newList);
        if (ReferenceEquals(old, now) || !_compared.Add((old, now)))
        {
            return true;
        }

        bool shaped = old is null or { Kind: PdfKind.Array } && now is { Kind: PdfKind.Array };
        return shaped && (old is null || changes.Comparer.StartsWith(now!, old)) && now!.Items.Skip(old?.Items.Count ?? 0).All(IsNewAndShowsNothing);
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
            && HasNoPlace(field["Rect"])
            && DrawsNothing(field["AP"]);
    }

    /// <summary>All four sides are zero: what a border or a wrong subtype would draw around another place has none to be drawn at.</summary>
    private static bool HasNoPlace(PdfValue? rectangle) => rectangle is { Kind: PdfKind.Array, Items.Count: 4 } && rectangle.Items.All(side => side.IsNumber && side.Number == 0);

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
