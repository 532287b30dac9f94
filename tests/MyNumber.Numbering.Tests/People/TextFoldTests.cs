using FsCheck;
using FsCheck.Fluent;
using MyNumber.Numbering.People;

namespace MyNumber.Numbering.Tests.People;

public sealed class TextFoldTests
{
    [Theory]
    [InlineData("full-width digits", "２０１", "201")]
    [InlineData("full-width hyphen", "2\uFF0D1", "2-1")]
    [InlineData("minus sign", "2\u22121", "2-1")]
    [InlineData("long-vowel sign", "2\u30FC1", "2-1")]
    [InlineData("half-width long-vowel sign", "2\uFF701", "2-1")]
    [InlineData("en dash and horizontal bar", "2\u20131\u20152", "2-1-2")]
    [InlineData("full-width letters", "ＡＢｃ", "ABc")]
    [InlineData("ideographic space", "見本\u3000花子", "見本 花子")]
    [InlineData("several spaces and spaces at the ends", "  見本 \u3000 花子 ", "見本 花子")]
    public void Spellings_of_one_text_are_the_same(string description, string left, string right) =>
        TextFold.AreSame(left, right).ShouldBeTrue(description);

    [Theory]
    [InlineData("case", "a", "A")]
    [InlineData("kanji variant", "高", "髙")]
    [InlineData("compatibility ideograph that NFKC would merge", "神", "\uFA19")]
    [InlineData("half-width kana", "カ", "ｶ")]
    [InlineData("circled digit that NFKC would merge", "①", "1")]
    [InlineData("space left out", "見本花子", "見本\u3000花子")]
    [InlineData("hyphen left out", "12", "1-2")]
    [InlineData("words for numbers", "2丁目1番", "2-1")]
    [InlineData("one text longer", "見本", "見本花")]
    [InlineData("nothing against something", "", "見")]
    public void Different_texts_stay_different(string description, string left, string right)
    {
        TextFold.AreSame(left, right).ShouldBeFalse(description);
        TextFold.AreSame(right, left).ShouldBeFalse(description);
    }

    [Fact]
    public void Every_text_is_the_same_as_itself_and_the_order_does_not_matter() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            ArbMap.Default.ArbFor<NonNull<string>>(),
            ArbMap.Default.ArbFor<NonNull<string>>(),
            (a, b) => TextFold.AreSame(a.Get, a.Get) && TextFold.AreSame(a.Get, b.Get) == TextFold.AreSame(b.Get, a.Get)));
}
