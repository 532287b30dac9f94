using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Tests.Agencies;

public sealed class IdTests
{
    [Theory]
    [InlineData("zero", 0)]
    [InlineData("negative", -1)]
    [InlineData("more than 24 bits", 0x1000000)]
    public void Number_outside_is_refused(string description, int value)
    {
        CodeHolderId.TryCreate(value, out CodeHolderId holder).ShouldBeFalse(description);
        AgencyId.TryCreate(value, out AgencyId agency).ShouldBeFalse(description);
        (holder.IsEmpty, agency.IsEmpty).ShouldBe((true, true));
        Should.Throw<ArgumentOutOfRangeException>(() => new CodeHolderId(value), description);
        Should.Throw<ArgumentOutOfRangeException>(() => new AgencyId(value), description);
    }

    [Theory]
    [InlineData("smallest", 1, "1")]
    [InlineData("largest", 0xFFFFFF, "16777215")]
    public void Number_inside_is_kept(string description, int value, string text)
    {
        (new CodeHolderId(value).Value, new AgencyId(value).ToString()).ShouldBe((value, text), description);
        new AgencyId(value).CompareTo(default).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("empty", "")]
    [InlineData("a space", "child allowance")]
    [InlineData("a line break", "child\n")]
    [InlineData("Japanese", "児童手当")]
    [InlineData("delete", "child\u007F")]
    [InlineData("65 characters", "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg")]
    public void Text_that_is_no_id_is_refused(string description, string text)
    {
        AffairId.TryCreate(text, out _).ShouldBeFalse(description);
        ProcedureId.TryCreate(text, out _).ShouldBeFalse(description);
        ItemSetId.TryCreate(text, out _).ShouldBeFalse(description);
        ItemId.TryCreate(text, out _).ShouldBeFalse(description);
        RuleId.TryCreate(text, out _).ShouldBeFalse(description);
        Should.Throw<ArgumentException>(() => new AffairId(text), description);
    }

    [Fact]
    public void Text_of_64_characters_is_an_id_and_null_is_none()
    {
        string text = new('x', 64);
        new ItemSetId(text).ToString().ShouldBe(text);
        ItemSetId.TryCreate(null, out _).ShouldBeFalse();
        (default(ItemSetId).IsEmpty, default(ItemSetId).ToString()).ShouldBe((true, string.Empty));
        new RuleId("a").CompareTo(new RuleId("B")).ShouldBeGreaterThan(0);
    }
}
