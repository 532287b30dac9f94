using System.Globalization;
using System.Text;

namespace MyNumber.Jpki.Pdf.Signing;

/// <summary>Writes text strings and dates (ISO 32000-1 §7.9.2.2 and §7.9.4).</summary>
internal static class TextString
{
    /// <summary>In parentheses where it is plain ASCII, else UTF-16 in hexadecimal digits.</summary>
    public static string Write(string text)
    {
        bool plain = text.All(one => one is >= ' ' and <= '~' and not '(' and not ')' and not '\\');
        return plain ? $"({text})" : $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
    }

    public static string Write(DateTimeOffset time) => string.Create(CultureInfo.InvariantCulture, $"(D:{time.UtcDateTime:yyyyMMddHHmmss}Z)");
}
