namespace MyNumber.Numbering.Tests;

/// <summary>Holds each published row against both encodings.</summary>
internal static class Published
{
    public delegate bool Parse<T>(ReadOnlySpan<char> text, NumberStyle style, out T value, out NumberFault fault);

    public delegate bool ParseUtf8<T>(ReadOnlySpan<byte> text, NumberStyle style, out T value, out NumberFault fault);

    public static void ShouldBe<T>(Parse<T> parse, ParseUtf8<T> parseUtf8, string text, NumberStyle style, NumberFault expected, string description)
        where T : struct
    {
        parse(text, style, out T value, out NumberFault fault).ShouldBe(expected == NumberFault.None, description);
        fault.ShouldBe(expected, description);
        parseUtf8(System.Text.Encoding.UTF8.GetBytes(text), style, out T fromUtf8, out NumberFault utf8Fault).ShouldBe(expected == NumberFault.None, description);
        utf8Fault.ShouldBe(expected, description);
        fromUtf8.ShouldBe(value, description);
        value.Equals(default(T)).ShouldBe(expected != NumberFault.None, description);
    }
}
