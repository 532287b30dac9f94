using System.Globalization;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Numbering;
using MyNumber.Numbering.CheckDigits;
using MyNumber.Numbering.People;
using MyNumber.Testing.Keys;

namespace MyNumber.Testing.People;

/// <summary>An invented person with the data of a card and the municipality that the person lives in. The same seed, index and day give the same person.</summary>
/// <remarks>Immutable. Names are words such as 見本 (specimen) and the quarter 見本町 exists nowhere, so that nobody is taken for real. <see cref="ToString"/> is masked.</remarks>
public sealed class SyntheticPerson
{
    private static readonly string[] FamilyNames = ["見本", "試験", "例示", "架空", "仮名"];
    private static readonly (string Name, Sex Sex)[] GivenNames =
        [("花子", Sex.Female), ("太郎", Sex.Male), ("葉子", Sex.Female), ("次郎", Sex.Male), ("桜", Sex.Female), ("一郎", Sex.Male)];

    /// <summary>Joins a card's person with a municipality.</summary>
    /// <param name="card">Attributes, number, PINs and face.</param>
    /// <param name="municipality">Where the person lives; its code is the one on the card's face.</param>
    public SyntheticPerson(CardPerson card, Municipality municipality)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(municipality);
        Card = card;
        Municipality = municipality;
    }

    /// <summary>What the card is personalised from.</summary>
    public CardPerson Card { get; }

    /// <summary>Where the person lives.</summary>
    public Municipality Municipality { get; }

    /// <summary>The four attributes (基本4情報).</summary>
    public FourAttributes Attributes => Card.Attributes;

    /// <summary>Invents a grown-up person.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="index">Which person of that seed, from 0.</param>
    /// <param name="today">The day of issue: the person is 20 to 69 years old and the card ends ten years later.</param>
    /// <returns>The person.</returns>
    public static SyntheticPerson Invent(int seed, int index, DateOnly today)
    {
        long Number(string purpose, long limit) => SeededBytes.Number(seed, purpose, index, limit);
        string Digits(string purpose, int count) =>
            Number(purpose, (long)Math.Pow(10, count)).ToString(CultureInfo.InvariantCulture).PadLeft(count, '0');

        SyntheticPlace place = SeededBytes.Pick(seed, "place", index, SyntheticPlace.All);
        (string given, Sex sex) = SeededBytes.Pick(seed, "given", index, GivenNames);
        string name = SeededBytes.Pick(seed, "family", index, FamilyNames) + "　" + given;
        string address = place.Address + Wide(1 + Number("block", 9)) + "－" + Wide(1 + Number("lot", 20)) + "－" + Wide(1 + Number("house", 20));
        DateOnly birth = today.AddYears(-20).AddDays(-(int)Number("birth", 49 * 365));
        CardPins pins = new("LAB" + Digits("signature PIN", 5), Digits("login PIN", 4), Digits("residence PIN", 4), Digits("input PIN", 4));
        CardFace face = new("40000" + Digits("card", 10), place.Municipality.Code, today.AddYears(10), Digits("security", 4));
        CardPerson card = new(new FourAttributes(name, address, new BirthDate(birth), sex), InventNumber(Number("number", 100_000_000_000)), pins, face);
        return new SyntheticPerson(card, place.Municipality);
    }

    /// <summary>A mask; nothing of the person is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "SyntheticPerson(***)";

    private static IndividualNumber InventNumber(long elevenDigits)
    {
        string digits = ((elevenDigits * 10) + IndividualNumberCheckDigit.Compute(elevenDigits)).ToString("D12", CultureInfo.InvariantCulture);
        IndividualNumber.TryParse(digits, out IndividualNumber number);
        return number;
    }

    /// <summary>Full-width digits, as addresses in card and certificate have them.</summary>
    private static string Wide(long number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)(digit - '0' + '０')));
}
