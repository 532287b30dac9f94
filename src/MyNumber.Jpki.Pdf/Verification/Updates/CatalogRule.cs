using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Verification.Updates;

/// <summary>The catalog may get validation data, and its form new fields; what is entered must not be anything that a page could use.</summary>
internal sealed class CatalogRule(UpdateChanges changes, NewFieldRule fields)
{
    private const string Form = "AcroForm";
    private const string FieldList = "Fields";

    private static readonly HashSet<string> _catalogKeys = new([Form, "DSS", "Extensions"], StringComparer.Ordinal);
    private static readonly HashSet<string> _formKeys = new([FieldList, "SigFlags"], StringComparer.Ordinal);
    private static readonly HashSet<string> _validationKeys = new(["Type", "Certs", "CRLs", "OCSPs", "VRI"], StringComparer.Ordinal);
    private static readonly HashSet<string> _extensionKeys = new(["Type", "ADBE", "ESIC", "ISO_"], StringComparer.Ordinal);

    public bool Holds()
    {
        changes.AccountAlone(changes.Before.Trailer["Root"], changes.After.Trailer["Root"]);
        return changes.Before.Catalog is { } old && changes.After.Catalog is { } now
            && changes.Comparer.AreSameBut(old, now, _catalogKeys)
            && ExtraFits(old["DSS"], now["DSS"], _validationKeys)
            && ExtraFits(old["Extensions"], now["Extensions"], _extensionKeys)
            && FormFits(old[Form], now[Form]);
    }

    /// <summary>An entry is as it was, or a dictionary of nothing but its own keys, direct or in a new object.</summary>
    private bool ExtraFits(PdfValue? old, PdfValue? now, HashSet<string> keys)
    {
        if (changes.Comparer.AreSame(old, now))
        {
            return true;
        }

        PdfValue? value = now is { Kind: PdfKind.Reference } ? FindNew(now.Reference) : now;
        return value is { Kind: PdfKind.Dictionary } && value.Entries.Keys.All(keys.Contains);
    }

    private PdfValue? FindNew(PdfReference reference) => changes.IsAdded(reference) && changes.After.Find(reference) is { IsStream: false } found ? found.Value : null;

    /// <summary>A signature was there, so the form was.</summary>
    private bool FormFits(PdfValue? oldForm, PdfValue? newForm)
    {
        changes.AccountAlone(oldForm, newForm);
        PdfValue? old = changes.Before.Resolve(oldForm);
        PdfValue? now = newForm is { Kind: PdfKind.Reference } && !changes.Comparer.AreSame(oldForm, newForm) ? FindNew(newForm.Reference) : changes.After.Resolve(newForm);
        return old is { Kind: PdfKind.Dictionary } && now is { Kind: PdfKind.Dictionary }
            && now["SigFlags"]?.IsInteger(0, 3) != false
            && changes.Comparer.AreSameBut(old, now, _formKeys)
            && fields.FormFits(old[FieldList], now[FieldList]);
    }
}
