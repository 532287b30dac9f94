using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MyNumber.Numbering;
using MyNumber.Numbering.CheckDigits;
using MyNumber.Numbering.People;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>Invents people from a number, without any random source and without a clock: each value is a SHA-256 of seed and purpose, reduced.</summary>
internal static class SeededPerson
{
    private static readonly string[] FamilyNames = ["見本", "試験", "例示", "架空", "仮名"];
    private static readonly (string Name, Sex Sex)[] GivenNames =
        [("花子", Sex.Female), ("太郎", Sex.Male), ("葉子", Sex.Female), ("次郎", Sex.Male), ("桜", Sex.Female), ("一郎", Sex.Male)];

    // Municipality codes are real, the quarter 見本町 exists in none of them.
    private static readonly (string Code, string Place)[] Places =
        [("13101", "東京都千代田区"), ("01101", "北海道札幌市中央区"), ("27102", "大阪府大阪市都島区"), ("40131", "福岡県福岡市東区"), ("47201", "沖縄県那覇市")];

    public static CardPerson Invent(int seed)
    {
        int Pick(string purpose, int count) => (int)Number(seed, purpose, count);
        string Digits(string purpose, int count) =>
            Number(seed, purpose, (long)Math.Pow(10, count)).ToString(CultureInfo.InvariantCulture).PadLeft(count, '0');

        (string given, Sex sex) = GivenNames[Pick("given name", GivenNames.Length)];
        (string code, string place) = Places[Pick("place", Places.Length)];
        string name = $"{FamilyNames[Pick("family name", FamilyNames.Length)]}　{given}";
        string address = $"{place}見本町{Wide(1 + Pick("block", 9))}－{Wide(1 + Pick("lot", 20))}－{Wide(1 + Pick("house", 20))}";
        DateOnly birth = new DateOnly(1955, 1, 1).AddDays(Pick("birth date", 50 * 365));
        CardPins pins = new("LAB" + Digits("signature", 5), Digits("user authentication", 4), Digits("residence", 4), Digits("input support", 4));
        CardFace face = new("40000" + Digits("serial number", 10), code, new DateOnly(2034, 1, 1).AddDays(Pick("expiry", 365)), Digits("security code", 4));
        return new CardPerson(new FourAttributes(name, address, new BirthDate(birth), sex), IndividualNumberOf(Number(seed, "number", 100_000_000_000)), pins, face);
    }

    private static IndividualNumber IndividualNumberOf(long elevenDigits)
    {
        string digits = ((elevenDigits * 10) + IndividualNumberCheckDigit.Compute(elevenDigits)).ToString("D12", CultureInfo.InvariantCulture);
        _ = IndividualNumber.TryParse(digits, out IndividualNumber number);
        return number;
    }

    private static long Number(int seed, string purpose, long limit)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"card person {seed} {purpose}")));
        return (long)(BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)limit);
    }

    /// <summary>Full-width digits, as addresses on the card have them.</summary>
    private static string Wide(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)(digit - '0' + '０')));
}
