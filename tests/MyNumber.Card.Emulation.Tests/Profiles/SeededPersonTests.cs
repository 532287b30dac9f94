using System.Text.RegularExpressions;
using MyNumber.Card.Emulation.Profiles;

namespace MyNumber.Card.Emulation.Tests.Profiles;

public sealed class SeededPersonTests
{
    [Fact]
    public void The_same_seed_gives_the_same_person()
    {
        Text(CardPerson.FromSeed(7)).ShouldBe(Text(CardPerson.FromSeed(7)));
        Text(CardPerson.FromSeed(7)).ShouldNotBe(Text(CardPerson.FromSeed(8)));
        Text(CardPerson.FromSeed(-7)).ShouldNotBe(Text(CardPerson.FromSeed(7)));
    }

    [Fact]
    public void A_thousand_people_have_right_check_digits_and_none_shares_a_number()
    {
        HashSet<string> numbers = [];
        for (int seed = 0; seed < 1000; seed++)
        {
            string digits = CardPerson.FromSeed(seed).Number.Reveal();
            digits.Length.ShouldBe(12);
            (digits[11] - '0').ShouldBe(CheckDigit(digits));
            numbers.Add(digits).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void Every_value_has_its_form(int seed)
    {
        CardPerson person = CardPerson.FromSeed(seed);
        person.Attributes.Name.ShouldContain("　");
        person.Attributes.Address.ShouldContain("見本町");
        person.Attributes.BirthDate.IsEraConsistent.ShouldBeTrue();
        Regex.IsMatch(person.Pins.Reveal(CardPinKind.Signature)!, "^LAB[0-9]{5}$").ShouldBeTrue();
        foreach (CardPinKind kind in (CardPinKind[])[CardPinKind.UserAuthentication, CardPinKind.Residence, CardPinKind.InputSupport])
        {
            Regex.IsMatch(person.Pins.Reveal(kind)!, "^[0-9]{4}$").ShouldBeTrue();
        }
    }

    // The ministry's rule, written here once more: weights from the left 6 5 4 3 2 7 6 5 4 3 2.
    private static int CheckDigit(string digits)
    {
        int[] weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
        int rest = weights.Select((weight, i) => weight * (digits[i] - '0')).Sum() % 11;
        return rest <= 1 ? 0 : 11 - rest;
    }

    private static string Text(CardPerson person) => string.Join('|',
        person.Attributes.Name, person.Attributes.Address, person.Attributes.BirthDate.ToCardForm(), person.Number.Reveal(),
        person.Pins.Reveal(CardPinKind.Signature), person.Face.SerialNumber, person.Face.SecurityCode);
}
