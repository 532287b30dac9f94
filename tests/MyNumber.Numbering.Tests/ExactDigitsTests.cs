namespace MyNumber.Numbering.Tests;

/// <summary>The vector path against what its portable twin says, over every character.</summary>
public sealed class ExactDigitsTests
{
    [Theory]
    [InlineData("nine digits, two loads overlap by seven", 9)]
    [InlineData("twelve digits", 12)]
    [InlineData("sixteen digits, no overlap", 16)]
    public void Every_character_in_every_place_is_read_as_the_twin_reads_it(string description, int count)
    {
        Span<char> text = stackalloc char[count];
        Span<byte> values = stackalloc byte[Digits.Capacity];
        for (int at = 0; at < count; at++)
        {
            for (int character = 0; character <= char.MaxValue; character++)
            {
                "7812345690123456"[..count].CopyTo(text);
                text[at] = (char)character;
                bool twin = DigitReader.ReadStrict(text, values, out _) == NumberFault.None;
                (ExactDigits.TryRead(text, count, out Digits digits) == twin).ShouldBeTrue(description);
                (!twin || digits.Low == new Digits(values, count).Low).ShouldBeTrue(description);
            }
        }
    }

    [Fact]
    public void Every_byte_in_every_place_is_a_digit_or_refused()
    {
        Span<byte> text = stackalloc byte[13];
        for (int at = 0; at < text.Length; at++)
        {
            for (int unit = 0; unit < 256; unit++)
            {
                "8700110005901"u8.CopyTo(text);
                text[at] = (byte)unit;
                ExactDigits.TryRead(text, 13, out Digits digits).ShouldBe(unit is >= '0' and <= '9');
                (unit is < '0' or > '9' || digits.Low == long.Parse(text)).ShouldBeTrue();
            }
        }
    }

    [Theory]
    [InlineData("too long for two loads", 17)]
    [InlineData("too short for two loads", 8)]
    public void Other_lengths_are_left_to_the_twin(string description, int count) =>
        ExactDigits.TryRead(new string('1', count), count, out _).ShouldBeFalse(description);
}
