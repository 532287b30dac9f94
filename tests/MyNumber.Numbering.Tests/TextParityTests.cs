using System.Text;

namespace MyNumber.Numbering.Tests;

/// <summary>A text and its UTF-8 bytes get one answer, whatever they hold and however long they are.</summary>
public sealed class TextParityTests
{
    private const string Alphabet = "0123456789０１８-‐−－ \u3000TＴtｔ٠\u0301\uD83D\uDE00\uFFFDx\0\n";

    private delegate string Answer(ReadOnlySpan<char> text, ReadOnlySpan<byte> utf8, NumberStyle style);

    private static readonly Answer[] Kinds =
    [
        Of<IndividualNumber>(IndividualNumber.TryParse, IndividualNumber.TryParse),
        Of<ResidentRecordCode>(ResidentRecordCode.TryParse, ResidentRecordCode.TryParse),
        Of<CorporateNumber>(CorporateNumber.TryParse, CorporateNumber.TryParse),
        Of<LocalGovernmentCode>(LocalGovernmentCode.TryParse, LocalGovernmentCode.TryParse),
        Of<InsurerNumber>(InsurerNumber.TryParse, InsurerNumber.TryParse),
        Of<BasicPensionNumber>(BasicPensionNumber.TryParse, BasicPensionNumber.TryParse),
        Of<ApplicationId>(ApplicationId.TryParse, ApplicationId.TryParse),
        Of<InvoiceRegistrationNumber>(InvoiceRegistrationNumber.TryParse, InvoiceRegistrationNumber.TryParse),
    ];

    [Fact]
    public void Random_texts_of_every_length_get_one_answer_in_both_encodings()
    {
        Random random = new(18);
        for (int i = 0; i < 100_000; i++)
        {
            char[] text = new char[random.Next(4) == 0 ? random.Next(150) : 58 + random.Next(12)];
            int digits = random.Next(text.Length + 1);
            for (int at = 0; at < text.Length; at++)
            {
                text[at] = at >= digits ? ' ' : random.Next(30) == 0 ? Alphabet[random.Next(Alphabet.Length)] : (char)('0' + random.Next(10));
            }

            text.AsSpan().Reverse();
            Agree(text, Encoding.UTF8.GetBytes(text));
        }
    }

    [Fact]
    public void Random_bytes_get_the_answer_of_the_text_that_they_decode_to()
    {
        Random random = new(19);
        byte[] alphabet = [.. Encoding.UTF8.GetBytes(Alphabet), 0x80, 0xC0, 0xED, 0xA0, 0xEF, 0xBC, 0xF0, 0xFF];
        for (int i = 0; i < 100_000; i++)
        {
            byte[] utf8 = new byte[random.Next(260)];
            int odd = random.Next(1, 60);
            for (int at = 0; at < utf8.Length; at++)
            {
                utf8[at] = random.Next(odd) == 0 ? alphabet[random.Next(alphabet.Length)] : (byte)('0' + random.Next(10));
            }

            Agree(Encoding.UTF8.GetString(utf8), utf8);
        }
    }

    [Theory]
    [InlineData("60 spaces and twelve digits", 60, "123456789012", NumberFault.TooLong)]
    [InlineData("53 spaces and twelve digits: one over", 53, "123456789012", NumberFault.TooLong)]
    [InlineData("52 spaces and twelve digits", 52, "123456789012", NumberFault.WrongCheckDigit)]
    [InlineData("64 spaces", 64, "", NumberFault.Empty)]
    [InlineData("65 spaces", 65, "", NumberFault.TooLong)]
    [InlineData("63 spaces and a character of two units", 63, "\U0001F600", NumberFault.TooLong)]
    public void Limit_counts_spaces_too(string description, int spaces, string rest, NumberFault expected)
    {
        string text = new string(' ', spaces) + rest;
        IndividualNumber.TryParse(text, NumberStyle.Lenient, out _, out NumberFault fault);
        fault.ShouldBe(expected, description);
        IndividualNumber.TryParse(Encoding.UTF8.GetBytes(text), NumberStyle.Lenient, out _, out fault);
        fault.ShouldBe(expected, description);
    }

    [Theory]
    [InlineData("63 characters behind the prefix", 63, NumberFault.ForbiddenCharacter)]
    [InlineData("64 characters behind the prefix", 64, NumberFault.TooLong)]
    public void Limit_counts_the_prefix_too(string description, int length, NumberFault expected)
    {
        string text = "T" + new string('1', length - 1) + "x";
        foreach (NumberStyle style in Enum.GetValues<NumberStyle>())
        {
            InvoiceRegistrationNumber.TryParse(text, style, out _, out NumberFault fault);
            fault.ShouldBe(expected, description);
            InvoiceRegistrationNumber.TryParse(Encoding.UTF8.GetBytes(text), style, out _, out fault);
            fault.ShouldBe(expected, description);
        }
    }

    private static void Agree(ReadOnlySpan<char> text, ReadOnlySpan<byte> utf8)
    {
        foreach (Answer kind in Kinds)
        {
            foreach (NumberStyle style in Enum.GetValues<NumberStyle>())
            {
                string difference = kind(text, utf8, style);
                Assert.True(difference.Length == 0, difference);
            }
        }
    }

    private static Answer Of<T>(Published.Parse<T> parse, Published.ParseUtf8<T> parseUtf8)
        where T : struct, IEquatable<T> => (text, utf8, style) =>
    {
        bool accepted = parse(text, style, out T value, out NumberFault fault);
        bool acceptedUtf8 = parseUtf8(utf8, style, out T valueUtf8, out NumberFault faultUtf8);
        return accepted == acceptedUtf8 && fault == faultUtf8 && value.Equals(valueUtf8) ? string.Empty : $"{typeof(T).Name}, {style}, {text.Length}: {fault}, {faultUtf8}";
    };
}
