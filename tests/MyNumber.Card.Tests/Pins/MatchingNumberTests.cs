using MyNumber.Card.Pins;
using MyNumber.Numbering;
using MyNumber.Numbering.People;

namespace MyNumber.Card.Tests.Pins;

/// <summary>The examples of the project research notes (§4.10, §6): the sample person, and one that was measured on a test card.</summary>
public sealed class MatchingNumberTests
{
    [Theory]
    [InlineData("Heisei 2", 1990, 4, 1, 2034, 'a')]
    [InlineData("Showa 55, measured on a test card", 1980, 2, 17, 2035, 'b')]
    [InlineData("first day of Reiwa", 2019, 5, 1, 2029, 'c')]
    [InlineData("last day of Heisei", 2019, 4, 30, 2029, 'd')]
    [InlineData("first day of Showa", 1926, 12, 25, 2034, 'e')]
    public void Number_b_is_built_from_the_front_of_the_card(string description, int year, int month, int day, int expiry, char row)
    {
        (string code, string digits) = row switch
        {
            'a' => ("1234", "020401" + "2034" + "1234"),
            'b' => ("2285", "550217" + "2035" + "2285"),
            'c' => ("0001", "010501" + "2029" + "0001"),
            'd' => ("0001", "310430" + "2029" + "0001"),
            _ => ("9999", "011225" + "2034" + "9999"),
        };
        using MatchingNumberB number = MatchingNumberB.From(new BirthDate(new DateOnly(year, month, day)), expiry, code);
        number.Pin.Characters.ToString().ShouldBe(digits, description);
        using BirthDateKey key = BirthDateKey.From(new BirthDate(new DateOnly(year, month, day)));
        key.Pin.Characters.ToString().ShouldBe(digits[..6], description);
    }

    [Fact]
    public void Gregorian_year_has_its_last_two_digits()
    {
        using MatchingNumberB number = MatchingNumberB.From(new BirthDate(new DateOnly(2004, 9, 8)), 2034, "7777", MatchingBirthForm.GregorianTwoDigits);
        number.Pin.Characters.ToString().ShouldBe("040908" + "2034" + "7777");
    }

    [Fact]
    public void Unknown_parts_are_zeros()
    {
        BirthDate.TryParseCard("19900400"u8, out BirthDate dayless).ShouldBeTrue();
        using BirthDateKey key = BirthDateKey.From(dayless);
        key.Pin.Characters.ToString().ShouldBe("000400");
        using BirthDateKey nothing = BirthDateKey.From(default);
        nothing.Pin.Characters.ToString().ShouldBe("000000");
    }

    [Fact]
    public void Number_a_is_the_individual_number()
    {
        IndividualNumber.TryParse("123456789018"u8, out IndividualNumber individual).ShouldBeTrue();
        using MatchingNumberA number = MatchingNumberA.From(individual);
        number.Pin.Characters.ToString().ShouldBe("1234" + "56789018");
    }

    [Fact]
    public void Empty_number_makes_none() => Should.Throw<ArgumentException>(() => MatchingNumberA.From(default));

    [Theory]
    [InlineData("no code", "", 2034)]
    [InlineData("three digits", "777", 2034)]
    [InlineData("five digits", "77777", 2034)]
    [InlineData("a letter", "77A7", 2034)]
    [InlineData("full-width digits", "７７７７", 2034)]
    public void Code_that_is_not_four_digits_is_refused(string description, string code, int expiry)
    {
        ArgumentException thrown = Should.Throw<ArgumentException>(() => MatchingNumberB.From(new BirthDate(new DateOnly(1990, 4, 1)), expiry, code), description);
        thrown.Message.ShouldNotContain("777", Case.Sensitive, description);
    }

    [Theory]
    [InlineData("two digits", 34)]
    [InlineData("five digits", 20344)]
    [InlineData("negative", -2034)]
    public void Year_that_is_not_four_digits_is_refused(string description, int expiry) =>
        Should.Throw<ArgumentOutOfRangeException>(() => MatchingNumberB.From(default, expiry, "7777"), description);

    [Theory]
    [InlineData("one digit short", 13, 5)]
    [InlineData("one digit long", 15, 7)]
    [InlineData("nothing", 0, 0)]
    public void Typed_digits_of_another_length_are_refused(string description, int fourteen, int six)
    {
        Should.Throw<ArgumentException>(() => MatchingNumberB.Parse(new string('5', fourteen)), description);
        Should.Throw<ArgumentException>(() => BirthDateKey.Parse(new string('5', six)), description);
    }

    [Fact]
    public void Text_is_masked_and_memory_is_zeroed()
    {
        MatchingNumberB b = MatchingNumberB.Parse("55555555555555");
        BirthDateKey key = BirthDateKey.Parse("555555");
        IndividualNumber.TryParse("123456789018"u8, out IndividualNumber individual);
        MatchingNumberA a = MatchingNumberA.From(individual);
        (a.ToString(), b.ToString(), key.ToString()).ShouldBe(("MatchingNumberA(***)", "MatchingNumberB(***)", "BirthDateKey(***)"));
        Memory<byte>[] stored = [a.Pin.Storage, b.Pin.Storage, key.Pin.Storage];
        a.Dispose();
        b.Dispose();
        key.Dispose();
        stored.All(memory => memory.Span.IndexOfAnyExcept((byte)0) < 0).ShouldBeTrue();
    }

    [Fact]
    public void Every_reference_names_its_application_and_none_is_doubled()
    {
        PinReference.All.Count.ShouldBe(10);
        PinReference.All.ShouldAllBe(reference => reference.Application != null);
        PinReference.All.Select(reference => $"{reference.Application}{reference.File}").Distinct().Count().ShouldBe(10);
        (PinReference.SurfaceMatchingA.File.ToString(), PinReference.SurfaceMatchingB.File.ToString()).ShouldBe(("0013", "0012"));
        (PinReference.InputSupportMatchingA.File.ToString(), PinReference.InputSupportMatchingB.File.ToString()).ShouldBe(("0014", "0015"));
    }
}
