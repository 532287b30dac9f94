using System.Buffers;
using System.Text;

namespace MyNumber.Jpki.Xml.Canonical;

/// <summary>Writes canonical octets up to a ceiling: UTF-8, with the references of C14N 1.0 §2.3.</summary>
internal sealed class CanonicalText(int ceiling)
{
    private static readonly SearchValues<char> InText = SearchValues.Create("&<>\r");
    private static readonly SearchValues<char> InAttribute = SearchValues.Create("&<\"\t\n\r");

    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>Whether the ceiling was reached; what was written is then no canonical form.</summary>
    public bool IsOver { get; private set; }

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public void Raw(ReadOnlySpan<char> text)
    {
        IsOver |= _bytes.WrittenCount + (long)text.Length > ceiling;
        if (!IsOver)
        {
            Encoding.UTF8.GetBytes(text, _bytes);
        }
    }

    public void Text(string value) => Escape(value, InText);

    public void Attribute(string prefix, string name, string value)
    {
        Raw(" ");
        QualifiedName(prefix, name);
        Raw("=\"");
        Escape(value, InAttribute);
        Raw("\"");
    }

    public void QualifiedName(string prefix, string name)
    {
        if (prefix.Length != 0)
        {
            Raw(prefix);
            Raw(":");
        }

        Raw(name);
    }

    private static string Reference(char character) => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\t' => "&#x9;",
        '\n' => "&#xA;",
        _ => "&#xD;",
    };

    private void Escape(ReadOnlySpan<char> value, SearchValues<char> special)
    {
        int at = value.IndexOfAny(special);
        while (at >= 0 && !IsOver)
        {
            Raw(value[..at]);
            Raw(Reference(value[at]));
            value = value[(at + 1)..];
            at = value.IndexOfAny(special);
        }

        Raw(value);
    }
}
