using System.Text;
using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Signing;

/// <summary>Writes a dictionary or array again with something put in; all else stays byte for byte.</summary>
internal static class DictionaryEditor
{
    public static byte[] With(PdfValue dictionary, params (string Key, byte[] Value)[] entries)
    {
        byte[] text = dictionary.Raw.ToArray();
        foreach ((string key, byte[] value) in entries.OrderByDescending(entry => dictionary[entry.Key]?.Start ?? int.MaxValue))
        {
            text = dictionary[key] is { } old
                ? [.. text[..(old.Start - dictionary.Start)], .. value, .. text[(old.End - dictionary.Start)..]]
                : [.. text[..^2], .. Latin($" /{key} "), .. value, .. ">>"u8];
        }

        return text;
    }

    /// <summary>An array with an item behind its last one.</summary>
    public static byte[] Append(PdfValue? array, string item) =>
        array is null ? Latin($"[{item}]") : [.. array.Raw.Span[..^1], .. Latin($" {item}]")];

    public static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);
}
