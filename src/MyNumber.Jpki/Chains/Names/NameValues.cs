using System.Formats.Asn1;
using System.Text;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Chains.Names;

/// <summary>Values of name attributes in the form in which RFC 5280 §7.1 compares them: as text, folded, with white space squeezed; anything that is no text as bytes.</summary>
internal static class NameValues
{
    private static readonly UTF32Encoding Utf32 = new(bigEndian: true, byteOrderMark: false, throwOnInvalidCharacters: true);
    private static readonly UnicodeEncoding Utf16 = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <param name="encoded">The value with its header.</param>
    /// <param name="text">The value as it stands, when it is text.</param>
    public static string Canonical(ReadOnlyMemory<byte> encoded, out string? text)
    {
        text = Decode(encoded);
        return text is null ? $"#{Convert.ToHexStringLower(encoded.Span)}" : $"'{Fold(text)}";
    }

    // Old names carry the other string types too; they are compared as text, so that an excluded subtree is not escaped by another type.
    private static string? Decode(ReadOnlyMemory<byte> encoded)
    {
        DerReader reader = new(encoded);
        Asn1Tag tag = reader.PeekTag();
        Encoding? encoding = tag.TagClass != TagClass.Universal ? null : (UniversalTagNumber)tag.TagValue switch
        {
            UniversalTagNumber.UTF8String => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
            UniversalTagNumber.PrintableString or UniversalTagNumber.IA5String or UniversalTagNumber.NumericString or UniversalTagNumber.VisibleString
                or UniversalTagNumber.TeletexString => Encoding.Latin1,
            UniversalTagNumber.BMPString => Utf16,
            UniversalTagNumber.UniversalString => Utf32,
            _ => null,
        };
        try
        {
            return encoding?.GetString(reader.ReadCharacters(tag).Span);
        }
        catch (DecoderFallbackException)
        {
            throw new AsnContentException();
        }
    }

    // RFC 4518 §2: map, normalise, squeeze white space.
    private static string Fold(string text)
    {
        StringBuilder folded = new(text.Length);
        bool space = false;
        foreach (char c in Normalise(text))
        {
            if (char.IsWhiteSpace(c))
            {
                space = folded.Length != 0;
                continue;
            }

            if (space)
            {
                folded.Append(' ');
                space = false;
            }

            folded.Append(char.ToLowerInvariant(char.ToUpperInvariant(c)));
        }

        return folded.ToString();
    }

    private static string Normalise(string text)
    {
        try
        {
            return Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            throw new AsnContentException(); // a lone surrogate
        }
    }
}
