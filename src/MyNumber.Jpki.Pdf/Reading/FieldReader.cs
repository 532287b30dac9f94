using System.Text;
using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Reading;

/// <summary>Walks the form of one view and finds its signature fields (ISO 32000-1 §12.7.3).</summary>
internal sealed class FieldReader(PdfView view)
{
    private readonly HashSet<PdfReference> _seen = [];
    private readonly List<SignatureField> _fields = [];

    /// <summary>All signature fields; <see langword="null"/> when the form is malformed, reaches a field twice, or has too many.</summary>
    public static IReadOnlyList<SignatureField>? Read(PdfView view)
    {
        if (view.Catalog is not { } catalog || view.Resolve(catalog["AcroForm"]) is not { } form)
        {
            return [];
        }

        FieldReader reader = new(view);
        return reader.Walk(view.Resolve(form["Fields"]), string.Empty, false, PdfLimits.Depth) ? reader._fields : null;
    }

    /// <summary>A text string (ISO 32000-1 §7.9.2.2): UTF-16 behind a mark, else one character for each byte.</summary>
    public static string Text(PdfValue? value)
    {
        ReadOnlySpan<byte> bytes = value is { IsString: true } ? value.Bytes.Span : default;
        return bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes[2..])
            : bytes is [0xEF, 0xBB, 0xBF, ..] ? Encoding.UTF8.GetString(bytes[3..])
            : Encoding.Latin1.GetString(bytes);
    }

    private bool Walk(PdfValue? items, string prefix, bool isSignature, int depth)
    {
        if (items is null)
        {
            return true;
        }

        return items.Kind == PdfKind.Array && depth > 0 && items.Items.All(item => Visit(item, prefix, isSignature, depth - 1));
    }

    private bool Visit(PdfValue item, string prefix, bool isSignature, int depth)
    {
        if (item.Kind != PdfKind.Reference || !_seen.Add(item.Reference) || _seen.Count > PdfLimits.Fields)
        {
            return false;
        }

        if (view.Resolve(item) is not { Kind: PdfKind.Dictionary } field)
        {
            return false;
        }

        string name = field["T"] is null ? prefix : prefix.Length == 0 ? Text(field["T"]) : $"{prefix}.{Text(field["T"])}";
        PdfValue? type = view.Resolve(field["FT"]);
        bool mine = type is null ? isSignature : type.IsName("Sig");
        if (mine && (field["FT"] is not null || field["T"] is not null || field["V"] is not null))
        {
            _fields.Add(new SignatureField(name, item.Reference, field, field["V"]));
        }

        return Walk(view.Resolve(field["Kids"]), name, mine, depth);
    }
}
