using System.Text;
using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Reading;

/// <summary>Walks the form of one view and finds its signature fields (ISO 32000-1 §12.7.3).</summary>
internal sealed class FieldReader(PdfView view)
{
    private const int BytesPerCharacter = 8; // the longest escape of a byte, \ddd, twice

    private readonly HashSet<PdfReference> _seen = [];
    private readonly List<SignatureField> _fields = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _repeated = new(StringComparer.Ordinal);

    /// <summary>All fields; <see langword="null"/> when the form is malformed, reaches a field twice, or a ceiling.</summary>
    public static FormFields? Read(PdfView view)
    {
        FieldReader reader = new(view);
        bool fits = view.Catalog is not { } catalog || view.Resolve(catalog["AcroForm"]) is not { } form || reader.Walk(view.Resolve(form["Fields"]), string.Empty, false, null, PdfLimits.Depth);
        return fits ? new FormFields(reader._fields, reader._names, reader._repeated) : null;
    }

    /// <summary>A text string (ISO 32000-1 §7.9.2.2): UTF-16 behind a mark, else one character for each byte.</summary>
    private static string Text(PdfValue value)
    {
        ReadOnlySpan<byte> bytes = StringDecoder.Decode(value);
        return bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes[2..])
            : bytes is [0xEF, 0xBB, 0xBF, ..] ? Encoding.UTF8.GetString(bytes[3..])
            : Encoding.Latin1.GetString(bytes);
    }

    private bool Walk(PdfValue? items, string prefix, bool isSignature, PdfValue? inherited, int depth)
    {
        if (items is null)
        {
            return true;
        }

        bool fits = items.Kind == PdfKind.Array && (depth > 0 || view.File.Budget.Spend());
        for (int i = 0; fits && i < items.Items.Count; i++)
        {
            fits = Visit(items.Items[i], prefix, isSignature, inherited, depth - 1);
        }

        return fits;
    }

    /// <summary>Type and value are handed down to what has none of its own (ISO 32000-1 table 220).</summary>
    private bool Visit(PdfValue item, string prefix, bool isSignature, PdfValue? inherited, int depth)
    {
        if (item.Kind != PdfKind.Reference || !_seen.Add(item.Reference) || !view.File.Budget.TakeSteps() || view.Resolve(item) is not { Kind: PdfKind.Dictionary } field)
        {
            return false;
        }

        if (_seen.Count > PdfLimits.Fields || WholeName(view.Resolve(field["T"]), prefix) is not { } name || !view.File.Budget.TakeSteps(name.Length))
        {
            return view.File.Budget.Spend();
        }

        if (!_names.Add(name) && field["T"] is not null)
        {
            _repeated.Add(name);
        }

        PdfValue? value = field["V"] is null or { Kind: PdfKind.Null } ? inherited ?? field["V"] : field["V"];
        PdfValue? type = view.Resolve(field["FT"]);
        bool mine = type is null ? isSignature : type.IsName("Sig");
        if (mine && (field["FT"] is not null || field["T"] is not null || field["V"] is not null))
        {
            _fields.Add(new SignatureField(name, item.Reference, field, value));
        }

        return Walk(view.Resolve(field["Kids"]), name, mine, value, depth);
    }

    private static string? WholeName(PdfValue? partial, string prefix)
    {
        if (partial is null)
        {
            return prefix;
        }

        if (partial.Raw.Length > BytesPerCharacter * PdfLimits.FieldNameLength)
        {
            return null;
        }

        string name = prefix.Length == 0 ? Text(partial) : $"{prefix}.{Text(partial)}";
        return name.Length <= PdfLimits.FieldNameLength ? name : null;
    }
}
