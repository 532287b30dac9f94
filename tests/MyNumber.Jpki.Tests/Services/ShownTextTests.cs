using System.Text;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.Tests.Services;

public sealed class ShownTextTests
{
    [Theory]
    [InlineData("soft hyphen", 0xAD)]
    [InlineData("grapheme joiner", 0x34F)]
    [InlineData("Hangul filler", 0x115F)]
    [InlineData("Hangul filler of the middle", 0x1160)]
    [InlineData("Hangul filler of compatibility", 0x3164)]
    [InlineData("Hangul filler of half width", 0xFFA0)]
    [InlineData("Mongolian separator", 0x180E)]
    [InlineData("empty Braille pattern", 0x2800)]
    [InlineData("line separator", 0x2028)]
    [InlineData("right-to-left override", 0x202E)]
    [InlineData("isolate", 0x2066)]
    [InlineData("annotation", 0xFFF9)]
    [InlineData("annotation's end", 0xFFFB)]
    [InlineData("byte order mark", 0xFEFF)]
    [InlineData("tag", 0xE0041)]
    [InlineData("last tag", 0xE007F)]
    [InlineData("one past the selectors", 0xE01F0)]
    public void What_hides_or_turns_is_not_shown_and_no_statement_has_it(string description, int character)
    {
        ShownText.CanShow(new Rune(character)).ShouldBeFalse(description);
        Should.Throw<ArgumentException>(() => Write(character), description);
    }

    [Theory]
    [InlineData("space", 0x20)]
    [InlineData("wide space", 0x3000)]
    [InlineData("kanji", 0x8FBA)]
    [InlineData("kanji of plane 2", 0x20BB7)]
    [InlineData("selector of a symbol", 0xFE0F)]
    [InlineData("first selector of a name", 0xE0100)]
    [InlineData("last selector of a name", 0xE01EF)]
    public void What_names_are_written_with_is_shown(string description, int character)
    {
        ShownText.CanShow(new Rune(character)).ShouldBeTrue(description);
        Write(character).Text!.Length.ShouldBeGreaterThan(1);
    }

    private static HolderStatement Write(int character) =>
        new(StatementPurpose.Application, "https://bank.example", "https://bank.example", new string('A', 43), DateTimeOffset.UnixEpoch, "辻" + new Rune(character));
}
