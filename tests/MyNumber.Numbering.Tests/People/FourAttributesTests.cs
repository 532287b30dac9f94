using MyNumber.Numbering.People;

namespace MyNumber.Numbering.Tests.People;

public sealed class FourAttributesTests
{
    [Fact]
    public void Text_form_is_a_mask() => new FourAttributes("見本　花子", "東京都", default, Sex.Female).ToString().ShouldBe("FourAttributes(***)");

    [Theory]
    [InlineData("no name", null, "東京都")]
    [InlineData("no address", "見本　花子", null)]
    public void Missing_text_is_refused(string description, string? name, string? address) =>
        Should.Throw<ArgumentNullException>(() => new FourAttributes(name!, address!, default, Sex.Unknown), description);
}
