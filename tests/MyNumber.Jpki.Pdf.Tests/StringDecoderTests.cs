using System.Text;
using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Tests;

/// <summary>Strings of ISO 32000-1 §7.3.4, most of them its own examples.</summary>
public sealed class StringDecoderTests
{
    [Theory]
    [InlineData("plain", "(This is a string)", "54686973206973206120737472696E67")]
    [InlineData("empty", "()", "")]
    [InlineData("balanced parentheses", "(a(b)c)", "6128622963")]
    [InlineData("escaped parentheses", "(\\)\\(\\\\)", "29285C")]
    [InlineData("line continued", "(a\\\nb\\\r\nc\\\rd)", "61626364")]
    [InlineData("controls", "(\\n\\r\\t\\b\\f)", "0A0D09080C")]
    [InlineData("unknown escape is its character", "(\\x)", "78")]
    [InlineData("three octal digits", "(\\245\\307)", "A5C7")]
    [InlineData("octal with a digit behind", "(\\0053)", "0533")]
    [InlineData("two octal digits", "(\\53x)", "2B78")]
    [InlineData("octal overflow keeps eight bits", "(\\777)", "FF")]
    [InlineData("hexadecimal", "<4E6F76>", "4E6F76")]
    [InlineData("hexadecimal, odd", "<901FA>", "901FA0")]
    [InlineData("hexadecimal with white space", "<90 1F\nA3 >", "901FA3")]
    [InlineData("hexadecimal, odd, with white space", "< 9 0 1 >", "9010")]
    [InlineData("hexadecimal, empty", "<>", "")]
    [InlineData("hexadecimal, blank", "< >", "")]
    public void String_is_decoded(string row, string text, string expected)
    {
        Convert.ToHexString(StringDecoder.Decode(Read(text))).ShouldBe(expected, row);
    }

    [Theory]
    [InlineData("open", "(abc")]
    [InlineData("open within", "(a(b)")]
    [InlineData("end is escaped", "(abc\\)")]
    [InlineData("nothing behind a backslash", "(abc\\")]
    [InlineData("hexadecimal, open", "<4E6F")]
    [InlineData("hexadecimal with a letter", "<4G>")]
    public void String_without_an_end_is_none(string row, string text) => Read(text).ShouldBeNull(row);

    private static PdfValue? Read(string text)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(text);
        return new ValueReader(bytes, 0, new ReadBudget(bytes.Length)).Read();
    }
}
