using MyNumber.Cli.Cards;

namespace MyNumber.Cli.Tests.Cards;

public sealed class PinTextTests
{
    [Fact]
    public void Disposed_text_is_zero_everywhere()
    {
        PinText text = Of("PROBE77");
        text.Storage.Span.IndexOfAnyExcept('\0').ShouldBe(0);
        text.Dispose();
        text.Storage.Span.IndexOfAnyExcept('\0').ShouldBe(-1);
        text.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Character_that_is_taken_back_is_zeroed_at_once()
    {
        using PinText text = Of("P");
        text.RemoveLast();
        text.RemoveLast();
        text.Storage.Span.IndexOfAnyExcept('\0').ShouldBe(-1);
    }

    [Theory]
    [InlineData("another character", "PROBE77", "PROBE78", false)]
    [InlineData("a shorter one", "PROBE77", "PROBE7", false)]
    [InlineData("a longer one", "PROBE77", "PROBE777", false)]
    [InlineData("a zero character more", "PROBE77", "PROBE77\0", false)]
    [InlineData("the same", "PROBE77", "PROBE77", true)]
    public void Texts_are_compared_whole(string row, string left, string right, bool same)
    {
        using PinText one = Of(left), other = Of(right);
        one.Is(other).ShouldBe(same, row);
    }

    [Fact]
    public void Text_is_masked()
    {
        using PinText text = Of("PROBE77");
        text.ToString().ShouldBe("PinText(***)");
    }

    [Fact]
    public void More_characters_than_any_pin_has_do_not_fit_and_do_not_fail()
    {
        using PinText text = Of(new string('7', 100));
        text.Storage.Length.ShouldBe(64);
    }

    private static PinText Of(string characters)
    {
        PinText text = new();
        foreach (char character in characters)
        {
            text.Append(character);
        }

        return text;
    }
}
