using MyNumber.Jpki.Pdf.Objects;
using MyNumber.Jpki.Pdf.Reading;

namespace MyNumber.Jpki.Pdf.Verification;

/// <summary>Judges one incremental update by what it changed: every object that was there must be the same, but for the places where a signature or validation data is entered.</summary>
internal sealed class UpdateClassifier
{
    private static readonly HashSet<string> _formKeys = new(["Fields", "SigFlags"], StringComparer.Ordinal);
    private static readonly HashSet<string> _newFormKeys = new(["Fields", "SigFlags", "DA", "DR"], StringComparer.Ordinal);
    private static readonly HashSet<string> _catalogKeys = new(["AcroForm", "DSS", "Extensions"], StringComparer.Ordinal);
    private static readonly HashSet<string> _annotationKeys = new(["Annots"], StringComparer.Ordinal);
    private static readonly HashSet<string> _valueKey = new(["V"], StringComparer.Ordinal);
    private static readonly HashSet<string> _fieldKeys = new(["Type", "Subtype", "FT", "T", "TU", "Ff", "Rect", "V", "F", "P", "DA", "M", "Border", "AP", "AS", "Lock", "SV", "MK"], StringComparer.Ordinal);

    // What is entered in a place that was there must not be anything that a page could use: an attacker can let a page take the catalog or a field for its own resources.
    private static readonly HashSet<string> _validationKeys = new(["Type", "Certs", "CRLs", "OCSPs", "VRI"], StringComparer.Ordinal);
    private static readonly HashSet<string> _extensionKeys = new(["Type", "ADBE", "ESIC", "ISO_"], StringComparer.Ordinal);
    private static readonly HashSet<string> _signatureKeys = new(["Type", "Filter", "SubFilter", "Contents", "Cert", "ByteRange", "Reference", "Changes", "Name", "M", "Location", "Reason", "ContactInfo", "R", "V", "Prop_Build", "Prop_AuthTime", "Prop_AuthType"], StringComparer.Ordinal);

    private readonly PdfView _before;
    private readonly PdfView _after;
    private readonly HashSet<int> _added = [];
    private readonly HashSet<int> _accounted = [];
    private bool _signs;

    private UpdateClassifier(PdfFile file, int revision)
    {
        _before = file.ViewAt(revision - 1);
        _after = file.ViewAt(revision);
    }

    /// <summary>What revision <paramref name="revision"/> brought over the one before it.</summary>
    public static PdfUpdateKind Classify(PdfFile file, int revision)
    {
        UpdateClassifier classifier = new(file, revision);
        bool harmless = classifier.IsHarmless();
        return !harmless || file.TakeFlaw() != VerificationReason.None ? PdfUpdateKind.Change : classifier._signs ? PdfUpdateKind.Signature : PdfUpdateKind.ValidationData;
    }

    private static bool SameBut(PdfValue old, PdfValue now, HashSet<string> keys) =>
        old.Entries.Where(entry => !keys.Contains(entry.Key)).All(entry => now[entry.Key] is { } value && entry.Value.IsSameAs(value))
        && now.Entries.Keys.All(key => keys.Contains(key) || old[key] is not null);

    private static bool SameReference(PdfValue? old, PdfValue? now) => old is null ? now is null : now is not null && old.IsSameAs(now);

    private bool IsHarmless()
    {
        PdfValue? root = _before.Trailer["Root"];
        if (root is not { Kind: PdfKind.Reference } || !SameReference(root, _after.Trailer["Root"]) || !InfoFits()
            || _before.Catalog is not { } old || _after.Catalog is not { } now || !Sort(out List<int> changed))
        {
            return false;
        }

        _accounted.Add(root.Reference.Number);
        Account(old["AcroForm"], now["AcroForm"]);
        return SameBut(old, now, _catalogKeys) && ExtraFits(old, now, "DSS", _validationKeys) && ExtraFits(old, now, "Extensions", _extensionKeys) && FormFits(_before.Resolve(old["AcroForm"]), _after.Resolve(now["AcroForm"])) && PagesFit() && FieldsFit()
            && changed.All(_accounted.Contains)
            && (_added.Count == 0 || !PageWalker.Reached(_before).Overlaps(_added));
    }

    private bool InfoFits() => _after.Trailer["Info"] is not { } info || SameReference(_before.Trailer["Info"], info);

