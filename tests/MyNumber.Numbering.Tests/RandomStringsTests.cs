using System.Text;
using System.Text.Json;
using MyNumber.Numbering.Hints;
using MyNumber.Numbering.Identification;

namespace MyNumber.Numbering.Tests;

/// <summary>A million seeded strings through every kind, identification and hints, as UTF-16 and as UTF-8, and a million of any bytes; each in both styles.</summary>
public sealed class RandomStringsTests
{
    /// <summary>Four families make a million.</summary>
    private const int EachFamily = 250_000;

    private const string Lookalikes = "0123456789０１９-‐―−－ 　TＴtｔH٠١۹०𝟏\0\n";

    [Theory]
    [InlineData("ASCII", 0)]
    [InlineData("digits and separators of every width", 1)]
    [InlineData("any UTF-16 with lone surrogates", 2)]
    [InlineData("digits, now and then spoilt", 3)]
    public void No_text_makes_a_parse_throw(string description, int family)
    {
        Random random = new(1_000_003 + family);
        Span<char> buffer = stackalloc char[80];
        Span<byte> utf8 = stackalloc byte[240];
        int accepted = 0;
        for (int i = 0; i < EachFamily; i++)
        {
            Span<char> text = buffer[..Length(random)];
            Fill(text, random, family);
            Span<byte> encoded = utf8[..Encoding.UTF8.GetBytes(text, utf8)];
            int strict = ParseEverything(text, NumberStyle.Strict);
            int lenient = ParseEverything(text, NumberStyle.Lenient);
            (strict == ParseEverything(encoded, NumberStyle.Strict) && lenient == ParseEverything(encoded, NumberStyle.Lenient)).ShouldBeTrue(description);
            (strict <= lenient).ShouldBeTrue(description);
            accepted += lenient;
        }

        (family is 0 or 2 || accepted > 0).ShouldBeTrue(description);
    }

    [Fact]
    public void No_bytes_make_a_parse_throw()
    {
        Random random = new(77);
        Span<byte> buffer = stackalloc byte[80];
        Span<byte> wide = Encoding.UTF8.GetBytes("０１２３４５６７８９ 　－−");
        for (int i = 0; i < 4 * EachFamily; i++)
        {
            Span<byte> bytes = buffer[..Length(random)];
            random.NextBytes(bytes);
            if ((i & 1) == 0)
            {
                wide.Slice(random.Next(8), Math.Min(bytes.Length, 30)).CopyTo(bytes);
            }

            ParseEverything(bytes, NumberStyle.Strict);
            ParseEverything(bytes, NumberStyle.Lenient);
        }
    }

    /// <summary>Refusal is an exception there, and slow, so these are fewer.</summary>
    [Fact]
    public void No_json_text_makes_another_exception()
    {
        Random random = new(78);
        for (int i = 0; i < 20_000; i++)
        {
            char[] text = new char[Length(random)];
            Fill(text, random, i & 3);
            byte[] json = JsonSerializer.SerializeToUtf8Bytes(new string(text));
            int at = random.Next(json.Length);
            json[at] = random.Next(8) == 0 ? (byte)random.Next(256) : json[at];
            Refuses<IndividualNumber>(json);
            Refuses<InvoiceRegistrationNumber>(json);
        }
    }

    [Theory]
    [InlineData("lone high surrogate", "12345678901\uD83D")]
    [InlineData("lone low surrogate", "\uDE0023456789018")]
    [InlineData("byte order mark", "\uFEFF123456789018")]
    public void Broken_text_is_forbidden(string description, string text)
    {
        IndividualNumber.TryParse(text, NumberStyle.Lenient, out _, out NumberFault fault).ShouldBeFalse(description);
        fault.ShouldBe(NumberFault.ForbiddenCharacter, description);
    }

    [Theory]
    [InlineData("a lone continuation byte", new byte[] { 0x31, 0x80 })]
    [InlineData("an overlong digit", new byte[] { 0xC0, 0xB1 })]
    [InlineData("a cut full-width digit", new byte[] { 0xEF, 0xBC })]
    [InlineData("an encoded surrogate", new byte[] { 0xED, 0xA0, 0x80 })]
    public void Broken_utf8_is_forbidden(string description, byte[] bytes)
    {
        IndividualNumber.TryParse(bytes, NumberStyle.Lenient, out _, out NumberFault fault).ShouldBeFalse(description);
        fault.ShouldBe(NumberFault.ForbiddenCharacter, description);
    }

    private static int Length(Random random) => random.Next(8) == 0 ? random.Next(80) : random.Next(26);

    private static void Fill(Span<char> text, Random random, int family)
    {
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = family switch
            {
                0 => (char)random.Next(128),
                1 => Lookalikes[random.Next(Lookalikes.Length)],
                2 => (char)random.Next(0x10000),
                _ => random.Next(60) == 0 ? Lookalikes[random.Next(Lookalikes.Length)] : (char)('0' + random.Next(10)),
            };
        }
    }

    private static int ParseEverything(ReadOnlySpan<char> text, NumberStyle style)
    {
        int accepted = 0;
        accepted += Judge(IndividualNumber.TryParse(text, style, out _, out NumberFault fault), fault);
        accepted += Judge(CorporateNumber.TryParse(text, style, out _, out fault), fault);
        accepted += Judge(ResidentRecordCode.TryParse(text, style, out _, out fault), fault);
        accepted += Judge(LocalGovernmentCode.TryParse(text, style, out _, out fault), fault);
        accepted += Judge(InsurerNumber.TryParse(text, style, out _, out fault), fault);
        accepted += Judge(BasicPensionNumber.TryParse(text, style, out _, out fault), fault);
        accepted += Judge(ApplicationId.TryParse(text, style, out _, out fault), fault);
        accepted += Judge(InvoiceRegistrationNumber.TryParse(text, style, out _, out fault), fault);
        NumberIdentifier.TryIdentify(text, style, out _);
        IdentifierHints.DriverLicence(text, style);
        IdentifierHints.ResidenceCard(text, style);
        IdentifierHints.EmploymentInsurance(text, style);
        return accepted;
    }

    private static int ParseEverything(ReadOnlySpan<byte> text, NumberStyle style)
    {
        int accepted = 0;
        accepted += Judge(IndividualNumber.TryParse(text, style, out _, out NumberFault fault), fault);
        accepted += Judge(CorporateNumber.TryParse(text, style, out _, out fault), fault);
        accepted += Judge(ResidentRecordCode.TryParse(text, style, out _, out fault), fault);
        accepted += Judge(LocalGovernmentCode.TryParse(text, style, out _, out fault), fault);
        accepted += Judge(InsurerNumber.TryParse(text, style, out _, out fault), fault);
        accepted += Judge(BasicPensionNumber.TryParse(text, style, out _, out fault), fault);
        accepted += Judge(ApplicationId.TryParse(text, style, out _, out fault), fault);
        accepted += Judge(InvoiceRegistrationNumber.TryParse(text, style, out _, out fault), fault);
        CardBackQrCode.TryRead(text, out _, out _);
        return accepted;
    }

    private static void Refuses<T>(byte[] json)
    {
        try
        {
            JsonSerializer.Deserialize<T>(json);
        }
        catch (JsonException)
        {
            // The one exception that the converter names.
        }
    }

    private static int Judge(bool accepted, NumberFault fault) => accepted == (fault == NumberFault.None)
        ? (accepted ? 1 : 0)
        : throw new InvalidOperationException("Answer and reason disagree.");
}
