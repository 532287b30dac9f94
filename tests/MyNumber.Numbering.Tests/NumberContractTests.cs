using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MyNumber.Numbering.Tests;

/// <summary>What every number type promises, run over each of them.</summary>
public abstract class NumberContractTests<T>
    where T : struct, IEquatable<T>, IComparable<T>, IComparable, ISpanParsable<T>, IUtf8SpanParsable<T>, ISpanFormattable, IUtf8SpanFormattable
{
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo("ar-SA");

    protected abstract string Smaller { get; }

    protected abstract string Larger { get; }

    protected virtual string? Mask => null;

    [Fact]
    public void All_ways_of_parsing_agree()
    {
        T value = T.Parse(Smaller, _culture);
        ParseString<T>(Smaller).ShouldBe(value);
        TryParseString<T>(Smaller).ShouldBeTrue();
        T.Parse(Smaller.AsSpan(), _culture).ShouldBe(value);
        T.Parse(Encoding.UTF8.GetBytes(Smaller), _culture).ShouldBe(value);
        T.TryParse(Smaller, _culture, out T tried).ShouldBeTrue();
        tried.ShouldBe(value);
        T.TryParse(Smaller.AsSpan(), _culture, out tried).ShouldBeTrue();
        T.TryParse(Encoding.UTF8.GetBytes(Smaller), _culture, out tried).ShouldBeTrue();
        tried.ShouldBe(value);
    }

    [Fact]
    public void Refusal_does_not_repeat_the_text()
    {
        string wrong = Smaller + "7";
        Should.Throw<FormatException>(() => T.Parse(wrong, null)).Message.ShouldNotContain(Smaller[2..]);
        Should.Throw<FormatException>(() => T.Parse(wrong.AsSpan(), null)).Message.ShouldNotContain(Smaller[2..]);
        Should.Throw<FormatException>(() => T.Parse(Encoding.UTF8.GetBytes(wrong), null)).Message.ShouldNotContain(Smaller[2..]);
        Should.Throw<FormatException>(() => ParseString<T>(wrong)).Message.ShouldNotContain(Smaller[2..]);
        Should.Throw<ArgumentNullException>(() => ParseString<T>(null!));
        TryParseString<T>(null).ShouldBeFalse();
    }

    [Fact]
    public void Order_and_equality_follow_the_digits_and_empty_comes_first()
    {
        T smaller = T.Parse(Smaller, null);
        T larger = T.Parse(Larger, null);
        smaller.CompareTo(larger).ShouldBeLessThan(0);
        larger.CompareTo((object)smaller).ShouldBeGreaterThan(0);
        default(T).CompareTo(smaller).ShouldBeLessThan(0);
        smaller.CompareTo(null).ShouldBeGreaterThan(0);
        smaller.Equals((object)T.Parse(Smaller, null)).ShouldBeTrue();
        smaller.GetHashCode().ShouldBe(T.Parse(Smaller, null).GetHashCode());
        smaller.Equals(larger).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => smaller.CompareTo("text"));
    }

    [Fact]
    public void All_ways_of_formatting_agree_and_guarded_ones_show_the_mask()
    {
        T value = T.Parse(Smaller, null);
        string expected = Mask ?? Smaller;
        value.ToString().ShouldBe(expected);
        value.ToString("G", _culture).ShouldBe(expected);
        $"{value}".ShouldBe(expected);
        Span<char> chars = stackalloc char[64];
        value.TryFormat(chars, out int written, "G", _culture).ShouldBeTrue();
        new string(chars[..written]).ShouldBe(expected);
        Span<byte> utf8 = stackalloc byte[64];
        value.TryFormat(utf8, out written, default, null).ShouldBeTrue();
        Encoding.UTF8.GetString(utf8[..written]).ShouldBe(expected);
    }

    [Theory]
    [InlineData("R")]
    [InlineData("P")]
    [InlineData("D12")]
    [InlineData("GG")]
    public void Other_formats_reveal_nothing(string format)
    {
        T value = T.Parse(Smaller, null);
        if (Mask is null)
        {
            Should.Throw<FormatException>(() => value.ToString(format, null));
        }
        else
        {
            value.ToString(format, null).ShouldBe(Mask);
        }
    }

    [Fact]
    public void Formatting_into_too_little_room_writes_nothing()
    {
        T value = T.Parse(Smaller, null);
        Span<char> chars = new char[(Mask ?? Smaller).Length - 1];
        value.TryFormat(chars, out int written, default, null).ShouldBeFalse();
        written.ShouldBe(0);
        Span<byte> utf8 = new byte[(Mask ?? Smaller).Length - 1];
        value.TryFormat(utf8, out written, default, null).ShouldBeFalse();
        written.ShouldBe(0);
    }

    [Fact]
    public void Json_reads_digits()
    {
        JsonSerializer.Deserialize<T>($"\"{Smaller}\"").ShouldBe(T.Parse(Smaller, null));
        JsonSerializer.Deserialize<T>($"\"\\u00{(int)Smaller[0]:x2}{Smaller[1..]}\"").ShouldBe(T.Parse(Smaller, null));
        JsonSerializer.Deserialize<T>("null").ShouldBe(default);
        JsonSerializer.Deserialize<T?>("null").ShouldBeNull();
    }

    [Fact]
    public void Json_writes_the_text_form()
    {
        T value = T.Parse(Smaller, null);
        JsonSerializer.Serialize(value, Relaxed).ShouldBe($"\"{Mask ?? Smaller}\"");
        JsonSerializer.Serialize(default(T)).ShouldBe("null");
    }

    [Fact]
    public void Json_keys_are_digits_and_guarded_numbers_are_no_keys()
    {
        string json = $$"""{"{{Smaller}}":1,"{{Larger}}":2}""";
        Dictionary<T, int> map = new() { [T.Parse(Smaller, null)] = 1, [T.Parse(Larger, null)] = 2 };
        if (Mask is null)
        {
            JsonSerializer.Serialize(map).ShouldBe(json);
            JsonSerializer.Deserialize<Dictionary<T, int>>(json)![T.Parse(Larger, null)].ShouldBe(2);
            Should.Throw<JsonException>(() => JsonSerializer.Serialize(new Dictionary<T, int> { [default] = 1 }));
        }
        else
        {
            Should.Throw<JsonException>(() => JsonSerializer.Serialize(map));
            Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Dictionary<T, int>>(json));
        }
    }

    [Theory]
    [InlineData("a number token", "123456789012")]
    [InlineData("an object", "{}")]
    [InlineData("an empty string", "\"\"")]
    [InlineData("a mask", "\"IndividualNumber(***)\"")]
    [InlineData("half a surrogate pair", "\"\\uD83D\"")]
    [InlineData("far too long", "\"1111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111\"")]
    public void Json_refuses_without_repeating_the_text(string description, string json)
    {
        JsonException thrown = Should.Throw<JsonException>(() => JsonSerializer.Deserialize<T>(json), description);
        thrown.ToString().ShouldNotContain("1234567");
        thrown.ToString().ShouldNotContain("1111111");
    }

    [Fact]
    public void Type_converter_reads_text_and_writes_the_text_form()
    {
        TypeConverter converter = TypeDescriptor.GetConverter(typeof(T));
        converter.CanConvertFrom(typeof(string)).ShouldBeTrue();
        converter.ConvertFromInvariantString(Smaller).ShouldBe(T.Parse(Smaller, null));
        converter.ConvertToInvariantString(T.Parse(Smaller, null)).ShouldBe(Mask ?? Smaller);
        Should.Throw<FormatException>(() => converter.ConvertFromInvariantString(Smaller + "7")).Message.ShouldNotContain(Smaller[2..]);
        Should.Throw<NotSupportedException>(() => converter.ConvertFrom(12L));
    }

    [Fact]
    public void Parsing_and_formatting_allocate_nothing()
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(Smaller);
        char[] chars = new char[64];
        Work(utf8, chars);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Work(utf8, chars);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static JsonSerializerOptions Relaxed { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static TString ParseString<TString>(string text)
        where TString : IParsable<TString> => TString.Parse(text, null);

    private static bool TryParseString<TString>(string? text)
        where TString : IParsable<TString> => TString.TryParse(text, null, out _);

    private void Work(byte[] utf8, char[] chars)
    {
        T.TryParse(Smaller.AsSpan(), null, out T value);
        T.TryParse(utf8, null, out _);
        T.TryParse("１２３４".AsSpan(), null, out _);
        value.TryFormat(chars, out _, default, null);
    }
}
