using MyNumber.Card.Apdu;

namespace MyNumber.Card.Tests.Apdu;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("four bytes", 4)]
    [InlineData("seventeen bytes", 17)]
    [InlineData("none", 0)]
    public void Application_identifier_of_another_length_is_refused(string description, int length) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new CardApplicationId(new byte[length]), description);

    [Fact]
    public void Application_identifiers_are_those_of_the_card()
    {
        CardApplicationId.Jpki.ToString().ShouldBe("D392F000260100000001");
        CardApplicationId.InputSupport.ToString().ShouldBe("D3921000310001010408");
    }

    [Fact]
    public void File_identifier_shows_four_digits()
    {
        new CardFileId(0x1B).ToString().ShouldBe("001B");
        (new CardFileId(0x1B) == new CardFileId(0x001B)).ShouldBeTrue();
        default(CardFileId).Value.ShouldBe((ushort)0);
    }
}