    /// <summary>Divides what the update wrote into new and changed objects; refuses what is freed or a stream written anew.</summary>
    private bool Sort(out List<int> changed)
    {
        changed = [];
        foreach (int number in _after.Revision.Sections.SelectMany(section => section.Entries.Keys).Where(number => number != 0))
        {
            XrefEntry entry = _after.Revision.Find(number)!.Value;
            (XrefEntry Entry, PdfRevision Revision)? old = _before.Locate(number);
            if (old is not { Entry.Kind: not XrefKind.Free } there)
            {
                _added.Add(number);
                continue;
            }

            if (there.Entry == entry && entry.Kind == XrefKind.InFile)
            {
                continue;
            }

            int generation = there.Entry.Kind == XrefKind.InFile ? there.Entry.Detail : 0;
            PdfObject? before = _before.Find(new PdfReference(number, generation)), after = _after.Find(new PdfReference(number, generation));
            if (before is null || after is null || before.IsStream || after.IsStream)
            {
                return false;
            }

            if (!before.Value.IsSameAs(after.Value))
            {
                changed.Add(number);
            }
        }

        return true;
    }

    /// <summary>An object counts as compared only where it still stands at its place: one that was replaced there may be used elsewhere and must not change.</summary>
    private void Account(PdfValue? old, PdfValue? now)
    {
        if (old is { Kind: PdfKind.Reference } && SameReference(old, now))
        {
            _accounted.Add(old.Reference.Number);
        }
    }

    /// <summary>An entry of the catalog is as it was, or a plain dictionary of nothing but its own keys; its object is new.</summary>
    private bool ExtraFits(PdfValue old, PdfValue now, string key, HashSet<string> keys)
    {
        if (now[key] is not { } value)
        {
            return old[key] is null;
        }

        return old[key]?.IsSameAs(value) == true || (_after.Resolve(value) is { Kind: PdfKind.Dictionary } dictionary && dictionary.Entries.Keys.All(keys.Contains));
    }

    private bool FormFits(PdfValue? old, PdfValue? now)
    {
        if (now is null)
        {
            return old is null;
        }

        if (now.Kind != PdfKind.Dictionary || (old is not null && old.Kind != PdfKind.Dictionary) || now["SigFlags"]?.IsInteger(0, 3) == false)
        {
            return false;
        }

        Account(old?["Fields"], now["Fields"]);
        bool keysFit = old is null ? now.Entries.Keys.All(_newFormKeys.Contains) : SameBut(old, now, _formKeys);
        return keysFit && ListFits(_before.Resolve(old?["Fields"]), _after.Resolve(now["Fields"]));
    }

    private bool PagesFit()
    {
        if (PageWalker.Pages(_before) is not { } pages)
        {
            return false;
        }

        foreach (PdfReference page in pages)
        {
            PdfValue? old = _before.Find(page)?.Value, now = _after.Find(page)?.Value;
            if (old is null || now is null || !SameBut(old, now, _annotationKeys) || !ListFits(_before.Resolve(old["Annots"]), _after.Resolve(now["Annots"])))
            {
                return false;
            }

            _accounted.Add(page.Number);
            Account(old["Annots"], now["Annots"]);
        }

        return true;
    }

    /// <summary>Empty signature fields that were there may have got their signature.</summary>
    private bool FieldsFit()
    {
        foreach (SignatureField field in FieldReader.Read(_before) ?? [])
        {
            PdfValue? now = _after.Find(field.Reference)?.Value;
            if (field.Value is null && now?["V"] is { Kind: PdfKind.Reference } value && IsNewSignature(value.Reference) && SameBut(field.Dictionary, now, _valueKey))
            {
                _signs = true;
                _accounted.Add(field.Reference.Number);
            }
        }

        return true;
    }

    private bool IsNewSignature(PdfReference reference) =>
        _added.Contains(reference.Number) && _after.FindInFile(reference) is { IsStream: false, Value: { Kind: PdfKind.Dictionary } signature } && signature.Entries.Keys.All(_signatureKeys.Contains);

    /// <summary>The old references in their order, and behind them only new signature fields that show nothing.</summary>
    private bool ListFits(PdfValue? old, PdfValue? now)
    {
        IReadOnlyList<PdfValue> before = old?.Items ?? [], after = now?.Items ?? [];
        if ((now is not null && now.Kind != PdfKind.Array) || (old is not null && old.Kind != PdfKind.Array) || after.Count < before.Count)
        {
            return false;
        }

        bool kept = before.Zip(after).All(pair => pair.First.IsSameAs(pair.Second));
        return kept && after.Skip(before.Count).All(IsNewInvisibleSignature);
    }

    private bool IsNewInvisibleSignature(PdfValue item)
    {
        if (item.Kind != PdfKind.Reference || !_added.Contains(item.Reference.Number) || _after.Find(item.Reference) is not { IsStream: false, Value: { Kind: PdfKind.Dictionary } field }
            || field["FT"]?.IsName("Sig") != true || !field.Entries.Keys.All(_fieldKeys.Contains))
        {
            return false;
        }

        _signs = true;
        return field["Rect"] is not { } rectangle || (_after.Resolve(rectangle) is { Kind: PdfKind.Array, Items: { Count: 4 } sides } && sides.All(side => side.IsNumber)
            && (sides[0].Number.Equals(sides[2].Number) || sides[1].Number.Equals(sides[3].Number)));
    }
}
